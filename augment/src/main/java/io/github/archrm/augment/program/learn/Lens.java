package io.github.archrm.augment.program.learn;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.Optional;

/** Another way to see a grid, in which a rule may be simpler, with the way back. */
public interface Lens {
  String words();

  double cost();

  /** What an input looks like. */
  Optional<Grid> look(Grid input);

  /** What an example's output looks like beside its input. */
  Optional<Grid> lookOutput(Example example);

  /** The output whose look is given. */
  Optional<Grid> back(Grid input, Grid look);
}
