package io.github.archrm.submit.progress;

import io.github.archrm.train.TrainingProgress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How far one long training has come. Says so every few seconds, even where a single step takes
 * longer: a thread of its own then tells how long ago the last news was.
 */
public final class TrainingStatus implements AutoCloseable {
  private static final long LOG_PAUSE = TimeUnit.SECONDS.toNanos(5);
  private static final long BEAT_MILLIS = 500;

  private static final long OLD_SECONDS = 3;

  private final StatusLines lines;
  private final long oldSeconds;
  private final Thread beat = new Thread(this::beat, "training-status");
  private String news = "";
  private long since = System.nanoTime();
  private boolean ended;

  /**
   * @param oldSeconds after which news get their age
   */
  TrainingStatus(StatusLines lines, long oldSeconds) {
    this.lines = lines;
    this.oldSeconds = oldSeconds;
    beat.setDaemon(true);
    beat.start();
  }

  public static TrainingStatus onStderr() {
    return new TrainingStatus(StatusLines.onStderr(LOG_PAUSE), OLD_SECONDS);
  }

  public void show(TrainingProgress progress) {
    show(ProgressText.of("training", progress));
  }

  /** What is being done, in words. */
  public synchronized void show(String doing) {
    news = doing;
    since = System.nanoTime();
    draw();
  }

  private synchronized void draw() {
    if (!ended && !news.isEmpty() && lines.isDue()) {
      long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
      lines.show(List.of(seconds < oldSeconds ? news : news + " (" + seconds + " s ago)"));
    }
  }

  private void beat() {
    try {
      while (true) {
        TimeUnit.MILLISECONDS.sleep(BEAT_MILLIS);
        draw();
      }
    } catch (InterruptedException e) {
      // Closed.
    }
  }

  /** A line that stays. */
  public synchronized void note(String line) {
    lines.lasting(line);
  }

  @Override
  public synchronized void close() {
    ended = true;
    beat.interrupt();
    lines.erase();
  }
}
