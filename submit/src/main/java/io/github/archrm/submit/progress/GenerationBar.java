package io.github.archrm.submit.progress;

import io.github.archrm.tasks.generate.GenerationProgress;
import java.io.PrintStream;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How far a generator has come: on a terminal a bar that is overwritten, in a log a line every ten
 * seconds; and a last line with what was rejected.
 */
public final class GenerationBar implements Consumer<GenerationProgress> {
  private static final int WIDTH = 20;
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean live;
  private final int columns;
  private final long pause;
  private long lastSpoken;
  private GenerationProgress last;

  public GenerationBar(PrintStream err, boolean live, int columns) {
    this.err = err;
    this.live = live;
    this.columns = columns;
    this.pause = live ? TimeUnit.MILLISECONDS.toNanos(100) : TimeUnit.SECONDS.toNanos(10);
    this.lastSpoken = System.nanoTime();
  }

  @Override
  public void accept(GenerationProgress progress) {
    last = progress;
    long now = System.nanoTime();
    if (now - lastSpoken < pause) {
      return;
    }
    lastSpoken = now;
    if (live) {
      int done = WIDTH * progress.accepted() / progress.wanted();
      String line = "[" + "#".repeat(done) + ".".repeat(WIDTH - done) + "] " + progress;
      err.print(CLEAR_LINE + line.substring(0, Math.min(line.length(), columns - 1)));
      err.flush();
    } else {
      err.println(progress);
    }
  }

  /** Leaves the last numbers standing. */
  public void end() {
    if (last != null) {
      err.println((live ? CLEAR_LINE : "") + last);
    }
  }
}
