package io.github.archrm.augment.program.learn.panel;

import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Full rows and columns of one colour, and what lies between them.
 *
 * @param colour of the lines
 * @param rows first and last + 1 of each span of rows between lines
 * @param columns likewise
 */
public record FullLines(int colour, List<int[]> rows, List<int[]> columns) {
  /** The lines of the first colour other than black that parts the grid, else black ones. */
  public static Optional<FullLines> of(Grid grid) {
    for (int colour : colours(grid)) {
      List<int[]> rows = spans(grid, true, colour);
      List<int[]> columns = spans(grid, false, colour);
      if (rows.size() * columns.size() > 1) {
        return Optional.of(new FullLines(colour, rows, columns));
      }
    }
    return Optional.empty();
  }

  /** The panels in reading order. */
  public List<Grid> panels(Grid grid) {
    List<Grid> panels = new ArrayList<>();
    for (int[] row : rows) {
      for (int[] column : columns) {
        panels.add(
            Grid.generate(
                row[1] - row[0],
                column[1] - column[0],
                (r, c) -> grid.cell(row[0] + r, column[0] + c)));
      }
    }
    return panels;
  }

  /** Colours of full lines, black last. */
  private static List<Integer> colours(Grid grid) {
    List<Integer> colours = new ArrayList<>();
    for (int r = 0; r < grid.height(); r++) {
      add(colours, grid, grid.cell(r, 0), r, true);
    }
    for (int c = 0; c < grid.width(); c++) {
      add(colours, grid, grid.cell(0, c), c, false);
    }
    if (colours.remove((Integer) 0)) {
      colours.add(0);
    }
    return colours;
  }

  private static void add(List<Integer> colours, Grid grid, int colour, int at, boolean row) {
    if (!colours.contains(colour) && full(grid, at, row, colour)) {
      colours.add(colour);
    }
  }

  private static boolean full(Grid grid, int at, boolean row, int colour) {
    for (int i = 0; i < (row ? grid.width() : grid.height()); i++) {
      if ((row ? grid.cell(at, i) : grid.cell(i, at)) != colour) {
        return false;
      }
    }
    return true;
  }

  private static List<int[]> spans(Grid grid, boolean rows, int colour) {
    int length = rows ? grid.height() : grid.width();
    List<int[]> spans = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= length; i++) {
      if (i == length || full(grid, i, rows, colour)) {
        if (i > start) {
          spans.add(new int[] {start, i});
        }
        start = i + 1;
      }
    }
    return spans;
  }
}
