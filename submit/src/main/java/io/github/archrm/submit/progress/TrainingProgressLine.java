package io.github.archrm.submit.progress;

import io.github.archrm.submit.runtime.Terminal;
import io.github.archrm.train.TrainingProgress;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/**
 * The progress of one long training: a line that is overwritten on a terminal, a line every ten
 * seconds in a log.
 */
public final class TrainingProgressLine {
  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final long LIVE = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long LOGGED = TimeUnit.SECONDS.toNanos(10);

  private final PrintStream err;
  private final boolean live;
  private long lastShown = System.nanoTime();

  TrainingProgressLine(PrintStream err, boolean live) {
    this.err = err;
    this.live = live;
  }

  public static TrainingProgressLine onStderr() {
    return new TrainingProgressLine(System.err, Terminal.isStderr());
  }

  public void show(TrainingProgress progress) {
    long now = System.nanoTime();
    if (now - lastShown < (live ? LIVE : LOGGED)) {
      return;
    }
    lastShown = now;
    String line = ProgressText.of("training", progress);
    if (live) {
      err.print(CLEAR_LINE + line.substring(0, Math.min(line.length(), Terminal.columns() - 1)));
      err.flush();
    } else {
      err.println(line);
    }
  }

  /** A line that stays. */
  public void note(String line) {
    err.println(live ? CLEAR_LINE + line : line);
  }

  public void end() {
    if (live) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
