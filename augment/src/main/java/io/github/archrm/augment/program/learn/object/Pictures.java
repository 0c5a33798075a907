package io.github.archrm.augment.program.learn.object;

import io.github.archrm.tasks.Grid;
import java.util.Arrays;

/** Pictures of objects, [row][column]: compared, turned, and their holes counted. */
final class Pictures {
  private Pictures() {}

  static int hash(int[][] picture) {
    return Arrays.deepHashCode(picture) * 31 + picture.length;
  }

  static int[][] transposed(int[][] picture) {
    int[][] result = new int[picture[0].length][picture.length];
    for (int r = 0; r < picture.length; r++) {
      for (int c = 0; c < picture[0].length; c++) {
        result[c][r] = picture[r][c];
      }
    }
    return result;
  }

  static int[][] turned(int[][] picture) {
    int[][] result = new int[picture[0].length][picture.length];
    for (int r = 0; r < picture.length; r++) {
      for (int c = 0; c < picture[0].length; c++) {
        result[c][picture.length - 1 - r] = picture[r][c];
      }
    }
    return result;
  }

  static int countHoles(int[][] shape) {
    Grid framed =
        Grid.generate(
            shape.length + 2,
            shape[0].length + 2,
            (r, c) ->
                r == 0 || c == 0 || r > shape.length || c > shape[0].length
                    ? 0
                    : shape[r - 1][c - 1]);
    return Segmentation.regions(framed, true, false, 1).size() - 1;
  }
}
