package io.github.archrm.submit.worker;

import io.github.archrm.solver.SolvedTask;
import java.util.Optional;

/** Which task is tried next, and for how long. Called from the threads of all workers. */
public interface Schedule {
  /** Whether nothing is left for a worker that would ask now. */
  boolean isOver();

  /** The next job; empty if nothing is left for the worker that asks. */
  Optional<Job> next();

  /** Takes note of a result. */
  void solved(Job job, SolvedTask result);

  /**
   * Takes note of a failure.
   *
   * @return whether the same job is done again, so that nothing has come out of this one
   */
  boolean repeats(Job job, WorkerFailure failure);
}
