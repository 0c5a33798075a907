package io.github.archrm.augment;

import io.github.archrm.tasks.Grid;

/**
 * The eight ways to lay a rectangle on a table: rotations and mirror images.
 *
 * <p>Each is an optional transposition, then an optional reversal of the order of the rows, then of
 * the columns. Rotations are clockwise.
 */
public enum Dihedral implements View {
  IDENTITY(false, false, false),
  ROTATE_90(true, false, true),
  ROTATE_180(false, true, true),
  ROTATE_270(true, true, false),
  FLIP_UP_DOWN(false, true, false),
  FLIP_LEFT_RIGHT(false, false, true),
  TRANSPOSE(true, false, false),
  ANTI_TRANSPOSE(true, true, true);

  private final boolean transposes;
  private final boolean reversesRows;
  private final boolean reversesColumns;

  Dihedral(boolean transposes, boolean reversesRows, boolean reversesColumns) {
    this.transposes = transposes;
    this.reversesRows = reversesRows;
    this.reversesColumns = reversesColumns;
  }

  @Override
  public boolean transposes() {
    return transposes;
  }

  @Override
  public boolean isIdentity() {
    return this == IDENTITY;
  }

  @Override
  public String words() {
    return switch (this) {
      case IDENTITY -> "upright";
      case ROTATE_90 -> "turned 90°";
      case ROTATE_180 -> "turned 180°";
      case ROTATE_270 -> "turned 270°";
      case FLIP_UP_DOWN -> "up for down";
      case FLIP_LEFT_RIGHT -> "left for right";
      case TRANSPOSE -> "transposed";
      case ANTI_TRANSPOSE -> "transposed, turned 180°";
    };
  }

  /** The map that undoes this one; only the two quarter turns are not their own. */
  public Dihedral inverse() {
    return switch (this) {
      case ROTATE_90 -> ROTATE_270;
      case ROTATE_270 -> ROTATE_90;
      default -> this;
    };
  }

  @Override
  public Grid apply(Grid grid) {
    if (isIdentity()) {
      return grid;
    }
    int height = transposes ? grid.width() : grid.height();
    int width = transposes ? grid.height() : grid.width();
    return Grid.generate(
        height,
        width,
        (row, column) -> {
          int r = reversesRows ? height - 1 - row : row;
          int c = reversesColumns ? width - 1 - column : column;
          return transposes ? grid.cell(c, r) : grid.cell(r, c);
        });
  }

  @Override
  public Grid undo(Grid grid) {
    return inverse().apply(grid);
  }
}
