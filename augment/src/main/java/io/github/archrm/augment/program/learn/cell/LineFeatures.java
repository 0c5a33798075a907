package io.github.archrm.augment.program.learn.cell;

import io.github.archrm.augment.program.learn.cell.CellFeatures.Feature;
import java.util.Arrays;
import java.util.List;

/** What is said of the row, the column, the runs and the rectangles that a cell is in. */
final class LineFeatures {
  private LineFeatures() {}

  static void add(List<Feature> all) {
    rectangles(all);
    for (boolean rows : new boolean[] {true, false}) {
      String line = rows ? "row" : "column";
      all.add(
          new Feature("colours in its " + line, 1.3, s -> s.lines(rows, LineFeatures::colourSet)));
      all.add(
          new Feature(
              "filled cells in its " + line,
              1.7,
              s ->
                  s.lines(
                      rows, l -> (int) Arrays.stream(l).filter(v -> v != s.background).count())));
      all.add(
          new Feature(
              "whether its " + line + " has something",
              1,
              s -> s.lines(rows, l -> Arrays.stream(l).anyMatch(v -> v != s.background) ? 1 : 0)));
      all.add(
          new Feature(
              "whether its " + line + " has one colour",
              1,
              s -> s.lines(rows, l -> Arrays.stream(l).allMatch(v -> v == l[0]) ? 1 : 0)));
      all.add(
          new Feature(
              "where the first filled cell of its " + line + " is",
              1.6,
              s -> s.lines(rows, l -> firstFilled(s, l))));
      all.add(new Feature("length of the run in its " + line, 1.5, s -> runs(s, rows)));
    }
    all.add(
        new Feature(
            "the longer of its runs",
            1.7,
            s -> {
              int[] across = runs(s, true);
              int[] down = runs(s, false);
              return s.each((r, c) -> Math.max(across[r * s.width + c], down[r * s.width + c]));
            }));
  }

  private static int firstFilled(CellScene s, int[] line) {
    for (int i = 0; i < line.length; i++) {
      if (line[i] != s.background) {
        return i;
      }
    }
    return -1;
  }

  static int colourSet(int[] line) {
    int set = 0;
    for (int value : line) {
      set |= 1 << Math.max(0, value);
    }
    return set;
  }

  private static int[] runs(CellScene s, boolean rows) {
    int dr = rows ? 0 : 1;
    int dc = rows ? 1 : 0;
    return s.each(
        (r, c) -> {
          int length = 1;
          for (int sign = -1; sign <= 1; sign += 2) {
            for (int i = sign; s.at(r + i * dr, c + i * dc) == s.at(r, c); i += sign) {
              length++;
            }
          }
          return length;
        });
  }

  /**
   * Rectangles of one colour.
   *
   * @param side of the squares that count, or 0 for the largest rectangles alone
   */
  private static int[] inRectangle(CellScene s, int side, boolean blank) {
    int[] values = new int[s.cells.length];
    int best = Math.max(2, side * side);
    int[] heights = new int[s.width];
    for (int bottom = 0; bottom < s.height; bottom++) {
      for (int c = 0; c < s.width; c++) {
        boolean same = bottom > 0 && s.at(bottom, c) == s.at(bottom - 1, c);
        heights[c] = same ? heights[c] + 1 : 1;
      }
      for (int left = 0; left < s.width; left++) {
        int colour = s.at(bottom, left);
        if (blank && colour != s.background) {
          continue;
        }
        int height = heights[left];
        for (int right = left; right < s.width && s.at(bottom, right) == colour; right++) {
          height = Math.min(height, heights[right]);
          int width = right - left + 1;
          boolean square = side > 0 && width == side && height >= side;
          boolean larger = side == 0 && height * width > best;
          if (larger) {
            Arrays.fill(values, 0);
            best = height * width;
          }
          if (square || (side == 0 && height * width == best)) {
            int tall = square ? side : height;
            for (int r = bottom - tall + 1; r <= bottom; r++) {
              for (int c = left; c <= right; c++) {
                values[r * s.width + c] = 1;
              }
            }
          }
        }
      }
    }
    return values;
  }

  private static void rectangles(List<Feature> all) {
    for (int n = 3; n <= 4; n++) {
      int side = n;
      all.add(
          new Feature(
              "whether it is in a square of side " + n + " of its colour",
              1.4,
              s -> inRectangle(s, side, false)));
    }
    all.add(
        new Feature(
            "whether it is in the largest empty rectangle", 1.3, s -> inRectangle(s, 0, true)));
    all.add(
        new Feature(
            "whether it is in the largest rectangle of one colour",
            1.4,
            s -> inRectangle(s, 0, false)));
  }
}
