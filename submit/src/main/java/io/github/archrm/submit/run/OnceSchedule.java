package io.github.archrm.submit.run;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.submit.worker.Schedule;
import io.github.archrm.submit.worker.Try;
import io.github.archrm.submit.worker.WorkerFailure;
import io.github.archrm.tasks.Task;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Every task in turn, once; those that fail for want of memory once more, in smaller batches. */
public final class OnceSchedule implements Schedule {
  private final Deque<Try> waiting = new ArrayDeque<>();

  public OnceSchedule(List<Task> tasks, Function<Task, SolverOptions> options) {
    for (Task task : tasks) {
      SolverOptions of = options.apply(task);
      waiting.add(new Try(task, of, null, of.budget().seconds() + Try.GRACE_SECONDS));
    }
  }

  @Override
  public synchronized Optional<Try> next() {
    return Optional.ofNullable(waiting.poll());
  }

  @Override
  public void solved(Try made, SolvedTask result) {}

  @Override
  public synchronized boolean repeats(Try made, WorkerFailure failure) {
    boolean again = failure.outOfMemory() && made.canShrink();
    if (again) {
      waiting.addFirst(made.shrunk());
    }
    return again;
  }
}
