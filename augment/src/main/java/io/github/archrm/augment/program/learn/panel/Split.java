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

  /** How many panels lie side by side. */
  int across(Grid grid);

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
      return FullLines.of(grid).map(lines -> lines.panels(grid)).orElse(List.of());
    }

    @Override
    public int across(Grid grid) {
      return FullLines.of(grid).map(lines -> lines.columns().size()).orElse(0);
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
    public int across(Grid grid) {
      return Math.max(1, grid.width() / grid.height());
    }

    @Override
    public String toString() {
      return "squares in line";
    }
  }

  /** Into equal parts, if need be with a line of one cell between them or shared by them. */
  record Parts(int down, int columns) implements Split {
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
      int gapAcross = gap(grid.width(), columns);
      int height = (grid.height() - gapDown * (down - 1)) / down;
      int width = (grid.width() - gapAcross * (columns - 1)) / columns;
      if (gapDown < 2 && gapAcross < 2 && height > 0 && width > 0 && height * width > 1) {
        List<Grid> panels = new ArrayList<>();
        for (int r = 0; r < down; r++) {
          for (int c = 0; c < columns; c++) {
            panels.add(cut(grid, r * (height + gapDown), c * (width + gapAcross), height, width));
          }
        }
        return panels;
      }
      return List.of();
    }

    @Override
    public int across(Grid grid) {
      return columns;
    }

    @Override
    public String toString() {
      return down + " by " + columns + " equal parts";
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
    public int across(Grid grid) {
      return grid.width() / 3;
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
