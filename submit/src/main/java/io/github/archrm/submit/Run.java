package io.github.archrm.submit;

import io.github.archrm.tasks.AtomicFile;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Solves many tasks in worker processes and keeps a report of them on disk.
 *
 * <p>The report is written before the first task and after every finished one, each time as a whole
 * and atomically: a run that is killed at any moment leaves a valid file with everything finished.
 */
final class Run implements RunListener {
  private final Report report;
  private final Path file;
  private final RunListener view;
  private final int total;
  private final List<Outcome> outcomes = new ArrayList<>();
  private IOException unwritten;
  private boolean interrupted;

  private Run(Report report, Path file, int total) {
    this.report = report;
    this.file = file;
    this.view = RunListener.onStderr(total);
    this.total = total;
  }

  /**
   * Returns the outcomes, in the order in which they came, when every task has been tried.
   *
   * @throws UserMistake if the report cannot be written at the beginning
   * @throws IOException if it cannot be written at the end
   */
  static List<Outcome> solve(
      List<Task> tasks, SolvingOptions solving, int workers, Report report, Path file)
      throws IOException, InterruptedException {
    solving.check(tasks);
    Run run = new Run(report, file, tasks.size());
    run.write();
    if (run.unwritten != null) {
      throw UserMistake.unwritable(file, run.unwritten);
    }
    WorkerPool pool = new WorkerPool(workers, WorkerSetup.ofThisApplication(solving.threads), run);
    Thread hook = new Thread(() -> run.interrupt(pool), "interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    pool.solve(tasks, task -> solving.forTask(task.id()));
    removeUnlessInterrupted(hook);
    if (run.unwritten != null) {
      throw new IOException(file + " is not up to date: " + run.unwritten, run.unwritten);
    }
    return run.outcomes;
  }

  private static void removeUnlessInterrupted(Thread hook) throws InterruptedException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The hook is running: the process ends with it, and nothing more is to be printed.
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  private void interrupt(WorkerPool pool) {
    synchronized (this) {
      interrupted = true;
    }
    pool.stop();
    System.err.println();
    System.err.println(
        "interrupted: " + outcomes.size() + " of " + total + " tasks are in " + file);
  }

  @Override
  public void started(int worker, Task task) {
    view.started(worker, task);
  }

  @Override
  public void progressed(int worker, Task task, TrainingProgress progress) {
    view.progressed(worker, task, progress);
  }

  @Override
  public synchronized void finished(int worker, Outcome outcome) {
    if (interrupted) {
      return;
    }
    outcomes.add(outcome);
    report.add(outcome);
    write();
    view.finished(worker, outcome);
    if (unwritten != null) {
      view.note(file + " is not up to date: " + unwritten);
    }
  }

  @Override
  public void note(String line) {
    view.note(line);
  }

  private void write() {
    try {
      AtomicFile.write(file, report.text());
      unwritten = null;
    } catch (IOException e) {
      unwritten = e;
    }
  }
}
