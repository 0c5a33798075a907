package io.github.archrm.train.model;

import io.github.archrm.tasks.Grid;

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

  /** The smallest canvas that holds both. */
  public Canvas covering(Canvas other) {
    return new Canvas(Math.max(height, other.height), Math.max(width, other.width));
  }

  /** What a grid that is laid on this canvas has at a cell: {@link Grid#OUTSIDE} beyond it. */
  public int symbol(Grid grid, int cell) {
    int r = cell / width;
    int c = cell % width;
    return r < grid.height() && c < grid.width() ? grid.cell(r, c) : Grid.OUTSIDE;
  }

  /** The canvas of a view that swaps rows and columns. */
  public Canvas transposed() {
    return new Canvas(width, height);
  }
}
