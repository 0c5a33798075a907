package io.github.archrm.submit.recipe;

import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Results;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What a recipe brought with one seed, over tasks whose solutions are known.
 *
 * @param recipe its name
 */
public record RecipeRun(String recipe, long seed, Results results) {
  /** Cells in which an attempt of the right size may differ to be a near miss. */
  private static final int NEAR = 3;

  int tasks() {
    return results.tasks().size();
  }

  int solved() {
    return (int) outcomes().stream().filter(RecipeRun::isSolved).count();
  }

  int outputs() {
    return results.tasks().stream().mapToInt(task -> task.solutions().size()).sum();
  }

  int solvedOutputs() {
    return outputs() - missedOutputs();
  }

  private int missedOutputs() {
    int finished = outcomes().stream().mapToInt(o -> o.task().solutions().size()).sum();
    return outputs() - finished + outcomes().stream().mapToInt(o -> missed(o).size()).sum();
  }

  /** Unsolved tasks whose demonstrations a model fitted. */
  int fittedButWrong() {
    return (int) outcomes().stream().filter(o -> !isSolved(o) && o.fitted()).count();
  }

  /** Unsolved outputs of which an attempt is wrong in a few cells only. */
  int nearMisses() {
    return (int)
        outcomes().stream()
            .flatMap(o -> missed(o).stream().map(o::wrongCells))
            .filter(cells -> cells.isPresent() && cells.getAsInt() <= NEAR)
            .count();
  }

  /** Optimizer steps of a worker in a second; empty if none was made. */
  OptionalDouble stepsPerSecond() {
    double steps = outcomes().stream().mapToInt(o -> o.solved().steps()).sum();
    double seconds = outcomes().stream().mapToDouble(o -> o.solved().seconds()).sum();
    return steps == 0 ? OptionalDouble.empty() : OptionalDouble.of(steps / seconds);
  }

  /** Of all cores together; empty if the machine did not tell it of every task. */
  OptionalDouble coreSeconds() {
    double seconds =
        outcomes().stream()
            .mapToDouble(o -> o.cost().map(cost -> cost.processorSeconds()).orElse(Double.NaN))
            .sum();
    return Double.isNaN(seconds) ? OptionalDouble.empty() : OptionalDouble.of(seconds);
  }

  List<Outcome> outcomes() {
    return results.finished();
  }

  static boolean isSolved(Outcome outcome) {
    return outcome.solvedAll().orElse(false);
  }

  /** The test outputs of a task that neither attempt hits. */
  static List<Integer> missed(Outcome outcome) {
    return IntStream.range(0, outcome.task().solutions().size())
        .filter(i -> !outcome.correct(i).orElse(false))
        .boxed()
        .toList();
  }

  /** In how many cells a missed task is wrong; empty where an output has not even its size. */
  static OptionalInt wrongCells(Outcome outcome) {
    int sum = 0;
    for (int test : missed(outcome)) {
      OptionalInt cells = outcome.wrongCells(test);
      if (cells.isEmpty()) {
        return cells;
      }
      sum += cells.getAsInt();
    }
    return OptionalInt.of(sum);
  }
}
