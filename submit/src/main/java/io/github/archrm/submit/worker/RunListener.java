package io.github.archrm.submit.worker;

import io.github.archrm.submit.score.Outcome;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.TrainingProgress;

/** Follows a run. Called from the threads of all workers. */
public interface RunListener {
  void started(int worker, Task task);

  void progressed(int worker, Task task, TrainingProgress progress);

  /** May come more than once for a task. */
  void finished(int worker, Outcome outcome);

  /** Something to be told beside the progress, such as a line of a worker's stderr. */
  void note(String line);
}
