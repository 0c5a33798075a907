package io.github.archrm.tasks.draw;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.tasks.Marks;
import java.util.Optional;

/**
 * A grid to be drawn with a word above it.
 *
 * @param label may be empty
 * @param grid empty where it is not known; drawn as a question mark
 * @param kind decides how the grid looks
 * @param input the puzzle that the grid answers, if it answers one: what it adds stands out
 * @param marks further cells that stand out
 */
public record Panel(
    String label, Optional<Grid> grid, Kind kind, Optional<Grid> input, Marks marks) {

  /** A grid of the kind that tasks have where nothing else is said. */
  public Panel(String label, Optional<Grid> grid) {
    this(label, grid, Kinds.unnamed(), Optional.empty(), Marks.NONE);
  }

  /** A grid of the kind that tasks have where nothing else is said. */
  public static Panel of(String label, Grid grid) {
    return new Panel(label, Optional.of(grid));
  }

  /** The same grid, as one of another kind. */
  public Panel as(Kind other) {
    return new Panel(label, grid, other, input, marks);
  }

  /** The same grid, as the answer to a puzzle. */
  public Panel answering(Grid puzzle) {
    return new Panel(label, grid, kind, Optional.of(puzzle), marks);
  }

  /** The same grid with other marks. */
  public Panel marking(Marks others) {
    return new Panel(label, grid, kind, input, others);
  }
}
