package io.github.archrm.augment.program.primitive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns and flips; the grid stays where its first cell lies. */
final class Turning {
  private Turning() {}

  /**
   * 0 nothing, 1-3 quarter turns to the left, 4 left-right, 5 upside down, 6 and 7 along the two
   * diagonals.
   */
  static PlacedGrid turned(PlacedGrid grid, int how) {
    if (how == 0 || grid.cells.length == 0) {
      return grid;
    }
    int w = grid.width;
    int h = grid.height;
    boolean swaps = how == 1 || how == 3 || how >= 6;
    int width = swaps ? h : w;
    int height = swaps ? w : h;
    byte[] cells = new byte[w * h];
    for (int r = 0, i = 0; r < height; r++) {
      for (int c = 0; c < width; c++, i++) {
        int from =
            switch (how) {
              case 1 -> c * w + (w - 1 - r);
              case 2 -> (h - 1 - r) * w + (w - 1 - c);
              case 3 -> (h - 1 - c) * w + r;
              case 4 -> r * w + (w - 1 - c);
              case 5 -> (h - 1 - r) * w + c;
              case 6 -> c * w + r;
              default -> (h - 1 - c) * w + (w - 1 - r);
            };
        cells[i] = grid.cells[from];
      }
    }
    return new PlacedGrid(grid.x, grid.y, width, height, cells);
  }

  /** Flipped along the axis on which its coloured cells are further from the middle. */
  static PlacedGrid mirroredWhereUneven(PlacedGrid grid) {
    int count = 0;
    int columns = 0;
    int rows = 0;
    for (int i = 0; i < grid.cells.length; i++) {
      if (grid.cells[i] != 0) {
        count++;
        columns += i % grid.width;
        rows += i / grid.width;
      }
    }
    int offX = Math.abs(columns * 2 - (grid.width - 1) * count);
    int offY = Math.abs(rows * 2 - (grid.height - 1) * count);
    return turned(grid, offX < offY ? 5 : 4);
  }

  /** Its rows or columns in the order of their coloured cells; equal ones keep theirs. */
  static PlacedGrid sorted(PlacedGrid grid, boolean rows, boolean rising) {
    int lines = rows ? grid.height : grid.width;
    int length = rows ? grid.width : grid.height;
    int lineStep = rows ? grid.width : 1;
    int step = rows ? 1 : grid.width;
    int[] counts = new int[lines];
    for (int i = 0; i < grid.cells.length; i++) {
      counts[rows ? i / grid.width : i % grid.width] += grid.cells[i] != 0 ? 1 : 0;
    }
    List<Integer> order = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      order.add(line);
    }
    order.sort(Comparator.comparingInt(line -> rising ? counts[line] : -counts[line]));
    byte[] out = new byte[grid.cells.length];
    for (int line = 0; line < lines; line++) {
      for (int i = 0; i < length; i++) {
        out[line * lineStep + i * step] = grid.cells[order.get(line) * lineStep + i * step];
      }
    }
    return grid.with(out);
  }
}
