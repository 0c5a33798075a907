package io.github.archrm.submit.progress;

import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.worker.RunListener;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.TrainingProgress;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Progress for a terminal: a line for the run and one for every running task, which are drawn anew
 * all the time; above them, a lasting line per finished task.
 */
public final class LiveProgress implements RunListener {
  /** Workers that are shown, so that all lines fit on the screen. */
  private static final int MOST = 16;

  private final PrintStream err;
  private final int columns;
  private final Tally tally;
  private final Map<Integer, String> running = new TreeMap<>();
  private int drawn;

  public LiveProgress(PrintStream err, int columns, Tally tally) {
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
    erase();
    err.println(line);
    if (!tally.all() || !running.isEmpty()) {
      draw();
    }
  }

  /** Takes back what was drawn last. */
  private void erase() {
    if (drawn > 0) {
      err.print("\r" + "\u001b[A".repeat(drawn - 1) + "\u001b[J");
      drawn = 0;
    }
  }

  private void draw() {
    List<String> lines = new ArrayList<>();
    lines.add(tally.toString());
    running.values().stream().limit(MOST).forEach(line -> lines.add("  " + line));
    erase();
    err.print(
        lines.stream()
            .map(line -> line.substring(0, Math.min(line.length(), columns - 1)))
            .collect(Collectors.joining("\n")));
    err.flush();
    drawn = lines.size();
  }
}
