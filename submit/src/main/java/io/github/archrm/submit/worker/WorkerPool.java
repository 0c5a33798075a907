package io.github.archrm.submit.worker;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.submit.cost.Cost;
import io.github.archrm.submit.runtime.Counted;
import io.github.archrm.submit.runtime.Failure;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Fallback;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.worker.WorkerProtocol.Request;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

  /** Starts of a worker in a row after which its place stays empty. */
  private static final int MOST_STARTS = 5;

  private final int workers;
  private final IntFunction<WorkerSetup> setups;
  private final RunListener listener;
  private final long startPauseMillis;
  private final List<WorkerProcess> alive = new ArrayList<>();

  /** What the tries took that are made once more. */
  private final Map<String, Cost> repeated = new ConcurrentHashMap<>();

  private final List<WorkerFailure> unstarted = new ArrayList<>();
  private Throwable broken;
  private boolean stopped;

  /**
   * @param setups how the worker of each number, from 1, is started
   */
  public WorkerPool(int workers, IntFunction<WorkerSetup> setups, RunListener listener) {
    this(workers, setups, listener, TimeUnit.SECONDS.toMillis(1));
  }

  /**
   * @param startPauseMillis before a worker that did not start is started again; doubled each time
   */
  WorkerPool(
      int workers, IntFunction<WorkerSetup> setups, RunListener listener, long startPauseMillis) {
    this.workers = workers;
    this.setups = setups;
    this.listener = listener;
    this.startPauseMillis = startPauseMillis;
  }

  /** Returns when nothing is left to try, or soon after {@link #stop}. */
  public void solve(Schedule schedule) throws InterruptedException {
    solve(schedule, Long.MAX_VALUE);
  }

  /**
   * As {@link #solve(Schedule)}, but stops at a point in time.
   *
   * @param end by {@link System#nanoTime}; {@link Long#MAX_VALUE} for none
   * @throws Failure if no worker can be started for what is left, or something of ours broke; what
   *     has come out before has been told
   * @throws UserMistake if none starts for something that the user was mistaken in
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
    requireSound(schedule);
  }

  private synchronized void requireSound(Schedule schedule) {
    if (broken != null) {
      throw new Failure("a worker's thread broke: " + broken, broken);
    }
    // Others may have ended before the last task came back, to be done once more.
    boolean abandoned = !unstarted.isEmpty() && !schedule.isOver();
    if (!stopped && (abandoned || unstarted.size() == workers)) {
      String line = line(unstarted.get(0));
      throw unstarted.get(0).isMistake()
          ? new UserMistake(line)
          : new Failure("no worker starts: " + line);
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
      try {
        while (!stopped() && !schedule.isOver() && isReady()) {
          schedule.next().ifPresent(this::work);
        }
      } catch (RuntimeException | Error e) {
        breakDown(e);
      } finally {
        end();
      }
    }

    /** Sees to it that there is a worker; a task pays for none that does not start. */
    private boolean isReady() {
      if (process != null && !process.isUsable()) {
        end();
      }
      long pause = startPauseMillis;
      for (int start = 1; process == null && !stopped(); start++) {
        try {
          process = start(number);
        } catch (WorkerFailure e) {
          boolean last = start == MOST_STARTS || e.isMistake();
          listener.note(
              "worker %d does not start, %s: %s"
                  .formatted(number, last ? "the run goes on without it" : "once more", line(e)));
          if (last) {
            giveUp(e);
            return false;
          }
          pause(pause);
          pause *= 2;
        }
      }
      return process != null;
    }

    private void pause(long millis) {
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      try {
        while (!stopped() && System.nanoTime() < until) {
          TimeUnit.MILLISECONDS.sleep(Math.min(millis, 100));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void work(Job job) {
      Task task = job.task();
      listener.started(number, task);
      UsageMeter meter = process.meter();
      try {
        SolvedTask solved =
            process.solve(
                Request.of(job),
                job.limitSeconds(),
                progress -> listener.progressed(number, task, progress));
        schedule.solved(job, solved);
        tell(new Outcome(task, solved, Optional.empty(), Optional.of(cost(task, meter.read()))));
      } catch (WorkerFailure e) {
        Cost cost = meter.read();
        end();
        if (stopped()) {
          return;
        }
        if (schedule.repeats(job, e)) {
          repeated.merge(task.id(), cost, Cost::plus);
          listener.note(task.id() + ": " + e.getMessage() + "; once more in smaller batches");
        } else {
          String error = e.killed() ? e.getMessage() + "; " + memory() : e.getMessage();
          tell(
              new Outcome(
                  task,
                  Fallback.of(task, cost.workerSeconds()),
                  Optional.of(error),
                  Optional.of(cost(task, cost))));
        }
      }
    }

    /** With that of the tries which nothing came out of. */
    private Cost cost(Task task, Cost own) {
      Cost before = repeated.remove(task.id());
      return before == null ? own : before.plus(own);
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

  private static String line(WorkerFailure e) {
    return e.getMessage().lines().findFirst().orElse("");
  }

  /** What can be done where memory is short. */
  private String memory() {
    return String.format(
        Locale.ROOT,
        "%.1f GiB are too little for %s: give it more memory, or fewer --workers",
        WorkerMemory.ofThisMachine() / (double) (1 << 30),
        Counted.of(workers, "worker"));
  }

  private synchronized void giveUp(WorkerFailure reason) {
    unstarted.add(reason);
  }

  private synchronized void breakDown(Throwable e) {
    broken = e;
  }

  private WorkerProcess start(int number) throws WorkerFailure {
    WorkerProcess process =
        WorkerProcess.launch(
            setups.apply(number), line -> listener.note("[worker " + number + "] " + line));
    keep(process);
    try {
      process.awaitReady();
      return process;
    } catch (WorkerFailure e) {
      process.kill();
      forget(process);
      throw e;
    }
  }

  private synchronized void keep(WorkerProcess process) {
    alive.add(process);
    if (stopped) {
      process.kill();
    }
  }

  private synchronized void forget(WorkerProcess process) {
    alive.remove(process);
  }
}
