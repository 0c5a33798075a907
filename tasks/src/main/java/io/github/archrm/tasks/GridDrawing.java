package io.github.archrm.tasks;

import io.github.archrm.tasks.picture.Picture.Shape;
import java.util.List;
import java.util.Optional;

/** How the grids of one kind look, in text and in a picture. */
public interface GridDrawing {
  /** How many characters every line of {@link #lines} takes on a terminal. */
  int columns(Grid grid, boolean colour, boolean wide);

  /**
   * A grid as lines of text.
   *
   * @param input the puzzle that the grid answers, if any
   * @param marks cells that stand out, as far as there is room for it
   * @param colour whether ANSI escapes may be written; otherwise there is only ASCII
   * @param wide whether a cell is two characters wide, otherwise one
   */
  List<String> lines(Grid grid, Optional<Grid> input, Marks marks, boolean colour, boolean wide);

  /**
   * A grid in a picture, from back to front.
   *
   * @param input the puzzle that the grid answers, if any
   * @param x of the left edge
   * @param y of the upper edge
   * @param cell pixels from one cell to the next; a last line is one pixel beyond the last cell
   */
  List<Shape> shapes(Grid grid, Optional<Grid> input, int x, int y, int cell);

  /** The same for those who draw elsewhere. */
  Look look();
}
