package io.github.archrm.augment;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;

/**
 * An invertible map of grids: {@code undo(apply(grid))} equals {@code grid} for every grid.
 *
 * <p>The same view is applied to the input and the output of an example, so that the rule between
 * them stays a rule; on a prediction it is undone.
 */
public interface View {
  Grid apply(Grid grid);

  Grid undo(Grid grid);

  /** Applies this view to both sides of an example. */
  default Example apply(Example example) {
    return new Example(apply(example.input()), apply(example.output()));
  }
}
