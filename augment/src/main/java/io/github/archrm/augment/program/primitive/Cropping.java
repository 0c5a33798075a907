package io.github.archrm.augment.program.primitive;

import java.util.Arrays;

/** Parts of a grid, and rectangles of its size. */
final class Cropping {
  private Cropping() {}

  /** The box of all that is coloured; nothing if all is black. */
  static PlacedGrid toColoured(PlacedGrid grid) {
    if (grid.count() == 0) {
      return PlacedGrid.NOTHING;
    }
    int top = grid.height;
    int bottom = -1;
    int left = grid.width;
    int right = -1;
    for (int r = 0, i = 0; r < grid.height; r++) {
      for (int c = 0; c < grid.width; c++, i++) {
        if (grid.cells[i] != 0) {
          top = Math.min(top, r);
          bottom = r;
          left = Math.min(left, c);
          right = Math.max(right, c);
        }
      }
    }
    return grid.part(top, left, right - left + 1, bottom - top + 1);
  }

  static PlacedGrid toOrigin(PlacedGrid grid) {
    return grid.at(0, 0);
  }

  /** The whole box in one colour. */
  static PlacedGrid rectangle(PlacedGrid grid, int colour) {
    return PlacedGrid.filled(grid.x, grid.y, grid.width, grid.height, colour);
  }

  /** One cell of the commonest colour where the grid begins. */
  static PlacedGrid dot(PlacedGrid grid) {
    return PlacedGrid.filled(grid.x, grid.y, 1, 1, grid.majority());
  }

  /** The middle cell, or the two or four middle cells, in colour 1. */
  static PlacedGrid centre(PlacedGrid grid) {
    int width = grid.width % 2 == 0 ? 2 : 1;
    int height = grid.height % 2 == 0 ? 2 : 1;
    return PlacedGrid.filled(
        grid.x + (grid.width - width) / 2, grid.y + (grid.height - height) / 2, width, height, 1);
  }

  /** Left, right, upper or lower half (0-3); a middle line is lost. */
  static PlacedGrid half(PlacedGrid grid, int side) {
    int width = grid.width / 2;
    int height = grid.height / 2;
    return switch (side) {
      case 0 -> grid.part(0, 0, width, grid.height);
      case 1 -> grid.part(0, grid.width - width, width, grid.height);
      case 2 -> grid.part(0, 0, grid.width, height);
      default -> grid.part(grid.height - height, 0, grid.width, height);
    };
  }

  /** Without rows and columns that are all black; at the origin. */
  static PlacedGrid withoutEmptyLines(PlacedGrid grid) {
    boolean[] rows = new boolean[grid.height];
    boolean[] columns = new boolean[grid.width];
    for (int i = 0; i < grid.cells.length; i++) {
      if (grid.cells[i] != 0) {
        rows[i / grid.width] = true;
        columns[i % grid.width] = true;
      }
    }
    return lines(grid, rows, columns);
  }

  /** Of equal neighbouring rows and columns only the first stays; at the origin. */
  static PlacedGrid withoutRepeatedLines(PlacedGrid grid) {
    if (grid.cells.length == 0) {
      return grid;
    }
    boolean[] rows = new boolean[grid.height];
    boolean[] columns = new boolean[grid.width];
    rows[0] = true;
    columns[0] = true;
    for (int r = 0, i = 0; r < grid.height; r++) {
      for (int c = 0; c < grid.width; c++, i++) {
        rows[r] |= r > 0 && grid.cells[i] != grid.cells[i - grid.width];
        columns[c] |= c > 0 && grid.cells[i] != grid.cells[i - 1];
      }
    }
    return lines(grid, rows, columns);
  }

  /** Only the chosen rows and columns; at the origin. */
  static PlacedGrid lines(PlacedGrid grid, boolean[] rows, boolean[] columns) {
    int height = 0;
    for (boolean row : rows) {
      height += row ? 1 : 0;
    }
    int width = 0;
    for (boolean column : columns) {
      width += column ? 1 : 0;
    }
    if (width == 0 || height == 0) {
      return PlacedGrid.NOTHING;
    }
    byte[] cells = new byte[width * height];
    int k = 0;
    for (int r = 0; r < grid.height; r++) {
      for (int c = 0; rows[r] && c < grid.width; c++) {
        if (columns[c]) {
          cells[k++] = grid.cells[r * grid.width + c];
        }
      }
    }
    return new PlacedGrid(0, 0, width, height, cells);
  }

  /** A margin of one cell on all sides in one colour. */
  static PlacedGrid framed(PlacedGrid grid, int colour) {
    int width = grid.width + 2;
    int height = grid.height + 2;
    if (PlacedGrid.tooLarge(width, height)) {
      return PlacedGrid.NOTHING;
    }
    byte[] cells = new byte[width * height];
    Arrays.fill(cells, (byte) colour);
    for (int r = 0; r < grid.height; r++) {
      System.arraycopy(grid.cells, r * grid.width, cells, (r + 1) * width + 1, grid.width);
    }
    return new PlacedGrid(grid.x - 1, grid.y - 1, width, height, cells);
  }

  /** First row, last row, first column or last column (0-3). */
  static PlacedGrid edge(PlacedGrid grid, int side) {
    if (grid.cells.length == 0) {
      return grid;
    }
    return switch (side) {
      case 0 -> grid.part(0, 0, grid.width, 1);
      case 1 -> grid.part(grid.height - 1, 0, grid.width, 1);
      case 2 -> grid.part(0, 0, 1, grid.height);
      default -> grid.part(0, grid.width - 1, 1, grid.height);
    };
  }

  /** Without the outermost cells. */
  static PlacedGrid peeled(PlacedGrid grid) {
    return grid.part(1, 1, grid.width - 2, grid.height - 2);
  }

  /** The outermost cells of the box, in colour 1. */
  static PlacedGrid rim(PlacedGrid grid) {
    byte[] cells = new byte[grid.cells.length];
    for (int i = 0; i < cells.length; i++) {
      int r = i / grid.width;
      int c = i % grid.width;
      boolean edge = r == 0 || c == 0 || r == grid.height - 1 || c == grid.width - 1;
      cells[i] = (byte) (edge ? 1 : 0);
    }
    return grid.with(cells);
  }
}
