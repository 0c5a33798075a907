package io.github.archrm.solver;

import io.github.archrm.solver.trunk.ShippedTrunk;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Trunk;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to solve a task.
 *
 * @param budget when to stop at the latest
 * @param seed decides everything random
 * @param device {@code auto}, {@code cpu} or {@code gpu:i}
 * @param threads intra-op threads of the native library
 * @param trunk file of the weights to start from, or {@link ShippedTrunk#WORD}; null for random
 *     ones
 * @param recipe hyperparameters of training and voting; null for the usual ones of the task's kind
 * @param tokens that a batch may hold at most, symbol planes times cells, if the recipe's are more;
 *     a training step needs about 40 kB a token
 */
public record SolverOptions(
    Budget budget,
    long seed,
    String device,
    int threads,
    String trunk,
    SolverRecipe recipe,
    int tokens) {

  /** With batches as large as the recipe has them. */
  public SolverOptions(
      Budget budget, long seed, String device, int threads, String trunk, SolverRecipe recipe) {
    this(budget, seed, device, threads, trunk, recipe, Integer.MAX_VALUE);
  }

  /** Training from random weights, with the usual recipe. */
  public SolverOptions(Budget budget, long seed, String device, int threads) {
    this(budget, seed, device, threads, null, null);
  }

  /** The same for another budget. */
  public SolverOptions within(Budget other) {
    return new SolverOptions(other, seed, device, threads, trunk, recipe, tokens);
  }

  /** The same with batches of at most so many tokens, but of one row at least. */
  public SolverOptions holding(int mostTokens) {
    return new SolverOptions(budget, seed, device, threads, trunk, recipe, mostTokens);
  }

  Optional<Trunk> readTrunk(Kind kind) {
    return ShippedTrunk.WORD.equals(trunk)
        ? ShippedTrunk.of(kind)
        : Optional.ofNullable(trunk).map(Path::of).map(Trunk::read);
  }

  SolverRecipe recipeFor(Task task, Optional<Trunk> read) {
    return recipe != null ? recipe : SolverRecipe.of(task.kind(), read);
  }
}
