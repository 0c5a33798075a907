package io.github.archrm.submit.progress;

import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.worker.RunListener;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.TrainingProgress;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Progress for a log: plain lines, each with the task's id; training speaks every ten seconds. */
public final class LogProgress implements RunListener {
  private static final long QUIET = TimeUnit.SECONDS.toNanos(10);

  private final PrintStream err;
  private final Tally tally;
  private final Map<Integer, Long> lastSpoken = new HashMap<>();

  public LogProgress(PrintStream err, Tally tally) {
    this.err = err;
    this.tally = tally;
  }

  @Override
  public synchronized void started(int worker, Task task) {
    lastSpoken.put(worker, System.nanoTime());
    err.println(task.id() + " started");
  }

  @Override
  public synchronized void progressed(int worker, Task task, TrainingProgress progress) {
    long now = System.nanoTime();
    if (now - lastSpoken.get(worker) >= QUIET) {
      lastSpoken.put(worker, now);
      err.println(ProgressText.of(task.id(), progress));
    }
  }

  @Override
  public synchronized void finished(int worker, Outcome outcome) {
    tally.done(outcome);
    err.println(ProgressText.of(outcome) + " [" + tally + "]");
  }

  @Override
  public synchronized void note(String line) {
    err.println(line);
  }
}
