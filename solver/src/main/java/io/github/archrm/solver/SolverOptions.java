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
 */
public record SolverOptions(
    Budget budget,
    long seed,
    String device,
    int threads,
    Thinking thinking,
    String trunk,
    boolean rules) {

  /** Training from random weights, with the usual thinking and voting with rules. */
  public SolverOptions(Budget budget, long seed, String device, int threads) {
    this(budget, seed, device, threads, Thinking.USUAL, null, true);
  }

  Optional<Path> trunkFile() {
    return Optional.ofNullable(trunk).map(Path::of);
  }
}
