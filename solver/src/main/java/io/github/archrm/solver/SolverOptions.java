package io.github.archrm.solver;

/**
 * How to solve a task.
 *
 * @param budget when to stop at the latest
 * @param seed decides everything random
 * @param device {@code auto}, {@code cpu} or {@code gpu:i}
 * @param threads intra-op threads of the native library
 */
public record SolverOptions(Budget budget, long seed, String device, int threads) {}
