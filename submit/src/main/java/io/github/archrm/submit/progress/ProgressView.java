package io.github.archrm.submit.progress;

import io.github.archrm.submit.runtime.Terminal;
import io.github.archrm.submit.worker.RunListener;

/** Shows a run on stderr, as a terminal or a log wants it. */
public final class ProgressView {
  private ProgressView() {}

  public static RunListener onStderr(int tasks) {
    return onStderr(new Tally(tasks));
  }

  public static RunListener onStderr(Tally tally) {
    return Terminal.isStderr()
        ? new LiveProgress(System.err, Terminal.columns(), tally)
        : new LogProgress(System.err, tally);
  }
}
