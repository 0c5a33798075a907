package io.github.archrm.submit.run;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.submit.worker.Job;
import io.github.archrm.submit.worker.Schedule;
import io.github.archrm.submit.worker.WorkerFailure;
import io.github.archrm.tasks.Task;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every task in turn, once; those that fail for want of memory once more, in smaller batches. */
public final class OnceSchedule implements Schedule {
  private final Deque<Job> waiting = new ArrayDeque<>();

  public OnceSchedule(List<Task> tasks, Function<Task, SolverOptions> options) {
    for (Task task : tasks) {
      SolverOptions of = options.apply(task);
      waiting.add(new Job(task, of, null, of.budget().seconds() + Job.GRACE_SECONDS));
    }
  }

  @Override
  public synchronized boolean isOver() {
    return waiting.isEmpty();
  }

  @Override
  public synchronized Optional<Job> next() {
    return Optional.ofNullable(waiting.poll());
  }

  @Override
  public void solved(Job job, SolvedTask result) {}

  @Override
  public synchronized boolean repeats(Job job, WorkerFailure failure) {
    boolean again = failure.outOfMemory() && job.canShrink();
    if (again) {
      waiting.addFirst(job.shrunk());
    }
    return again;
  }
}
