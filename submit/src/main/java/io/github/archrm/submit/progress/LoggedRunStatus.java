package io.github.archrm.submit.progress;

import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.worker.RunListener;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.TrainingProgress;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** Progress for a log: plain lines, each with the task's id; training speaks every ten seconds. */
final class LoggedRunStatus implements RunListener {
  private final PrintStream err;
  private final TasksDone done;
  private final Map<Integer, Long> lastSpoken = new HashMap<>();

  LoggedRunStatus(PrintStream err, TasksDone done) {
    this.err = err;
    this.done = done;
  }

  @Override
  public synchronized void started(int worker, Task task) {
    lastSpoken.put(worker, System.nanoTime());
    err.println(task.id() + " started");
  }

  @Override
  public synchronized void progressed(int worker, Task task, TrainingProgress progress) {
    long now = System.nanoTime();
    if (now - lastSpoken.get(worker) >= StatusLines.LOG_PAUSE) {
      lastSpoken.put(worker, now);
      err.println(ProgressText.of(task.id(), progress));
    }
  }

  @Override
  public synchronized void finished(int worker, Outcome outcome) {
    done.add(outcome);
    err.println(ProgressText.of(outcome) + " [" + done + "]");
  }

  @Override
  public synchronized void note(String line) {
    err.println(line);
  }
}
