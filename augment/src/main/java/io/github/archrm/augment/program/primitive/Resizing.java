package io.github.archrm.augment.program.primitive;

/** A grid made to fit a size, at the origin unless said otherwise. */
final class Resizing {
  private Resizing() {}

  /** Cut off or padded with black where it lies. */
  static PlacedGrid embed(PlacedGrid grid, Size size) {
    if (grid.x == 0 && grid.y == 0 && grid.width == size.width() && grid.height == size.height()) {
      return grid;
    }
    byte[] cells = new byte[size.width() * size.height()];
    int left = Math.max(0, grid.x);
    int right = Math.min(size.width(), grid.x + grid.width);
    if (right > left) {
      for (int y = Math.max(0, grid.y); y < Math.min(size.height(), grid.y + grid.height); y++) {
        System.arraycopy(
            grid.cells,
            (y - grid.y) * grid.width + left - grid.x,
            cells,
            y * size.width() + left,
            right - left);
      }
    }
    return new PlacedGrid(0, 0, size.width(), size.height(), cells);
  }

  /** What sticks out at the right goes on below, what sticks out below goes on at the right. */
  static PlacedGrid wrap(PlacedGrid grid, Size size) {
    if (grid.cells.length == 0) {
      return PlacedGrid.NOTHING;
    }
    byte[] cells = new byte[size.width() * size.height()];
    for (int r = 0; r < grid.height; r++) {
      for (int c = 0; c < grid.width; c++) {
        int x = c + r / size.height() * grid.width;
        int y = r % size.height() + x / size.width() * grid.height;
        x %= size.width();
        if (y < size.height()) {
          cells[y * size.width() + x] = grid.cells[r * grid.width + c];
        }
      }
    }
    return new PlacedGrid(0, 0, size.width(), size.height(), cells);
  }

  /**
   * Stretched or shrunk: a cell takes the colour that covers most of it, where sizes do not divide,
   * of two that cover equally much the one that is commoner in the grid.
   */
  static PlacedGrid stretch(PlacedGrid grid, Size size) {
    if (grid.cells.length == 0) {
      return PlacedGrid.NOTHING;
    }
    int w = size.width();
    int h = size.height();
    byte[] cells = new byte[w * h];
    if (w % grid.width == 0 && h % grid.height == 0) {
      int dw = w / grid.width;
      int dh = h / grid.height;
      for (int r = 0, i = 0; r < h; r++) {
        for (int c = 0; c < w; c++, i++) {
          cells[i] = grid.cells[r / dh * grid.width + c / dw];
        }
      }
      return new PlacedGrid(0, 0, w, h, cells);
    }
    long[] common = new long[PlacedGrid.COLOURS];
    for (byte cell : grid.cells) {
      common[cell]++;
    }
    long scale = grid.cells.length + 1L;
    long[] weight = new long[PlacedGrid.COLOURS];
    for (int r = 0, i = 0; r < h; r++) {
      int top = r * grid.height;
      int bottom = top + grid.height;
      for (int c = 0; c < w; c++, i++) {
        int left = c * grid.width;
        int right = left + grid.width;
        System.arraycopy(common, 0, weight, 0, weight.length);
        for (int y = top / h; y * h < bottom; y++) {
          int high = Math.min((y + 1) * h, bottom) - Math.max(y * h, top);
          for (int x = left / w; x * w < right; x++) {
            int wide = Math.min((x + 1) * w, right) - Math.max(x * w, left);
            weight[grid.cells[y * grid.width + x]] += scale * high * wide;
          }
        }
        int best = 0;
        for (int k = 1; k < weight.length; k++) {
          if (weight[k] > weight[best]) {
            best = k;
          }
        }
        cells[i] = (byte) best;
      }
    }
    return new PlacedGrid(0, 0, w, h, cells);
  }

  /** Repeated over the size from where it lies, with a gap of so many black cells. */
  static PlacedGrid tile(PlacedGrid grid, Size size, int gap) {
    return repeat(grid, size, gap, false);
  }

  /** As {@link #tile}, every other copy mirrored. */
  static PlacedGrid mirrorTile(PlacedGrid grid, Size size, int gap) {
    return repeat(grid, size, gap, true);
  }

  private static PlacedGrid repeat(PlacedGrid grid, Size size, int gap, boolean mirrored) {
    if (grid.cells.length == 0) {
      return PlacedGrid.NOTHING;
    }
    int[] rows = sources(size.height(), grid.y, grid.height, gap, mirrored);
    int[] columns = sources(size.width(), grid.x, grid.width, gap, mirrored);
    byte[] cells = new byte[size.width() * size.height()];
    for (int r = 0, i = 0; r < size.height(); r++) {
      for (int c = 0; c < size.width(); c++, i++) {
        if (rows[r] >= 0 && columns[c] >= 0) {
          cells[i] = grid.cells[rows[r] * grid.width + columns[c]];
        }
      }
    }
    return new PlacedGrid(0, 0, size.width(), size.height(), cells);
  }

  private static int[] sources(int length, int offset, int side, int gap, boolean mirrored) {
    int period = side + gap;
    int[] sources = new int[length];
    for (int i = 0; i < length; i++) {
      int at = Math.floorMod(i - offset, mirrored ? 2 * period : period);
      if (at < side) {
        sources[i] = at;
      } else if (at >= period && at < period + side) {
        sources[i] = period + side - 1 - at;
      } else {
        sources[i] = -1;
      }
    }
    return sources;
  }
}
