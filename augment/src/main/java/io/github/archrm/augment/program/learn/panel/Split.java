package io.github.archrm.augment.program.learn.panel;

import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.List;

/** A way to part a grid into panels. */
public sealed interface Split {
  /** From the most to the least usual. */
  List<Split> ALL = all();

  /** The panels in reading order; empty if the grid cannot be parted so. */
  List<Grid> of(Grid grid);

  private static List<Split> all() {
    List<Split> all = new ArrayList<>();
    all.add(new Lines());
    all.add(new Across());
    all.add(new Parts(1, 2));
    all.add(new Parts(2, 1));
    all.add(new Parts(1, 3));
    all.add(new Parts(3, 1));
    all.add(new Parts(2, 2));
    all.add(new Parts(3, 3));
    all.add(new Parts(1, 4));
    all.add(new Parts(4, 1));
    all.add(new Squares());
    return List.copyOf(all);
  }

  /** Between full rows and columns of the one colour that parts the grid. */
  record Lines() implements Split {
    @Override
    public List<Grid> of(Grid grid) {
      for (int colour : colours(grid)) {
        List<int[]> rows = spans(grid, true, colour);
        List<int[]> columns = spans(grid, false, colour);
        if (rows.size() * columns.size() > 1) {
          List<Grid> panels = new ArrayList<>();
          for (int[] row : rows) {
            for (int[] column : columns) {
              panels.add(cut(grid, row[0], column[0], row[1] - row[0], column[1] - column[0]));
            }
          }
          return panels;
        }
      }
      return List.of();
    }

    /** Colours of full lines, the background last. */
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

    @Override
    public String toString() {
      return "panels between lines";
    }
  }

  /** Into squares along the longer side. */
  record Across() implements Split {
    @Override
    public List<Grid> of(Grid grid) {
      int side = Math.min(grid.height(), grid.width());
      int count = grid.side() / side;
      if (count < 2 || grid.side() % side != 0 || side == 1) {
        return List.of();
      }
      return grid.width() > grid.height()
          ? new Parts(1, count).of(grid)
          : new Parts(count, 1).of(grid);
    }

    @Override
    public String toString() {
      return "squares in line";
    }
  }

  /** Into equal parts, if need be with a line of one cell between them or shared by them. */
  record Parts(int down, int across) implements Split {
    /** Cells between parts that make them equal: 0, 1, -1, or 2 for none of these. */
    private static int gap(int length, int parts) {
      for (int gap : new int[] {0, 1, -1}) {
        if ((length - gap * (parts - 1)) % parts == 0) {
          return gap;
        }
      }
      return 2;
    }

    @Override
    public List<Grid> of(Grid grid) {
      int gapDown = gap(grid.height(), down);
      int gapAcross = gap(grid.width(), across);
      int height = (grid.height() - gapDown * (down - 1)) / down;
      int width = (grid.width() - gapAcross * (across - 1)) / across;
      if (gapDown < 2 && gapAcross < 2 && height > 0 && width > 0 && height * width > 1) {
        List<Grid> panels = new ArrayList<>();
        for (int r = 0; r < down; r++) {
          for (int c = 0; c < across; c++) {
            panels.add(cut(grid, r * (height + gapDown), c * (width + gapAcross), height, width));
          }
        }
        return panels;
      }
      return List.of();
    }

    @Override
    public String toString() {
      return down + " by " + across + " equal parts";
    }
  }

  /** Into squares of 3 × 3. */
  record Squares() implements Split {
    @Override
    public List<Grid> of(Grid grid) {
      return grid.height() % 3 == 0 && grid.width() % 3 == 0 && grid.side() > 3
          ? new Parts(grid.height() / 3, grid.width() / 3).of(grid)
          : List.of();
    }

    @Override
    public String toString() {
      return "squares of 3 by 3";
    }
  }

  private static Grid cut(Grid grid, int top, int left, int height, int width) {
    return Grid.generate(height, width, (r, c) -> grid.cell(top + r, left + c));
  }
}
