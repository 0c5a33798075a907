package io.github.archrm.augment.program.learn.object;

/** What an object has to do with the others of its grid: 1 for yes, 0 for no, or a colour. */
final class Relations {
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
