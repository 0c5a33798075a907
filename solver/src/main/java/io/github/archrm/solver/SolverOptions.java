package io.github.archrm.solver;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to solve a task.
 *
 * @param budget when to stop at the latest
 * @param seed decides everything random
 * @param device {@code auto}, {@code cpu} or {@code gpu:i}
 * @param threads intra-op threads of the native library
 * @param thinking how much a model thinks about a test input
 * @param trunk file of the weights to start from; null for random ones
 * @param rules whether what is known of the rules decides before votes do
 * @param tokens that a batch may hold at most, symbol planes times cells, if the recipe's are more;
 *     a training step needs about 40 kB a token
 */
public record SolverOptions(
    Budget budget,
    long seed,
    String device,
    int threads,
    Thinking thinking,
    String trunk,
    boolean rules,
    int tokens) {

  /** With batches as large as the recipe has them. */
  public SolverOptions(
      Budget budget,
      long seed,
      String device,
      int threads,
      Thinking thinking,
      String trunk,
      boolean rules) {
    this(budget, seed, device, threads, thinking, trunk, rules, Integer.MAX_VALUE);
  }

  /** Training from random weights, with the usual thinking and voting with rules. */
  public SolverOptions(Budget budget, long seed, String device, int threads) {
    this(budget, seed, device, threads, Thinking.USUAL, null, true);
  }

  /** The same for another budget. */
  public SolverOptions within(Budget other) {
    return new SolverOptions(other, seed, device, threads, thinking, trunk, rules, tokens);
  }

  /** The same with batches of at most so many tokens, but of one row at least. */
  public SolverOptions holding(int mostTokens) {
    return new SolverOptions(budget, seed, device, threads, thinking, trunk, rules, mostTokens);
  }

  Optional<Path> trunkFile() {
    return Optional.ofNullable(trunk).map(Path::of);
  }
}
