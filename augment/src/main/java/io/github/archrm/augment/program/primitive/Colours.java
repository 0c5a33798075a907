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

  /** The commonest colour, black included, becomes black; if it is another, black becomes it. */
  static PlacedGrid withoutCommonest(PlacedGrid grid) {
    int[] histogram = grid.histogram();
    int most = 0;
    for (int c = 1; c < histogram.length; c++) {
      most = histogram[c] > histogram[most] ? c : most;
    }
    return most == 0 ? grid : swapped(grid, 0, most);
  }

  /** Only the rarest colour but black. */
  static PlacedGrid rarest(PlacedGrid grid) {
    int[] histogram = grid.histogram();
    int least = 0;
    for (int c = 1; c < histogram.length; c++) {
      if (histogram[c] > 0 && (least == 0 || histogram[c] < histogram[least])) {
        least = c;
      }
    }
    return least == 0 ? grid : keep(grid, least);
  }

  /** Only the commonest colour but black. */
  static PlacedGrid commonest(PlacedGrid grid) {
    return grid.majority() == 0 ? grid : keep(grid, grid.majority());
  }

  /** All but the commonest colour, black not counted. */
  static PlacedGrid withoutMajority(PlacedGrid grid) {
    return grid.majority() == 0 ? grid : erase(grid, grid.majority());
  }

  /** The two colours but black change places, if there are just two. */
  static PlacedGrid twoSwapped(PlacedGrid grid) {
    int coloured = grid.colours() & ~1;
    return Integer.bitCount(coloured) == 2
        ? swapped(
            grid,
            Integer.numberOfTrailingZeros(coloured),
            31 - Integer.numberOfLeadingZeros(coloured))
        : grid;
  }

  private static PlacedGrid swapped(PlacedGrid grid, int one, int other) {
    byte[] cells = grid.cells.clone();
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i] == one ? (byte) other : cells[i] == other ? (byte) one : cells[i];
    }
    return grid.with(cells);
  }
}
