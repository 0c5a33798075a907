package io.github.archrm.submit.progress;

import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.worker.RunListener;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Progress for a terminal: a line for the run and one for every running task, which are drawn anew
 * all the time; above them, a lasting line per finished task.
 */
final class LiveRunStatus implements RunListener {
  /** Workers that are shown, so that all lines fit on the screen. */
  private static final int MOST = 16;

  private final StatusLines lines;
  private final TasksDone done;
  private final Map<Integer, String> running = new TreeMap<>();

  LiveRunStatus(StatusLines lines, TasksDone done) {
    this.lines = lines;
    this.done = done;
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
    done.add(outcome);
    lasting(ProgressText.of(outcome));
  }

  @Override
  public synchronized void note(String line) {
    lasting(line);
  }

  private void lasting(String line) {
    lines.lasting(line);
    if (!done.all() || !running.isEmpty()) {
      draw();
    }
  }

  private void draw() {
    List<String> shown = new ArrayList<>();
    shown.add(done.toString());
    running.values().stream().limit(MOST).forEach(line -> shown.add("  " + line));
    lines.show(shown);
  }
}
