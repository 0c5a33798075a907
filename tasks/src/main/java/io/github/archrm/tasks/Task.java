package io.github.archrm.tasks;

import java.util.List;
import java.util.Optional;

/**
 * A puzzle: demonstrations of a rule, and test inputs to which the rule is to be applied.
 *
 * @param id the name of its file or its key in a combined file
 * @param demonstrations at least one
 * @param testInputs at least one
 * @param solutions one per test input in the same order, or empty where they are not known
 */
public record Task(
    String id, List<Example> demonstrations, List<Grid> testInputs, List<Grid> solutions) {

  /**
   * @throws IllegalArgumentException if there is no demonstration, no test input, or a number of
   *     solutions other than none or one per test input
   */
  public Task {
    demonstrations = List.copyOf(demonstrations);
    testInputs = List.copyOf(testInputs);
    solutions = List.copyOf(solutions);
    if (demonstrations.isEmpty()) {
      throw new IllegalArgumentException(id + ": no demonstrations");
    }
    if (testInputs.isEmpty()) {
      throw new IllegalArgumentException(id + ": no test inputs");
    }
    if (!solutions.isEmpty() && solutions.size() != testInputs.size()) {
      throw new IllegalArgumentException(
          id + ": " + solutions.size() + " solutions for " + testInputs.size() + " test inputs");
    }
  }

  /** The solution of one test input, if it is known. */
  public Optional<Grid> solution(int testIndex) {
    return solutions.isEmpty() ? Optional.empty() : Optional.of(solutions.get(testIndex));
  }

  /** The same task as a solver may see it. */
  public Task withoutSolutions() {
    return new Task(id, demonstrations, testInputs, List.of());
  }

  /** The largest side among everything a solver may see: demonstrations and test inputs. */
  public int side() {
    int side = 0;
    for (Example example : demonstrations) {
      side = Math.max(side, Math.max(example.input().side(), example.output().side()));
    }
    for (Grid input : testInputs) {
      side = Math.max(side, input.side());
    }
    return side;
  }
}
