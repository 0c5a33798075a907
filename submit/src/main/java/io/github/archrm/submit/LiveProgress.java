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
  private final int total;
  private final Map<Integer, String> running = new TreeMap<>();
  private int done;

  LiveProgress(PrintStream err, int columns, int total) {
    this.err = err;
    this.columns = columns;
    this.total = total;
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
    done++;
    lasting(ProgressText.of(outcome));
  }

  @Override
  public synchronized void note(String line) {
    lasting(line);
  }

  private void lasting(String line) {
    err.println(CLEAR_LINE + line);
    if (done < total) {
      draw();
    }
  }

  private void draw() {
    String line = done + "/" + total + " | " + String.join(" | ", running.values());
    err.print(CLEAR_LINE + line.substring(0, Math.min(line.length(), columns - 1)));
    err.flush();
  }
}
