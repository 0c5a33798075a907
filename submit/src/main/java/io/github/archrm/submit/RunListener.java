package io.github.archrm.submit;

import io.github.archrm.tasks.Task;
import io.github.archrm.train.TrainingProgress;

/** Follows a run. Called from the threads of all workers. */
interface RunListener {
  void started(int worker, Task task);

  void progressed(int worker, Task task, TrainingProgress progress);

  /** May come more than once for a task. */
  void finished(int worker, Outcome outcome);

  /** Something to be told beside the progress, such as a line of a worker's stderr. */
  void note(String line);

  /** Shows the run on stderr, as a terminal or a log wants it. */
  static RunListener onStderr(int tasks) {
    return onStderr(new Tally(tasks));
  }

  static RunListener onStderr(Tally tally) {
    return Terminal.isStderr()
        ? new LiveProgress(System.err, Terminal.columns(), tally)
        : new LogProgress(System.err, tally);
  }
}
