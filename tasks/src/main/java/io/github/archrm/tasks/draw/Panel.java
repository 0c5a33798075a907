package io.github.archrm.tasks.draw;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Kinds;
import java.util.Optional;

/**
 * A grid to be drawn with a word above it.
 *
 * @param label may be empty
 * @param grid empty where it is not known; drawn as a question mark
 * @param kind decides how the grid looks
 * @param input the puzzle that the grid answers, if it answers one: what it adds stands out
 */
public record Panel(String label, Optional<Grid> grid, Kind kind, Optional<Grid> input) {

  /** A grid of the kind that tasks have where nothing else is said. */
  public Panel(String label, Optional<Grid> grid) {
    this(label, grid, Kinds.unnamed(), Optional.empty());
  }

  /** A grid of the kind that tasks have where nothing else is said. */
  public static Panel of(String label, Grid grid) {
    return new Panel(label, Optional.of(grid));
  }

  /** The same grid, as one of another kind. */
  public Panel as(Kind kind) {
    return new Panel(label, grid, kind, input);
  }

  /** The same grid, as the answer to a puzzle. */
  public Panel answering(Grid input) {
    return new Panel(label, grid, kind, Optional.of(input));
  }
}
