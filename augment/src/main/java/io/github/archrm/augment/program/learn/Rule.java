package io.github.archrm.augment.program.learn;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.List;
import java.util.Optional;

/** A function with its words and its cost. */
public record Rule(String words, double cost, Function function) implements Fitted {
  /** A function grid to grid that may not cover every input. */
  @FunctionalInterface
  public interface Function {
    Optional<Grid> apply(Grid input);
  }

  @Override
  public Optional<Grid> apply(Grid input) {
    return function.apply(input);
  }

  /** Whether it reproduces every example. */
  public boolean explains(List<Example> examples) {
    for (Example example : examples) {
      Optional<Grid> output = function.apply(example.input());
      if (output.isEmpty() || !output.get().equals(example.output())) {
        return false;
      }
    }
    return true;
  }
}
