package io.github.archrm.augment.program.primitive;

/** Keeping, dropping and changing colours. */
final class Colours {
  private Colours() {}

  /** All but one colour becomes black; for black, black and colour change places. */
  static PlacedGrid keep(PlacedGrid grid, int colour) {
    if (colour == 0) {
      return negative(grid);
    }
    if ((grid.colours() & ~1) == 1 << colour) {
      return grid;
    }
    byte[] cells = new byte[grid.cells.length];
    if ((grid.colours() >> colour & 1) != 0) {
      for (int i = 0; i < cells.length; i++) {
        cells[i] = grid.cells[i] == colour ? (byte) colour : 0;
      }
    }
    return grid.with(cells);
  }

  /** Black becomes the lowest colour that occurs (1 if none does), all else black. */
  static PlacedGrid negative(PlacedGrid grid) {
    int coloured = grid.colours() & ~1;
    byte colour = (byte) (coloured == 0 ? 1 : Integer.numberOfTrailingZeros(coloured));
    byte[] cells = new byte[grid.cells.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = grid.cells[i] == 0 ? colour : 0;
    }
    return grid.with(cells);
  }

  static PlacedGrid erase(PlacedGrid grid, int colour) {
    if ((grid.colours() >> colour & 1) == 0) {
      return grid;
    }
    byte[] cells = grid.cells.clone();
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] == colour) {
        cells[i] = 0;
      }
    }
    return grid.with(cells);
  }

  /** All that is coloured becomes one colour. */
  static PlacedGrid paint(PlacedGrid grid, int colour) {
    byte[] cells = new byte[grid.cells.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = grid.cells[i] == 0 ? 0 : (byte) colour;
    }
    return grid.with(cells);
  }

  /** One cell of the commonest colour, at the origin. */
  static PlacedGrid majority(PlacedGrid grid) {
    return PlacedGrid.filled(0, 0, 1, 1, grid.majority());
  }
}
