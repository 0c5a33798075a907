package io.github.archrm.solver;

import io.github.archrm.tasks.Task;
import io.github.archrm.train.TrainingProgress;
import java.util.function.Consumer;

/** Solves one task: trains on its demonstrations, predicts from many views, votes. */
public final class TaskSolver {
  private final SolverOptions options;

  public TaskSolver(SolverOptions options) {
    this.options = options;
  }

  /**
   * Trains, predicts and votes.
   *
   * @param task its solutions, if there are any, are not looked at
   * @param listener told of the training's progress about once a second
   */
  public SolvedTask solve(Task task, Consumer<TrainingProgress> listener) {
    throw new IllegalStateException("not built yet: " + options.budget() + task.id() + listener);
  }
}
