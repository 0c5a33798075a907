package io.github.archrm.submit.progress;

import io.github.archrm.submit.runtime.Terminal;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The lines that tell how far something is. On a terminal they are drawn over the last ones, cut to
 * its width, under what stays; in a log they are printed, but not often.
 */
final class StatusLines {
  private static final String TO_THE_BEGINNING = "\r";
  private static final String UP = "\u001b[A";
  private static final String CLEAR_BELOW = "\u001b[J";
  private static final long LIVE_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

  /** Between two lines about the same in a log. */
  static final long LOG_PAUSE = TimeUnit.SECONDS.toNanos(10);

  private final PrintStream err;
  private final boolean live;
  private final int columns;
  private final long pause;
  private long lastShown = System.nanoTime();
  private int drawn;

  /**
   * @param live whether the stream is a terminal
   * @param columns of the terminal
   */
  StatusLines(PrintStream err, boolean live, int columns) {
    this(err, live, columns, LOG_PAUSE);
  }

  /**
   * @param logPause nanoseconds between two lines in a log
   */
  StatusLines(PrintStream err, boolean live, int columns, long logPause) {
    this.err = err;
    this.live = live;
    this.columns = columns;
    this.pause = live ? LIVE_PAUSE : logPause;
  }

  static StatusLines onStderr() {
    return onStderr(LOG_PAUSE);
  }

  static StatusLines onStderr(long logPause) {
    return new StatusLines(System.err, Terminal.isStderr(), Terminal.columns(), logPause);
  }

  boolean isLive() {
    return live;
  }

  /** Whether enough time has passed since this was last answered by yes. */
  boolean isDue() {
    long now = System.nanoTime();
    boolean due = now - lastShown >= pause;
    if (due) {
      lastShown = now;
    }
    return due;
  }

  void show(List<String> lines) {
    erase();
    if (live) {
      err.print(
          lines.stream()
              .map(line -> line.substring(0, Math.min(line.length(), columns - 1)))
              .collect(Collectors.joining("\n")));
      err.flush();
      drawn = lines.size();
    } else {
      lines.forEach(err::println);
    }
  }

  /** A line that stays; what was shown is gone. */
  void lasting(String line) {
    erase();
    err.println(line);
  }

  /** Takes back what was shown on a terminal. */
  void erase() {
    if (drawn > 0) {
      err.print(TO_THE_BEGINNING + UP.repeat(drawn - 1) + CLEAR_BELOW);
      err.flush();
      drawn = 0;
    }
  }
}
