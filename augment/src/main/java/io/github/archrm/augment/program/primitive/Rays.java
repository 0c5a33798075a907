package io.github.archrm.augment.program.primitive;

import java.util.Arrays;

/** Lines that coloured cells send out or that join them. */
final class Rays {
  /** Steps as {column, row}: right, left, down, up, and the four diagonals. */
  private static final int[][] STEPS = {
    {1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, -1}, {1, -1}, {-1, 1}
  };

  private Rays() {}

  /**
   * Each cell takes the last colour met before it on its way; later directions paint over earlier.
   *
   * @param directions bit i is set if direction i of {@link #STEPS} is used
   */
  static PlacedGrid smear(PlacedGrid grid, int directions) {
    byte[] out = grid.cells.clone();
    int w = grid.width;
    int h = grid.height;
    for (int d = 0; d < STEPS.length; d++) {
      if ((directions >> d & 1) == 0) {
        continue;
      }
      int dx = STEPS[d][0];
      int dy = STEPS[d][1];
      for (int r = 0; r < h; r++) {
        for (int c = 0; c < w; c++) {
          boolean starts = r - dy < 0 || c - dx < 0 || r - dy >= h || c - dx >= w;
          if (!starts) {
            if (r > 0 && r < h - 1 && c < w - 2) {
              c = w - 2;
            }
            continue;
          }
          byte colour = 0;
          for (int y = r, x = c; y >= 0 && x >= 0 && y < h && x < w; y += dy, x += dx) {
            byte here = grid.cells[y * w + x];
            if (here != 0) {
              colour = here;
            }
            if (colour != 0) {
              out[y * w + x] = colour;
            }
          }
        }
      }
    }
    return grid.with(out);
  }

  /** Only the cells between nearest cells of equal colour in a row, in a column, or both. */
  static PlacedGrid connect(PlacedGrid grid, boolean rows, boolean columns) {
    byte[] out = new byte[grid.cells.length];
    if (rows) {
      for (int r = 0; r < grid.height; r++) {
        between(grid, out, r * grid.width, 1, grid.width);
      }
    }
    if (columns) {
      for (int c = 0; c < grid.width; c++) {
        between(grid, out, c, grid.width, grid.height);
      }
    }
    return grid.with(out);
  }

  private static void between(PlacedGrid grid, byte[] out, int start, int step, int length) {
    int last = -1;
    for (int i = 0; i < length; i++) {
      byte colour = grid.cells[start + i * step];
      if (colour == 0) {
        continue;
      }
      if (last >= 0 && grid.cells[start + last * step] == colour) {
        for (int k = last + 1; k < i; k++) {
          out[start + k * step] = colour;
        }
      }
      last = i;
    }
  }

  /**
   * From each cell of the rarest colour through black until something is in the way.
   *
   * @param directions bit i is set if direction i of {@link #STEPS} is used
   */
  static PlacedGrid shot(PlacedGrid grid, int directions) {
    byte[] out = grid.cells.clone();
    PlacedGrid sources = Colours.rarest(grid);
    for (int i = 0; i < out.length; i++) {
      if (sources.cells[i] == 0) {
        continue;
      }
      for (int d = 0; d < STEPS.length; d++) {
        int r = i / grid.width + STEPS[d][1];
        int c = i % grid.width + STEPS[d][0];
        while ((directions >> d & 1) != 0
            && r >= 0
            && c >= 0
            && r < grid.height
            && c < grid.width
            && grid.cells[r * grid.width + c] == 0) {
          out[r * grid.width + c] = sources.cells[i];
          r += STEPS[d][1];
          c += STEPS[d][0];
        }
      }
    }
    return grid.with(out);
  }

  /** Only the cells between nearest cells of equal colour on diagonals. */
  static PlacedGrid connectDiagonals(PlacedGrid grid) {
    byte[] out = new byte[grid.cells.length];
    for (int i = 0; i < out.length; i++) {
      byte colour = grid.cells[i];
      for (int dx = -1; dx <= 1 && colour != 0; dx += 2) {
        int r = i / grid.width + 1;
        int c = i % grid.width + dx;
        while (grid.colourAt(r, c) == 0 && r < grid.height && c >= 0 && c < grid.width) {
          r++;
          c += dx;
        }
        if (grid.colourAt(r, c) == colour) {
          for (int y = i / grid.width + 1, x = i % grid.width + dx; y < r; y++, x += dx) {
            out[y * grid.width + x] = colour;
          }
        }
      }
    }
    return grid.with(out);
  }

  /**
   * A coloured cell takes the colour that is seen before and behind it in its row, or in its
   * column, where other colours alone lie between.
   */
  static PlacedGrid broughtForward(PlacedGrid grid, boolean rows, boolean columns) {
    byte[] out = grid.cells.clone();
    for (int r = 0; rows && r < grid.height; r++) {
      forward(grid, out, r * grid.width, 1, grid.width);
    }
    for (int c = 0; columns && c < grid.width; c++) {
      forward(grid, out, c, grid.width, grid.height);
    }
    return grid.with(out);
  }

  private static void forward(PlacedGrid grid, byte[] out, int start, int step, int length) {
    int[] last = new int[PlacedGrid.COLOURS];
    Arrays.fill(last, -1);
    for (int i = 0; i < length; i++) {
      byte colour = grid.cells[start + i * step];
      if (colour == 0) {
        Arrays.fill(last, -1);
        continue;
      }
      for (int k = last[colour] + 1; last[colour] >= 0 && k < i; k++) {
        out[start + k * step] = colour;
      }
      last[colour] = i;
    }
  }
}
