package io.github.archrm.augment.program.learn.object;

/** What an object has to do with the others of its grid: 1 for yes, 0 for no, or a colour. */
final class Relations {
  private static final int MOST_SURROUNDING = 30;

  private Relations() {}

  private static boolean inside(GridObject inner, GridObject outer) {
    return inner != outer
        && inner.top() >= outer.top()
        && inner.left() >= outer.left()
        && inner.top() + inner.height() <= outer.top() + outer.height()
        && inner.left() + inner.width() <= outer.left() + outer.width();
  }

  static int encloses(Scene s, int i) {
    for (GridObject other : s.objects()) {
      if (inside(other, s.object(i))) {
        return 1;
      }
    }
    return 0;
  }

  static int enclosed(Scene s, int i) {
    for (GridObject other : s.objects()) {
      if (inside(s.object(i), other)) {
        return 1;
      }
    }
    return 0;
  }

  /** Whether the way from the object to the edge is closed by the cells of one other. */
  static int surrounded(Scene s, int i) {
    if (s.count() > MOST_SURROUNDING) {
      return 0;
    }
    for (GridObject other : s.objects()) {
      if (inside(s.object(i), other) && closes(s, other, s.object(i).cells()[0])) {
        return 1;
      }
    }
    return 0;
  }

  private static boolean closes(Scene s, GridObject wall, int from) {
    int height = s.grid().height();
    int width = s.grid().width();
    boolean[] seen = new boolean[height * width];
    for (int cell : wall.cells()) {
      seen[cell] = true;
    }
    int[] queue = new int[seen.length];
    int end = 0;
    queue[end++] = from;
    seen[from] = true;
    for (int next = 0; next < end; next++) {
      int row = queue[next] / width;
      int column = queue[next] % width;
      if (row == 0 || column == 0 || row == height - 1 || column == width - 1) {
        return false;
      }
      for (int step : new int[] {-1, 1, -width, width}) {
        int to = queue[next] + step;
        if (!seen[to]) {
          seen[to] = true;
          queue[end++] = to;
        }
      }
    }
    return true;
  }

  /** How far each object's middle is from the middle of the box of all, in half cells. */
  static int[] fromMiddle(Scene s) {
    int top = Integer.MAX_VALUE;
    int left = Integer.MAX_VALUE;
    int bottom = 0;
    int right = 0;
    for (GridObject o : s.objects()) {
      top = Math.min(top, o.top());
      left = Math.min(left, o.left());
      bottom = Math.max(bottom, o.top() + o.height());
      right = Math.max(right, o.left() + o.width());
    }
    int[] distances = new int[s.count()];
    for (int i = 0; i < distances.length; i++) {
      GridObject o = s.object(i);
      distances[i] =
          Math.abs(2 * o.top() + o.height() - top - bottom)
              + Math.abs(2 * o.left() + o.width() - left - right);
    }
    return distances;
  }

  /** The lowest colour of another object that touches this one, also at a corner; -1 for none. */
  static int touched(Scene s, int i) {
    int[] owners = s.owner();
    int least = Integer.MAX_VALUE;
    for (int cell : s.object(i).cells()) {
      int row = cell / s.grid().width();
      int column = cell % s.grid().width();
      for (int r = Math.max(0, row - 1); r <= Math.min(s.grid().height() - 1, row + 1); r++) {
        for (int c = Math.max(0, column - 1);
            c <= Math.min(s.grid().width() - 1, column + 1);
            c++) {
          int other = owners[r * s.grid().width() + c];
          if (other >= 0 && other != i) {
            least = Math.min(least, s.object(other).colour());
          }
        }
      }
    }
    return least == Integer.MAX_VALUE ? -1 : least;
  }

  static int largerSame(Scene s, int i) {
    for (GridObject other : s.objects()) {
      if (other.colour() == s.object(i).colour() && other.size() > s.object(i).size()) {
        return 1;
      }
    }
    return 0;
  }
}
