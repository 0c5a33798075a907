package io.github.archrm.submit;

import io.github.archrm.tasks.Task;
import io.github.archrm.train.TrainingProgress;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * Progress for a terminal: one line that is overwritten; above it, one lasting line per finished
 * task.
 */
final class LiveProgress implements RunListener {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final int columns;
  private final Tally tally;
  private final Map<Integer, String> running = new TreeMap<>();

  LiveProgress(PrintStream err, int columns, Tally tally) {
    this.err = err;
    this.columns = columns;
    this.tally = tally;
  }

  @Override
  public synchronized void started(int worker, Task task) {
    running.put(worker, task.id());
    draw();
  }

  @Override
  public synchronized void progressed(int worker, Task task, TrainingProgress progress) {
    running.put(worker, ProgressText.of(task.id(), progress));
    draw();
  }

  @Override
  public synchronized void finished(int worker, Outcome outcome) {
    running.remove(worker);
    tally.done(outcome);
    lasting(ProgressText.of(outcome));
  }

  @Override
  public synchronized void note(String line) {
    lasting(line);
  }

  private void lasting(String line) {
    err.println(CLEAR_LINE + line);
    if (!tally.all() || !running.isEmpty()) {
      draw();
    }
  }

  private void draw() {
    String line = tally + " | " + String.join(" | ", running.values());
    err.print(CLEAR_LINE + line.substring(0, Math.min(line.length(), columns - 1)));
    err.flush();
  }
}
