package io.github.archrm.submit.run;

import io.github.archrm.solver.Budget;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.solver.think.Effort;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.worker.Job;
import io.github.archrm.submit.worker.Schedule;
import io.github.archrm.submit.worker.WorkerFailure;
import io.github.archrm.tasks.Task;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.commons.io.FileUtils;

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

  /** A shorter one is not worth its beginning. */
  private static final double LEAST_SECONDS = 1;

  /** Characters of an id in the name of its folder, where names may have 255. */
  private static final int MAX_NAME = 180;

  /** Failed tries of this run after which a task is left as it is. */
  private static final int MOST_FAILURES = 2;

  /** What became of a task so far. */
  private static final class TaskStatus {
    private final Task task;
    private SolverOptions options;
    private int tries;
    private int failures;

    /** Of training, or segments of thinking where nothing is trained. */
    private int steps;

    private double agreement;
    private boolean open = true;
    private long bytes;

    /** By {@link System#nanoTime}; 0 while no worker is at it. */
    private long until;

    TaskStatus(Task task, SolverOptions options) {
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

  private final Map<String, TaskStatus> statuses = new LinkedHashMap<>();
  private final int workers;
  private final Path states;
  private final long end;
  private final LongSupplier clock;
  private final double firstShare;
  private final long mostBytes;
  private int dropped;

  /**
   * @param options of each task; the seconds of their budgets are not looked at, the steps are
   *     those of all rounds
   * @param states folder for the training of tasks that may go on
   * @param mostBytes that they may take there; beyond that, the tasks whose views agree best are
   *     left as they are
   * @param end when the last try has to end, by {@link System#nanoTime}
   * @param done tries that an earlier run made of each task
   */
  DeadlineSchedule(
      List<Task> tasks,
      Function<Task, SolverOptions> options,
      int workers,
      Path states,
      long mostBytes,
      long end,
      Map<String, List<Outcome>> done) {
    this(tasks, options, workers, states, mostBytes, end, done, System::nanoTime);
  }

  DeadlineSchedule(
      List<Task> tasks,
      Function<Task, SolverOptions> options,
      int workers,
      Path states,
      long mostBytes,
      long end,
      Map<String, List<Outcome>> done,
      LongSupplier clock) {
    this.workers = workers;
    this.states = states;
    this.mostBytes = mostBytes;
    this.end = end;
    this.clock = clock;
    for (Task task : tasks) {
      TaskStatus status = new TaskStatus(task, options.apply(task));
      statuses.put(task.id(), status);
      for (Outcome outcome : done.getOrDefault(task.id(), List.of())) {
        if (outcome.error().isEmpty()) {
          note(status, outcome.solved());
        } else {
          // What made it fail may be mended by now.
          status.tries++;
        }
      }
    }
    bound();
    long fresh = statuses.values().stream().filter(one -> one.tries == 0).count();
    long open = statuses.values().stream().filter(TaskStatus::waits).count();
    // Where most have been tried by an earlier run, the last new ones get no more than the others.
    this.firstShare =
        Math.min(FIRST_ROUND * capacity() / Math.max(1, fresh), capacity() / Math.max(1, open));
  }

  /** Seconds that all workers together have left, beside what is promised to running tries. */
  private double capacity() {
    long now = clock.getAsLong();
    double left = Math.max(0, (end - now) / 1e9);
    double promised =
        statuses.values().stream()
            .filter(one -> one.until != 0)
            .mapToDouble(one -> Math.max(0, (one.until - now) / 1e9))
            .sum();
    return Math.max(0, workers * left - promised);
  }

  @Override
  public synchronized boolean isOver() {
    return secondsLeft() < LEAST_SECONDS || statuses.values().stream().noneMatch(TaskStatus::waits);
  }

  private double secondsLeft() {
    return (end - clock.getAsLong()) / 1e9;
  }

  @Override
  public synchronized Optional<Job> next() {
    if (isOver()) {
      return Optional.empty();
    }
    double left = secondsLeft();
    List<TaskStatus> waiting = statuses.values().stream().filter(TaskStatus::waits).toList();
    List<TaskStatus> fresh = waiting.stream().filter(one -> one.tries == 0).toList();
    if (!fresh.isEmpty()) {
      double share = Math.min(firstShare, FIRST_ROUND * capacity() / fresh.size());
      return Optional.of(begin(fresh.get(0), Math.min(left, Math.max(LEAST_SECONDS, share))));
    }
    TaskStatus neediest =
        waiting.stream()
            .min(
                Comparator.comparingInt((TaskStatus one) -> one.tries)
                    .thenComparingDouble(one -> one.agreement))
            .orElseThrow();
    long inRound = waiting.stream().filter(one -> one.tries == neediest.tries).count();
    double share = Math.max(firstShare, capacity() / inRound);
    return Optional.of(begin(neediest, Math.min(left, Math.max(LEAST_SECONDS, share))));
  }

  private Job begin(TaskStatus status, double seconds) {
    long now = clock.getAsLong();
    status.until = now + (long) (seconds * 1e9);
    double left = (end - now) / 1e9;
    double grace = Math.min(Job.GRACE_SECONDS, Math.max(30, left / 4));
    return new Job(
        status.task,
        status.options.within(new Budget(seconds, status.stepsLeft())),
        state(status.task),
        seconds + grace);
  }

  /** An id may hold anything, and be long; its folder stays below the others. */
  private Path state(Task task) {
    String name = URLEncoder.encode(task.id(), StandardCharsets.UTF_8);
    return states.resolve(
        "task-"
            + (name.length() <= MAX_NAME
                ? name
                : name.substring(0, MAX_NAME)
                    + "-"
                    + UUID.nameUUIDFromBytes(task.id().getBytes(StandardCharsets.UTF_8))));
  }

  @Override
  public synchronized void solved(Job job, SolvedTask result) {
    note(statuses.get(job.task().id()), result);
    bound();
  }

  private void note(TaskStatus status, SolvedTask result) {
    status.until = 0;
    status.tries++;
    status.steps = result.steps() + result.efforts().stream().mapToInt(Effort::segments).sum();
    status.agreement =
        result.tests().stream()
            .mapToDouble((TestAttempts test) -> test.share(test.first()))
            .min()
            .orElse(1);
    Path state = state(status.task);
    boolean kept = Files.isDirectory(state);
    status.open = status.stepsLeft() > 0 && kept;
    status.bytes = kept ? FileUtils.sizeOfDirectory(state.toFile()) : 0;
    if (kept && !status.open) {
      drop(status);
    }
  }

  /** Deletes training until the rest has room; a task that is at work keeps its own. */
  private void bound() {
    List<TaskStatus> kept =
        new ArrayList<>(statuses.values().stream().filter(one -> one.bytes > 0).toList());
    kept.sort(Comparator.comparingDouble(one -> -one.agreement));
    long bytes = kept.stream().mapToLong(one -> one.bytes).sum();
    for (TaskStatus status : kept) {
      if (bytes > mostBytes && status.waits()) {
        bytes -= status.bytes;
        drop(status);
        dropped++;
      }
    }
  }

  /** The task's result stays. */
  private void drop(TaskStatus status) {
    FileUtils.deleteQuietly(state(status.task).toFile());
    status.open = false;
    status.bytes = 0;
  }

  /** Tasks that could have gone on, had there been more room for their training. */
  synchronized int dropped() {
    return dropped;
  }

  @Override
  public synchronized boolean repeats(Job job, WorkerFailure failure) {
    TaskStatus status = statuses.get(job.task().id());
    status.until = 0;
    if (failure.outOfMemory() && job.canShrink()) {
      status.options = status.options.holding(job.shrunk().options().tokens());
      return true;
    }
    status.tries++;
    status.failures++;
    status.open = status.failures < MOST_FAILURES;
    return false;
  }
}
