package io.github.archrm.augment.program.learn;

import io.github.archrm.tasks.Example;
import java.util.List;
import java.util.Optional;

/** Fits functions grid to grid to pairs of grids. It holds no state and never throws. */
public interface Learner {
  String name();

  /**
   * All readings of the examples, cheapest first.
   *
   * @param examples at least one
   * @return functions that reproduce every example exactly, or none
   */
  List<Fitted> fitAll(List<Example> examples);

  /** The cheapest reading. */
  default Optional<Fitted> fit(List<Example> examples) {
    return fitAll(examples).stream().findFirst();
  }
}
