package io.github.archrm.submit;

import io.github.archrm.tasks.Task;
import io.github.archrm.train.TrainingProgress;

/** Follows a run. Called from the threads of all workers. */
interface RunListener {
  void started(int worker, Task task);

  void progressed(int worker, Task task, TrainingProgress progress);

  void finished(int worker, Outcome outcome);

  /** Something to be told beside the progress, such as a line of a worker's stderr. */
  void note(String line);

  /** Shows the run on stderr, as a terminal or a log wants it. */
  static RunListener onStderr(int tasks) {
    return Terminal.isStderr()
        ? new LiveProgress(System.err, Terminal.columns(), tasks)
        : new LogProgress(System.err, tasks);
  }
}
