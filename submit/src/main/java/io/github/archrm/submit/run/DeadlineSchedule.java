package io.github.archrm.submit.run;

import io.github.archrm.solver.Budget;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.worker.Schedule;
import io.github.archrm.submit.worker.Try;
import io.github.archrm.submit.worker.WorkerFailure;
import io.github.archrm.tasks.Task;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Shares the time until a deadline among the tasks.
 *
 * <p>In the first round every task gets the same share, such that this round takes half of the time
 * at most. What is left, and what tasks gave back that stopped early, goes in later rounds to the
 * tasks that could use it, those first whose views disagree most; they go on where they stopped.
 */
final class DeadlineSchedule implements Schedule {
  /** Share of the time that the first round may take. */
  private static final double FIRST_ROUND = 0.5;

  /** A try shorter than this is not worth its beginning. */
  private static final double LEAST_SECONDS = 1;

  /** Failed tries after which a task is left as it is. */
  private static final int MOST_FAILURES = 2;

  /** What became of a task so far. */
  private static final class Standing {
    private final Task task;
    private SolverOptions options;
    private int tries;
    private int failures;
    private int steps;
    private double agreement;
    private boolean open = true;

    /** By {@link System#nanoTime}; 0 while no worker is at it. */
    private long until;

    Standing(Task task, SolverOptions options) {
      this.task = task;
      this.options = options;
    }

    private boolean waits() {
      return open && until == 0;
    }

    /** Steps left, of those that the task may make in all rounds. */
    private int stepsLeft() {
      int limit = options.budget().steps();
      return limit == Integer.MAX_VALUE ? limit : limit - steps;
    }
  }

  private final Map<String, Standing> standings = new LinkedHashMap<>();
  private final int workers;
  private final Path states;
  private final long end;
  private final LongSupplier clock;
  private final double firstShare;

  /**
   * @param options of each task; the seconds of their budgets are not looked at, the steps are
   *     those of all rounds
   * @param states folder for the training of tasks that may go on
   * @param end when the last try has to end, by {@link System#nanoTime}
   * @param done tries that an earlier run made of each task
   */
  DeadlineSchedule(
      List<Task> tasks,
      Function<Task, SolverOptions> options,
      int workers,
      Path states,
      long end,
      Map<String, List<Outcome>> done) {
    this(tasks, options, workers, states, end, done, System::nanoTime);
  }

  DeadlineSchedule(
      List<Task> tasks,
      Function<Task, SolverOptions> options,
      int workers,
      Path states,
      long end,
      Map<String, List<Outcome>> done,
      LongSupplier clock) {
    this.workers = workers;
    this.states = states;
    this.end = end;
    this.clock = clock;
    for (Task task : tasks) {
      Standing standing = new Standing(task, options.apply(task));
      standings.put(task.id(), standing);
      for (Outcome outcome : done.getOrDefault(task.id(), List.of())) {
        if (outcome.error().isEmpty()) {
          note(standing, outcome.solved());
        } else {
          noteFailure(standing);
        }
      }
    }
    long fresh = standings.values().stream().filter(one -> one.tries == 0).count();
    this.firstShare = FIRST_ROUND * capacity() / Math.max(1, fresh);
  }

  /** Seconds that all workers together have left, beside what is promised to running tries. */
  private double capacity() {
    long now = clock.getAsLong();
    double left = Math.max(0, (end - now) / 1e9);
    double promised =
        standings.values().stream()
            .filter(one -> one.until != 0)
            .mapToDouble(one -> Math.max(0, (one.until - now) / 1e9))
            .sum();
    return Math.max(0, workers * left - promised);
  }

  @Override
  public synchronized Optional<Try> next() {
    double left = (end - clock.getAsLong()) / 1e9;
    List<Standing> waiting = standings.values().stream().filter(Standing::waits).toList();
    if (left < LEAST_SECONDS || waiting.isEmpty()) {
      return Optional.empty();
    }
    List<Standing> fresh = waiting.stream().filter(one -> one.tries == 0).toList();
    if (!fresh.isEmpty()) {
      double share = Math.min(firstShare, FIRST_ROUND * capacity() / fresh.size());
      return Optional.of(begin(fresh.get(0), Math.min(left, Math.max(LEAST_SECONDS, share))));
    }
    Standing neediest =
        waiting.stream()
            .min(
                Comparator.comparingInt((Standing one) -> one.tries)
                    .thenComparingDouble(one -> one.agreement))
            .orElseThrow();
    long inRound = waiting.stream().filter(one -> one.tries == neediest.tries).count();
    double share = Math.max(firstShare, capacity() / inRound);
    return Optional.of(begin(neediest, Math.min(left, Math.max(LEAST_SECONDS, share))));
  }

  private Try begin(Standing standing, double seconds) {
    long now = clock.getAsLong();
    standing.until = now + (long) (seconds * 1e9);
    double left = (end - now) / 1e9;
    double grace = Math.min(Try.GRACE_SECONDS, Math.max(30, left / 4));
    return new Try(
        standing.task,
        standing.options.within(new Budget(seconds, standing.stepsLeft())),
        state(standing.task),
        seconds + grace);
  }

  /** An id may hold anything; its folder stays below the others. */
  private Path state(Task task) {
    return states.resolve("task-" + URLEncoder.encode(task.id(), StandardCharsets.UTF_8));
  }

  @Override
  public synchronized void solved(Try made, SolvedTask result) {
    note(standings.get(made.task().id()), result);
  }

  private void note(Standing standing, SolvedTask result) {
    standing.until = 0;
    standing.tries++;
    standing.steps = result.steps();
    standing.agreement =
        result.tests().stream()
            .mapToDouble((TestAttempts test) -> test.share(test.first()))
            .min()
            .orElse(1);
    standing.open = standing.stepsLeft() > 0 && Files.isDirectory(state(standing.task));
  }

  @Override
  public synchronized boolean repeats(Try made, WorkerFailure failure) {
    Standing standing = standings.get(made.task().id());
    standing.until = 0;
    if (failure.outOfMemory() && made.canShrink()) {
      standing.options = standing.options.holding(made.shrunk().options().tokens());
      return true;
    }
    noteFailure(standing);
    return false;
  }

  private static void noteFailure(Standing standing) {
    standing.tries++;
    standing.failures++;
    standing.open = standing.failures < MOST_FAILURES;
  }
}
