package io.github.archrm.augment.program.learn.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the panels between full lines, of any colours, hold in common. */
final class PanelContent {
  private PanelContent() {}

  /**
   * What is filled at each cell's place in the panels between full lines; -1 for none or several.
   */
  static int[] of(CellScene s) {
    List<int[]> rows = spans(s, true);
    List<int[]> columns = spans(s, false);
    int[] values = s.cells.clone();
    if (rows.size() * columns.size() < 2) {
      Arrays.fill(values, -1);
      return values;
    }
    Map<Integer, Integer> there = new HashMap<>();
    for (int[] row : rows) {
      for (int[] column : columns) {
        for (int r = row[0]; r < row[1]; r++) {
          for (int c = column[0]; c < column[1]; c++) {
            if (s.filled(r, c)) {
              there.merge(
                  (r - row[0]) * 100 + c - column[0], s.at(r, c), (a, b) -> a.equals(b) ? a : -1);
            }
          }
        }
      }
    }
    for (int[] row : rows) {
      for (int[] column : columns) {
        for (int r = row[0]; r < row[1]; r++) {
          for (int c = column[0]; c < column[1]; c++) {
            values[r * s.width + c] =
                there.getOrDefault((r - row[0]) * 100 + c - column[0], s.background);
          }
        }
      }
    }
    return values;
  }

  /** What lies between full lines of one colour that is not background. */
  private static List<int[]> spans(CellScene s, boolean rows) {
    List<int[]> spans = new ArrayList<>();
    int start = 0;
    int length = rows ? s.height : s.width;
    for (int i = 0; i <= length; i++) {
      boolean line = i == length || s.at(rows ? i : 0, rows ? 0 : i) != s.background;
      for (int j = 1; line && i < length && j < (rows ? s.width : s.height); j++) {
        line = s.at(rows ? i : j, rows ? j : i) == s.at(rows ? i : 0, rows ? 0 : i);
      }
      if (line) {
        if (i > start) {
          spans.add(new int[] {start, i});
        }
        start = i + 1;
      }
    }
    return spans;
  }
}
