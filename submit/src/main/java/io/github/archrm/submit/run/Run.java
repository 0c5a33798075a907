package io.github.archrm.submit.run;

import io.github.archrm.submit.cost.Cost;
import io.github.archrm.submit.runtime.Counted;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Report;
import io.github.archrm.submit.worker.RunListener;
import io.github.archrm.submit.worker.Schedule;
import io.github.archrm.submit.worker.WorkerPool;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.AtomicFile;
import io.github.archrm.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Solves many tasks in worker processes and keeps a report of them on disk.
 *
 * <p>The report is written before the first task and after every finished one, each time as a whole
 * and atomically: a run that is killed at any moment leaves a valid file with everything finished.
 */
public final class Run implements RunListener {
  /** How long the end of a run waits for a full disk to have room again. */
  private static final long PATIENCE_SECONDS = 10;

  private final Report report;
  private final Path file;
  private final RunListener view;
  private final int total;
  private final Optional<Journal> journal;
  private final Runnable makeRoom;
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private IOException unwritten;
  private boolean interrupted;

  /**
   * @param total tasks
   * @param journal gets every outcome
   * @param makeRoom frees space on the disk where it is full
   */
  Run(
      Report report,
      Path file,
      RunListener view,
      int total,
      Optional<Journal> journal,
      Runnable makeRoom) {
    this.report = report;
    this.file = file;
    this.view = view;
    this.total = total;
    this.journal = journal;
    this.makeRoom = makeRoom;
  }

  /** Takes what came out of a try, now or in an earlier run; what tries took adds up. */
  synchronized void take(Outcome outcome) {
    Outcome before = outcomes.get(outcome.task().id());
    Optional<Cost> earlier = before == null ? Optional.empty() : before.cost();
    Outcome counting = counts(outcome) ? outcome : before;
    Outcome all =
        new Outcome(counting.task(), counting.solved(), counting.error(), outcome.cost())
            .after(earlier);
    outcomes.put(all.task().id(), all);
    report.add(all);
  }

  /**
   * Writes the report for the first time.
   *
   * @throws UserMistake if it cannot be written
   */
  synchronized void begin() {
    write();
    if (unwritten != null) {
      throw UserMistake.unwritable(file, unwritten);
    }
  }

  /**
   * Returns the outcomes, in the order in which the tasks came first, when the schedule or the time
   * is over.
   *
   * @param pool tells this run
   * @param end by {@link System#nanoTime}; {@link Long#MAX_VALUE} for none
   * @throws IOException if the report or the journal cannot be written at the end
   */
  public List<Outcome> solve(WorkerPool pool, Schedule schedule, long end)
      throws IOException, InterruptedException {
    Thread hook = new Thread(() -> interrupt(pool), "interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      pool.solve(schedule, end);
      long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (!isWritten() && System.nanoTime() < Math.min(patience, end)) {
        TimeUnit.MILLISECONDS.sleep(500);
        write();
      }
    } finally {
      removeUnlessInterrupted(hook);
      report.ended();
    }
    synchronized (this) {
      if (unwritten != null) {
        throw new IOException(
            file + " is not up to date: " + UserMistake.words(unwritten), unwritten);
      }
      return List.copyOf(outcomes.values());
    }
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
    if (!isWritten()) {
      write();
    }
    report.ended();
    System.err.println();
    System.err.println(
        "interrupted: " + Counted.of(finished(), total, "task") + " finished, in " + file);
  }

  private synchronized int finished() {
    return outcomes.size();
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
    take(outcome);
    journal.ifPresent(lines -> lines.add(outcome));
    write();
    view.finished(worker, outcome);
    if (unwritten != null) {
      view.note(file + " is not up to date: " + UserMistake.words(unwritten));
    }
  }

  /** A later try that failed takes nothing away. */
  private boolean counts(Outcome outcome) {
    Outcome before = outcomes.get(outcome.task().id());
    return outcome.error().isEmpty() || before == null || before.error().isPresent();
  }

  @Override
  public void note(String line) {
    view.note(line);
  }

  private synchronized boolean isWritten() {
    return unwritten == null;
  }

  /** Writes journal and report; tells whether both are up to date. */
  private synchronized boolean write() {
    unwritten = tryToWrite();
    if (unwritten != null) {
      makeRoom.run();
      report.unwritten();
      unwritten = tryToWrite();
    }
    if (unwritten == null) {
      report.written();
    }
    return unwritten == null;
  }

  private IOException tryToWrite() {
    try {
      if (journal.isPresent()) {
        journal.get().flush();
      }
      AtomicFile.write(file, report.text());
      return null;
    } catch (IOException e) {
      return e;
    }
  }
}
