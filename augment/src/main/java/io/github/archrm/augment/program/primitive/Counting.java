package io.github.archrm.augment.program.primitive;

/** Numbers shown as rectangles of the commonest colour, at the origin. */
final class Counting {
  private Counting() {}

  static PlacedGrid square(PlacedGrid grid, int number) {
    return PlacedGrid.filled(0, 0, number, number, grid.majority());
  }

  static PlacedGrid row(PlacedGrid grid, int number) {
    return PlacedGrid.filled(0, 0, number, 1, grid.majority());
  }

  static PlacedGrid column(PlacedGrid grid, int number) {
    return PlacedGrid.filled(0, 0, 1, number, grid.majority());
  }
}
