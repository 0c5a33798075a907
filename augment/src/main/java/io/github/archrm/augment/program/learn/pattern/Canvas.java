package io.github.archrm.augment.program.learn.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cells of which some are unknown (-1), to be filled from the cells that a symmetry of the known
 * ones maps them to.
 */
final class Canvas {
  /**
   * A map of cells: (row, column) to (a + rr·row + rc·column, b + cr·row + cc·column).
   *
   * @param weight the smaller, the sooner it is used
   */
  private record Map(int a, int rr, int rc, int b, int cr, int cc, double weight) {
    int row(int r, int c) {
      return a + rr * r + rc * c;
    }

    int column(int r, int c) {
      return b + cr * r + cc * c;
    }
  }

  /** Which maps are looked for. */
  enum Kind {
    SHIFTS("the pattern repeats"),
    MIRRORS("the pattern mirrors itself");

    final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final int[][] cells;
  private final int height;
  private final int width;

  /** Takes the array as it is and fills it. */
  Canvas(int[][] cells) {
    this.cells = cells;
    this.height = cells.length;
    this.width = cells[0].length;
  }

  /**
   * Fills all unknown cells.
   *
   * @param knownHeight rows in which known cells stand
   * @param knownWidth columns in which known cells stand
   * @return whether none is left
   */
  boolean fill(Kind kind, int knownHeight, int knownWidth) {
    List<Map> maps = new ArrayList<>();
    List<Map> tried =
        kind == Kind.SHIFTS ? shifts(knownHeight, knownWidth) : mirrors(knownHeight, knownWidth);
    for (Map map : tried) {
      if (agrees(map)) {
        maps.add(map);
      }
    }
    maps.sort(Comparator.comparingDouble(Map::weight));
    boolean open = true;
    boolean progress = !maps.isEmpty();
    while (open && progress) {
      open = false;
      progress = false;
      for (int r = 0; r < height; r++) {
        for (int c = 0; c < width; c++) {
          if (cells[r][c] < 0) {
            cells[r][c] = from(maps, r, c);
            open |= cells[r][c] < 0;
            progress |= cells[r][c] >= 0;
          }
        }
      }
    }
    return !open && !maps.isEmpty();
  }

  private int from(List<Map> maps, int r, int c) {
    for (Map map : maps) {
      int row = map.row(r, c);
      int column = map.column(r, c);
      if (known(row, column)) {
        return cells[row][column];
      }
    }
    return -1;
  }

  private boolean known(int row, int column) {
    return row >= 0 && column >= 0 && row < height && column < width && cells[row][column] >= 0;
  }

  /** Whether no known cell contradicts it, and enough cells of several colours agree. */
  private boolean agrees(Map map) {
    int pairs = 0;
    int knownCells = 0;
    long colours = 0;
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        if (cells[r][c] < 0) {
          continue;
        }
        knownCells++;
        int row = map.row(r, c);
        int column = map.column(r, c);
        if (known(row, column)) {
          if (cells[row][column] != cells[r][c]) {
            return false;
          }
          pairs++;
          colours |= 1L << cells[r][c];
        }
      }
    }
    return 3 * pairs >= knownCells && Long.bitCount(colours) > 1;
  }

  private static List<Map> shifts(int height, int width) {
    List<Map> maps = new ArrayList<>();
    for (int dr = 0; dr <= height * 2 / 3; dr++) {
      for (int dc = -width * 2 / 3; dc <= width * 2 / 3; dc++) {
        if (dr > 0 || dc > 0) {
          double weight = Math.abs(dr) + Math.abs(dc);
          maps.add(new Map(dr, 1, 0, dc, 0, 1, weight));
          maps.add(new Map(-dr, 1, 0, -dc, 0, 1, weight));
        }
      }
    }
    return maps;
  }

  private static List<Map> mirrors(int height, int width) {
    List<Map> maps = new ArrayList<>();
    for (int a = height / 2; a < 2 * height - 1 - height / 2; a++) {
      maps.add(new Map(a, -1, 0, 0, 0, 1, Math.abs(a - height + 1)));
    }
    for (int b = width / 2; b < 2 * width - 1 - width / 2; b++) {
      maps.add(new Map(0, 1, 0, b, 0, -1, Math.abs(b - width + 1)));
    }
    for (int d = -3; d <= 3; d++) {
      maps.add(new Map(d, 0, 1, -d, 1, 0, 1 + Math.abs(d)));
      int sum = Math.max(height, width) - 1 + d;
      maps.add(new Map(sum, 0, -1, sum, -1, 0, 1 + Math.abs(d)));
    }
    return maps;
  }
}
