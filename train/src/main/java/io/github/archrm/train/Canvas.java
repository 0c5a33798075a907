package io.github.archrm.train;

/**
 * The fixed rectangle of cells that grids are laid on, top left; one token per cell, row by row.
 */
public record Canvas(int height, int width) {
  public Canvas {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException("a canvas needs at least one cell");
    }
  }

  public int cells() {
    return height * width;
  }

  /** The canvas of a view that swaps rows and columns. */
  public Canvas transposed() {
    return new Canvas(width, height);
  }
}
