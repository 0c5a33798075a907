package io.github.archrm.submit.progress;

import io.github.archrm.submit.worker.RunListener;

/** Shows a run on stderr, as a terminal or a log wants it. */
public final class RunStatus {
  private RunStatus() {}

  public static RunListener onStderr(int tasks) {
    return onStderr(new TasksDone(tasks));
  }

  public static RunListener onStderr(TasksDone done) {
    StatusLines lines = StatusLines.onStderr();
    return lines.isLive() ? new LiveRunStatus(lines, done) : new LoggedRunStatus(System.err, done);
  }
}
