package io.github.archrm.augment.program.primitive;

/** Patterns that repeat. */
final class Patterns {
  /** The longest side of a grid of which small copies are made; more would not fit an output. */
  private static final int MOST_SELF = 6;

  private Patterns() {}

  /** Black cells filled by the smallest block whose copies agree with all that is coloured. */
  static PlacedGrid completed(PlacedGrid grid) {
    return continued(grid, new Size(grid.width, grid.height)).at(grid.x, grid.y);
  }

  /** The smallest block whose copies agree with all that is coloured, over a whole size. */
  static PlacedGrid continued(PlacedGrid grid, Size size) {
    if (grid.count() == 0) {
      return grid;
    }
    int bestArea = Integer.MAX_VALUE;
    byte[] best = null;
    int bestWidth = 0;
    for (int h = 1; h <= grid.height; h++) {
      for (int w = 1; w <= grid.width && h * w < bestArea; w++) {
        byte[] block = isPeriod(grid, w, h) ? block(grid, w, h) : null;
        if (block != null) {
          bestArea = w * h;
          best = block;
          bestWidth = w;
        }
      }
    }
    if (best == null) {
      return grid;
    }
    int bestHeight = best.length / bestWidth;
    byte[] cells = new byte[size.width() * size.height()];
    for (int r = 0, i = 0; r < size.height(); r++) {
      for (int c = 0; c < size.width(); c++, i++) {
        cells[i] = best[r % bestHeight * bestWidth + c % bestWidth];
      }
    }
    return new PlacedGrid(0, 0, size.width(), size.height(), cells);
  }

  /** Whether a block of this size would be there twice at least, on each axis or all along it. */
  private static boolean isPeriod(PlacedGrid grid, int width, int height) {
    boolean across = 2 * width <= grid.width;
    boolean down = 2 * height <= grid.height;
    return across && down || across && height == grid.height || down && width == grid.width;
  }

  private static byte[] block(PlacedGrid grid, int width, int height) {
    byte[] block = new byte[width * height];
    for (int r = 0, i = 0; r < grid.height; r++) {
      for (int c = 0; c < grid.width; c++, i++) {
        int at = r % height * width + c % width;
        if (grid.cells[i] == 0) {
          continue;
        }
        if (block[at] != 0 && block[at] != grid.cells[i]) {
          return null;
        }
        block[at] = grid.cells[i];
      }
    }
    for (byte cell : block) {
      if (cell == 0) {
        return null;
      }
    }
    return block;
  }

  /** The smallest block that gives the grid when repeated, black included. */
  static PlacedGrid block(PlacedGrid grid) {
    for (int area = 1; area <= grid.cells.length; area++) {
      for (int h = 1; h <= Math.min(area, grid.height); h++) {
        int w = area / h;
        if (area % h == 0 && isPeriod(grid, w, h) && repeats(grid, w, h)) {
          return grid.part(0, 0, w, h);
        }
      }
    }
    return grid;
  }

  private static boolean repeats(PlacedGrid grid, int width, int height) {
    for (int r = 0, i = 0; r < grid.height; r++) {
      for (int c = 0; c < grid.width; c++, i++) {
        if (grid.cells[i] != grid.cells[r % height * grid.width + c % width]) {
          return false;
        }
      }
    }
    return true;
  }

  /** Each row goes on with its shortest period, black being unknown; or each column. */
  static PlacedGrid linesContinued(PlacedGrid grid, boolean rows) {
    byte[] cells = grid.cells.clone();
    int lines = rows ? grid.height : grid.width;
    int length = rows ? grid.width : grid.height;
    int step = rows ? 1 : grid.width;
    for (int line = 0; line < lines; line++) {
      int start = rows ? line * grid.width : line;
      for (int period = 1; period < length; period++) {
        byte[] unit = new byte[period];
        boolean agrees = true;
        for (int i = 0; i < length && agrees; i++) {
          byte cell = grid.cells[start + i * step];
          if (cell != 0) {
            agrees = unit[i % period] == 0 || unit[i % period] == cell;
            unit[i % period] = cell;
          }
        }
        for (byte cell : unit) {
          agrees &= cell != 0;
        }
        if (agrees) {
          for (int i = 0; i < length; i++) {
            cells[start + i * step] = unit[i % period];
          }
          break;
        }
      }
    }
    return grid.with(cells);
  }

  /** A small copy of itself for each of its cells that has the colour, or has another. */
  static PlacedGrid selfProduct(PlacedGrid grid, int colour, boolean others) {
    if (grid.width > MOST_SELF || grid.height > MOST_SELF) {
      return PlacedGrid.NOTHING;
    }
    byte[] mask = new byte[grid.cells.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (grid.cells[i] == colour != others ? 1 : 0);
    }
    return PlacedGrid.product(grid.with(mask), grid, true);
  }

  /** Black cells filled where every diagonal, or every other diagonal, repeats with one period. */
  static PlacedGrid diagonalsContinued(PlacedGrid grid) {
    int most = Math.min(grid.width, grid.height) / 2 + 1;
    for (int period = 2; period <= most; period++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        byte[] unit = new byte[period];
        boolean agrees = true;
        for (int i = 0; i < grid.cells.length && agrees; i++) {
          byte cell = grid.cells[i];
          int at = Math.floorMod(i / grid.width + sign * (i % grid.width), period);
          if (cell != 0) {
            agrees = unit[at] == 0 || unit[at] == cell;
            unit[at] = cell;
          }
        }
        for (byte cell : unit) {
          agrees &= cell != 0;
        }
        if (agrees) {
          byte[] cells = new byte[grid.cells.length];
          for (int i = 0; i < cells.length; i++) {
            cells[i] = unit[Math.floorMod(i / grid.width + sign * (i % grid.width), period)];
          }
          return grid.with(cells);
        }
      }
    }
    return grid;
  }
}
