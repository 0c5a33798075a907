package io.github.archrm.tasks;

import java.util.Optional;

/**
 * A grid to be drawn with a word above it.
 *
 * @param label may be empty
 * @param grid empty where it is not known; drawn as a question mark
 */
public record Panel(String label, Optional<Grid> grid) {

  public static Panel of(String label, Grid grid) {
    return new Panel(label, Optional.of(grid));
  }
}
