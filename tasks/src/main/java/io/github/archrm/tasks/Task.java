package io.github.archrm.tasks;

import java.util.List;
import java.util.Optional;

/**
 * A puzzle: demonstrations of a rule, and test inputs to which the rule is to be applied.
 *
 * <p>A set of puzzles whose rule is known, Sudoku or mazes, is a task too: its demonstrations are
 * the puzzles to learn from, its test inputs those to be solved. Such a task may have only the one
 * or only the other.
 *
 * @param id the name of its file or its key in a combined file
 * @param demonstrations at least one where they alone tell the rule
 * @param testInputs at least one where the demonstrations alone tell the rule
 * @param solutions one per test input in the same order, or empty where they are not known
 * @param kind what sort of puzzle it is
 */
public record Task(
    String id,
    List<Example> demonstrations,
    List<Grid> testInputs,
    List<Grid> solutions,
    Kind kind) {

  /** A task of the kind that files need not name, ARC's. */
  public Task(
      String id, List<Example> demonstrations, List<Grid> testInputs, List<Grid> solutions) {
    this(id, demonstrations, testInputs, solutions, Kinds.unnamed());
  }

  /**
   * @throws IllegalArgumentException if there is no demonstration or no test input where the kind
   *     needs both, or neither, or if the number of solutions is neither none nor one per test
   *     input
   */
  public Task {
    demonstrations = List.copyOf(demonstrations);
    testInputs = List.copyOf(testInputs);
    solutions = List.copyOf(solutions);
    boolean both = !kind.structure().sharedRule();
    if (demonstrations.isEmpty() && (both || testInputs.isEmpty())) {
      throw new IllegalArgumentException(id + ": no demonstrations");
    }
    if (testInputs.isEmpty() && both) {
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

  /** The same task with at most so many demonstrations and test inputs, the first ones. */
  public Task excerpt(int most) {
    int tests = Math.min(most, testInputs.size());
    return new Task(
        id,
        demonstrations.subList(0, Math.min(most, demonstrations.size())),
        testInputs.subList(0, tests),
        solutions.isEmpty() ? solutions : solutions.subList(0, tests),
        kind);
  }

  /** The same task as a solver may see it. */
  public Task withoutSolutions() {
    return withSolutions(List.of());
  }

  /** The same task with other solutions: one per test input, or none. */
  public Task withSolutions(List<Grid> others) {
    return new Task(id, demonstrations, testInputs, others, kind);
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
