package io.github.archrm.solver;

import java.util.List;

/**
 * The outcome of one task.
 *
 * @param id the task's id
 * @param tests one entry per test input, in order
 * @param steps optimizer steps made
 * @param seconds wall-clock seconds used
 * @param loss mean cross entropy per cell of the last training batches, in nats
 */
public record SolvedTask(
    String id, List<TestAttempts> tests, int steps, double seconds, double loss) {
  public SolvedTask {
    tests = List.copyOf(tests);
  }
}
