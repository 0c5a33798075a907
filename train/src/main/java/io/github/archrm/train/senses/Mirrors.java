package io.github.archrm.train.senses;

import io.github.archrm.tasks.Grid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An input beside itself, turned and mirrored: each of the seven images about the axis or the
 * centre at which most of what is not background, the most frequent symbol, meets its like; of
 * several such, about the one that is nearest to the middle. Where two are as near, nothing.
 */
final class Mirrors {
  /**
   * Images: a cell of row r and column c goes to row a·r + b·c + y and column d·r + e·c + x, where
   * y and x are what the axis or the centre decides.
   */
  private static final int[][] IMAGES = {
    {1, 0, 0, -1}, // left and right swapped
    {-1, 0, 0, 1}, // top and bottom swapped
    {-1, 0, 0, -1}, // by half a turn
    {0, 1, -1, 0}, // by a quarter to the left
    {0, -1, 1, 0}, // by a quarter to the right
    {0, 1, 1, 0}, // rows and columns swapped
    {0, -1, -1, 0} // likewise, about the other diagonal
  };

  /** Images of an input. */
  static final int COUNT = IMAGES.length;

  private final Grid input;
  private final int height;
  private final int width;
  private final int[] cells;
  private final int[] coloured;

  private Mirrors(Grid input) {
    this.input = input;
    this.height = input.height();
    this.width = input.width();
    this.cells = input.cells().toArray();
    int background = Background.of(input);
    this.coloured = IntStream.range(0, cells.length).filter(i -> cells[i] != background).toArray();
  }

  static List<Grid> of(Grid input) {
    Mirrors mirrors = new Mirrors(input);
    return Stream.of(IMAGES).map(mirrors::image).toList();
  }

  private Grid image(int[] of) {
    int farthest = 2 * Math.max(height, width);
    int span = 2 * farthest + 1;
    int[] met = new int[span * span];
    for (int from : coloured) {
      for (int to : coloured) {
        if (cells[from] == cells[to]) {
          int y = to / width - row(of, from / width, from % width);
          int x = to % width - column(of, from / width, from % width);
          met[(y + farthest) * span + x + farthest]++;
        }
      }
    }
    int most = 0;
    int nearest = 0;
    int best = -1;
    for (int i = 0; i < met.length; i++) {
      int y = i / span - farthest;
      int x = i % span - farthest;
      if (met[i] >= Math.max(1, most) && isAxis(of, y, x)) {
        int far = far(of, y, x);
        if (met[i] > most || far < nearest) {
          most = met[i];
          nearest = far;
          best = i;
        } else if (far == nearest) {
          best = -1;
        }
      }
    }
    return best < 0
        ? Suggestions.NOTHING
        : image(of, best / span - farthest, best % span - farthest);
  }

  private Grid image(int[] of, int y, int x) {
    int[][] image = new int[height][width];
    for (int[] row : image) {
      Arrays.fill(row, Grid.OUTSIDE);
    }
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        int toRow = row(of, r, c) + y;
        int toColumn = column(of, r, c) + x;
        if (toRow >= 0 && toRow < height && toColumn >= 0 && toColumn < width) {
          image[toRow][toColumn] = input.cell(r, c);
        }
      }
    }
    return Grid.of(image);
  }

  private static int row(int[] of, int r, int c) {
    return of[0] * r + of[1] * c;
  }

  private static int column(int[] of, int r, int c) {
    return of[2] * r + of[3] * c;
  }

  /** Whether an image twice is the input again, if it is mirrored: not moved along its axis. */
  private static boolean isAxis(int[] of, int y, int x) {
    boolean mirrored = of[0] * of[3] - of[1] * of[2] < 0;
    return !mirrored || row(of, y, x) + y == 0 && column(of, y, x) + x == 0;
  }

  /** How far an image moves the middle of the input, squared, in half cells. */
  private int far(int[] of, int offsetY, int offsetX) {
    int r = height - 1;
    int c = width - 1;
    int y = row(of, r, c) + 2 * offsetY - r;
    int x = column(of, r, c) + 2 * offsetX - c;
    return y * y + x * x;
  }
}
