package io.github.archrm.submit.worker;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.submit.score.Fallback;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.worker.WorkerProtocol.Request;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Solves tasks in worker processes, as a {@link Schedule} says.
 *
 * <p>A try that fails costs nothing else: the task gets its fallback attempts, the worker is
 * replaced by a new one.
 */
public final class WorkerPool {
  /** What the end of killed workers may take. */
  private static final long SECONDS_TO_DIE = 2;

  private final int workers;
  private final IntFunction<WorkerSetup> setups;
  private final RunListener listener;
  private final List<WorkerProcess> alive = new ArrayList<>();
  private boolean stopped;

  /**
   * @param setups how the worker of each number, from 1, is started
   */
  public WorkerPool(int workers, IntFunction<WorkerSetup> setups, RunListener listener) {
    this.workers = workers;
    this.setups = setups;
    this.listener = listener;
  }

  /** Returns when nothing is left to try, or soon after {@link #stop}. */
  public void solve(Schedule schedule) throws InterruptedException {
    solve(schedule, Long.MAX_VALUE);
  }

  /**
   * As {@link #solve(Schedule)}, but stops at a point in time.
   *
   * @param end by {@link System#nanoTime}; {@link Long#MAX_VALUE} for none
   */
  public void solve(Schedule schedule, long end) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int number = 1; number <= workers; number++) {
      Thread thread = new Thread(new Slot(number, schedule), "worker-" + number);
      // A process that cannot even be killed must not hold up the end.
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      if (end == Long.MAX_VALUE) {
        thread.join();
      } else {
        TimeUnit.NANOSECONDS.timedJoin(thread, end - System.nanoTime());
      }
    }
    if (threads.stream().anyMatch(Thread::isAlive)) {
      stop();
      long dead = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_DIE);
      for (Thread thread : threads) {
        TimeUnit.NANOSECONDS.timedJoin(thread, dead - System.nanoTime());
      }
    }
  }

  /** Kills the workers at once; unfinished tasks have no outcome. */
  public synchronized void stop() {
    stopped = true;
    alive.forEach(WorkerProcess::kill);
  }

  private synchronized boolean stopped() {
    return stopped;
  }

  /** One worker at a time, with as many successors as it needs. */
  private final class Slot implements Runnable {
    private final int number;
    private final Schedule schedule;
    private WorkerProcess process;

    Slot(int number, Schedule schedule) {
      this.number = number;
      this.schedule = schedule;
    }

    @Override
    public void run() {
      Optional<Job> next = schedule.next();
      while (next.isPresent() && !stopped()) {
        work(next.get());
        next = schedule.next();
      }
      end();
    }

    private void work(Job job) {
      Task task = job.task();
      listener.started(number, task);
      long start = System.nanoTime();
      try {
        if (process == null) {
          process = start(number);
        }
        SolvedTask solved =
            process.solve(
                Request.of(job),
                job.limitSeconds(),
                progress -> listener.progressed(number, task, progress));
        schedule.solved(job, solved);
        tell(new Outcome(task, solved, Optional.empty()));
      } catch (WorkerFailure e) {
        end();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (stopped()) {
          return;
        }
        if (schedule.repeats(job, e)) {
          listener.note(task.id() + ": " + e.getMessage() + "; once more in smaller batches");
        } else {
          tell(new Outcome(task, Fallback.of(task, seconds), Optional.of(e.getMessage())));
        }
      }
    }

    private void tell(Outcome outcome) {
      if (!stopped()) {
        listener.finished(number, outcome);
      }
    }

    private void end() {
      if (process != null) {
        process.close();
        forget(process);
        process = null;
      }
    }
  }

  private synchronized WorkerProcess start(int number) throws WorkerFailure {
    if (stopped) {
      throw new WorkerFailure("the run was stopped");
    }
    WorkerProcess process =
        WorkerProcess.start(
            setups.apply(number), line -> listener.note("[worker " + number + "] " + line));
    alive.add(process);
    return process;
  }

  private synchronized void forget(WorkerProcess process) {
    alive.remove(process);
  }
}
