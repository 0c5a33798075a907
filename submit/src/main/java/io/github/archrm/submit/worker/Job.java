package io.github.archrm.submit.worker;

import io.github.archrm.solver.SolverOptions;
import io.github.archrm.tasks.Task;
import java.nio.file.Path;

/**
 * One try at a task.
 *
 * @param options how it is solved, and within what budget
 * @param state where its training is kept for a later try; null if it is not
 * @param limitSeconds a worker without a result after that is taken for hung; may be infinite
 */
public record Job(Task task, SolverOptions options, Path state, double limitSeconds) {
  /** What a worker may need beyond its budget: starting, unpacking the native library, voting. */
  public static final double GRACE_SECONDS = 120;

  /** Whether there is a smaller batch than that of this try. */
  public boolean canShrink() {
    return options.tokens() > 1;
  }

  /** The same with batches of a single row. */
  public Job shrunk() {
    return new Job(task, options.holding(1), state, limitSeconds);
  }
}
