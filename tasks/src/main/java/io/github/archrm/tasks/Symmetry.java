package io.github.archrm.tasks;

/**
 * The maps that turn every puzzle of a task, with its solution, into another puzzle of its kind
 * with its solution. Views are made of these and of nothing else.
 */
public sealed interface Symmetry {

  /**
   * Grids as pictures: they may be turned and mirrored, have other colours, and lie elsewhere.
   *
   * @param turns whether rotations and mirror images are allowed, as far as whoever asks for views
   *     wants them; otherwise every grid stays upright
   * @param names how many symbols, from 0 on, may take each other's names; 0 to 10
   * @param moves whether a grid may lie anywhere on a canvas that has room
   */
  record Plane(boolean turns, int names, boolean moves) implements Symmetry {
    private static final int MOST_NAMES = 10;

    /**
     * @throws IllegalArgumentException if there are less than 0 or more than 10 names
     */
    public Plane {
      if (names < 0 || names > MOST_NAMES) {
        throw new IllegalArgumentException(names + " names where 0 to 10 belong");
      }
    }
  }

  /**
   * Square boards whose lines may take each other's places: rows within each group of rows, groups
   * of rows, columns within each group, groups of columns; and, where both groups have the same
   * size, rows become columns. Symbol 0 is a blank, which stays.
   *
   * @param side rows and columns
   * @param rowGroup rows that stay together: those of a band of boxes, or all
   * @param columnGroup columns that stay together: those of a stack of boxes, or all
   * @param names how many symbols, from 1 on, may take each other's names
   */
  record Lines(int side, int rowGroup, int columnGroup, int names) implements Symmetry {
    /**
     * @throws IllegalArgumentException if the groups do not divide the side
     */
    public Lines {
      if (side < 1 || names < 0 || side % rowGroup != 0 || side % columnGroup != 0) {
        throw new IllegalArgumentException(
            "%d rows in groups of %d and %d".formatted(side, rowGroup, columnGroup));
      }
    }

    /** Whether rows may become columns. */
    public boolean transposes() {
      return rowGroup == columnGroup;
    }
  }
}
