package io.github.archrm.submit;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.submit.Wire.Order;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * Solves tasks in worker processes, each task in one try.
 *
 * <p>A try that fails costs nothing else: the task gets its fallback attempts, the worker is
 * replaced by a new one.
 */
final class WorkerPool {
  /** What a worker may need beyond its budget: starting, unpacking the native library, voting. */
  private static final double GRACE_SECONDS = 120;

  private final int workers;
  private final WorkerSetup setup;
  private final RunListener listener;
  private final List<WorkerProcess> alive = new ArrayList<>();
  private boolean stopped;

  WorkerPool(int workers, WorkerSetup setup, RunListener listener) {
    this.workers = workers;
    this.setup = setup;
    this.listener = listener;
  }

  /** Returns when every task has been tried, or soon after {@link #stop}. */
  void solve(List<Task> tasks, Function<Task, SolverOptions> options) throws InterruptedException {
    Queue<Task> waiting = new ConcurrentLinkedQueue<>(tasks);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(workers, tasks.size()); i++) {
      Thread thread = new Thread(new Slot(i + 1, waiting, options), "worker-" + (i + 1));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Kills the workers at once; unfinished tasks have no outcome. */
  synchronized void stop() {
    stopped = true;
    alive.forEach(WorkerProcess::kill);
  }

  private synchronized boolean stopped() {
    return stopped;
  }

  /** One worker at a time, with as many successors as it needs. */
  private final class Slot implements Runnable {
    private final int number;
    private final Queue<Task> waiting;
    private final Function<Task, SolverOptions> options;
    private WorkerProcess process;

    Slot(int number, Queue<Task> waiting, Function<Task, SolverOptions> options) {
      this.number = number;
      this.waiting = waiting;
      this.options = options;
    }

    @Override
    public void run() {
      for (Task task = waiting.poll(); task != null && !stopped(); task = waiting.poll()) {
        listener.started(number, task);
        Outcome outcome = attempt(task, options.apply(task));
        if (!stopped()) {
          listener.finished(number, outcome);
        }
      }
      end();
    }

    private Outcome attempt(Task task, SolverOptions options) {
      long start = System.nanoTime();
      try {
        if (process == null) {
          process = start(number);
        }
        SolvedTask solved =
            process.solve(
                new Order(task, options),
                options.budget().seconds() + GRACE_SECONDS,
                progress -> listener.progressed(number, task, progress));
        return new Outcome(task, solved, Optional.empty());
      } catch (WorkerFailure e) {
        end();
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Outcome(task, Fallback.of(task, seconds), Optional.of(e.getMessage()));
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
        WorkerProcess.start(setup, line -> listener.note("[worker " + number + "] " + line));
    alive.add(process);
    return process;
  }

  private synchronized void forget(WorkerProcess process) {
    alive.remove(process);
  }
}
