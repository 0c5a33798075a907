package io.github.archrm.augment;

import io.github.archrm.tasks.Grid;

/**
 * Moves a grid away from the top left corner of the canvas.
 *
 * <p>Applied, the grid has {@code down} more rows above it and {@code right} more columns left of
 * it, all {@link Grid#OUTSIDE}. Undoing cuts off as many, whatever they hold, since a prediction
 * may have filled them.
 *
 * @param down rows, at least 0
 * @param right columns, at least 0
 */
public record Translation(int down, int right) implements View {
  /**
   * @throws IllegalArgumentException if the grid would leave the canvas upwards or to the left
   */
  public Translation {
    if (down < 0 || right < 0) {
      throw new IllegalArgumentException("a translation by " + down + ", " + right);
    }
  }

  @Override
  public boolean isIdentity() {
    return down == 0 && right == 0;
  }

  @Override
  public String words() {
    return "moved by %d, %d".formatted(down, right);
  }

  @Override
  public Grid apply(Grid grid) {
    return Grid.generate(
        grid.height() + down,
        grid.width() + right,
        (row, column) ->
            row < down || column < right ? Grid.OUTSIDE : grid.cell(row - down, column - right));
  }

  @Override
  public Grid undo(Grid grid) {
    if (grid.height() <= down || grid.width() <= right) {
      throw new IllegalArgumentException(
          "a grid of %dx%d lies wholly in the %d rows and %d columns outside"
              .formatted(grid.height(), grid.width(), down, right));
    }
    return Grid.generate(
        grid.height() - down,
        grid.width() - right,
        (row, column) -> grid.cell(row + down, column + right));
  }
}
