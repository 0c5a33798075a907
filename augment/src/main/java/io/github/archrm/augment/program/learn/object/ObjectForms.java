package io.github.archrm.augment.program.learn.object;

import java.util.Arrays;

/** Other forms of an object in its place: pairs of place and colour, or null. */
final class ObjectForms {
  private ObjectForms() {}

  /** With its holes in its colour; null if it has none. */
  static int[] filled(Scene scene, int object) {
    int[][] shape = scene.shape(object);
    boolean[][] outside = outside(shape);
    for (int r = 0; r < shape.length; r++) {
      for (int c = 0; c < shape[0].length; c++) {
        shape[r][c] = shape[r][c] == 1 || !outside[r][c] ? 1 : 0;
      }
    }
    return drawn(scene, object, shape);
  }

  /** Its cells with eight cells of its own around them become background; null if it has none. */
  static int[] hollowed(Scene scene, int object) {
    int[][] shape = scene.shape(object);
    int[][] hollow = new int[shape.length][shape[0].length];
    for (int r = 0; r < shape.length; r++) {
      for (int c = 0; c < shape[0].length; c++) {
        hollow[r][c] = shape[r][c] == 0 ? 0 : isInside(shape, r, c) ? 2 : 1;
      }
    }
    return drawn(scene, object, hollow);
  }

  /** Its box, whole or only the edge of it, in its colour; null if that is what it is. */
  static int[] box(Scene scene, int object, boolean outline) {
    GridObject o = scene.object(object);
    int[][] shape = new int[o.height()][o.width()];
    for (int r = 0; r < o.height(); r++) {
      for (int c = 0; c < o.width(); c++) {
        boolean edge = r == 0 || c == 0 || r == o.height() - 1 || c == o.width() - 1;
        shape[r][c] = edge || !outline ? 1 : 0;
      }
    }
    return drawn(scene, object, shape);
  }

  private static boolean isInside(int[][] shape, int row, int column) {
    for (int[] step : new int[][] {{0, 1}, {1, 0}, {0, -1}, {-1, 0}}) {
      int r = row + step[0];
      int c = column + step[1];
      if (r < 0 || c < 0 || r >= shape.length || c >= shape[0].length || shape[r][c] == 0) {
        return false;
      }
    }
    return true;
  }

  /** Cells of the box from which its edge is reached without crossing the object. */
  private static boolean[][] outside(int[][] shape) {
    int height = shape.length;
    int width = shape[0].length;
    boolean[][] outside = new boolean[height][width];
    boolean more = true;
    while (more) {
      more = false;
      for (int r = 0; r < height; r++) {
        for (int c = 0; c < width; c++) {
          boolean reached =
              r == 0
                  || c == 0
                  || r == height - 1
                  || c == width - 1
                  || outside[r - 1][c]
                  || outside[r][c - 1]
                  || outside[r + 1][c]
                  || outside[r][c + 1];
          if (shape[r][c] == 0 && reached && !outside[r][c]) {
            outside[r][c] = true;
            more = true;
          }
        }
      }
    }
    return outside;
  }

  /** 1 is drawn in the object's own colour there or its commonest, 2 in the background's. */
  private static int[] drawn(Scene scene, int object, int[][] form) {
    GridObject o = scene.object(object);
    int[][] picture = o.picture();
    int[] made = new int[2 * o.height() * o.width()];
    int n = 0;
    boolean changed = false;
    for (int r = 0; r < o.height(); r++) {
      for (int c = 0; c < o.width(); c++) {
        changed |= form[r][c] != (picture[r][c] < 0 ? 0 : 1);
        if (form[r][c] > 0) {
          made[n++] = (o.top() + r) * scene.grid().width() + o.left() + c;
          made[n++] =
              form[r][c] == 2 ? scene.background() : picture[r][c] < 0 ? o.colour() : picture[r][c];
        }
      }
    }
    return changed ? Arrays.copyOf(made, n) : null;
  }

  /** With its two colours exchanged; null if it has another number of them. */
  static int[] exchanged(Scene scene, int object) {
    int[] made = ObjectAction.moved(scene, object, 0, 0);
    int one = made[1];
    int other = -1;
    for (int i = 1; i < made.length; i += 2) {
      if (made[i] != one && other >= 0 && made[i] != other) {
        return null;
      }
      other = made[i] != one ? made[i] : other;
    }
    for (int i = 1; i < made.length; i += 2) {
      made[i] = made[i] == one ? other : one;
    }
    return other < 0 ? null : made;
  }

  /** With its mirror image beside it. */
  static int[] mirroredBeside(Scene scene, int object, int[] step) {
    GridObject o = scene.object(object);
    int width = scene.grid().width();
    int height = scene.grid().height();
    int[] made = new int[4 * o.size()];
    int n = 0;
    for (int cell : o.cells()) {
      int r = cell / width;
      int c = cell % width;
      int colour = scene.grid().cell(r, c);
      made[n++] = cell;
      made[n++] = colour;
      int row = r;
      int column = c;
      if (step[0] != 0) {
        row = step[0] > 0 ? 2 * (o.top() + o.height()) - 1 - r : 2 * o.top() - 1 - r;
      } else {
        column = step[1] > 0 ? 2 * (o.left() + o.width()) - 1 - c : 2 * o.left() - 1 - c;
      }
      if (row >= 0 && column >= 0 && row < height && column < width) {
        made[n++] = row * width + column;
        made[n++] = colour;
      }
    }
    return Arrays.copyOf(made, n);
  }
}
