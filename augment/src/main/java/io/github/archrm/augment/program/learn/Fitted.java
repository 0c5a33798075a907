package io.github.archrm.augment.program.learn;

import io.github.archrm.tasks.Grid;
import java.util.Optional;

/** A function grid to grid that reproduces the examples it was fitted to. */
public interface Fitted {
  /** The output for any input, or nothing where the fitted rule does not cover the input. */
  Optional<Grid> apply(Grid input);

  /** The rule in plain English. */
  String words();

  /** The rule's length in primitives, at least 1. */
  double cost();
}
