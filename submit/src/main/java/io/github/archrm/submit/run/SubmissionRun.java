package io.github.archrm.submit.run;

import com.google.gson.JsonObject;
import io.github.archrm.submit.progress.RunStatus;
import io.github.archrm.submit.progress.TasksDone;
import io.github.archrm.submit.report.ReportPage;
import io.github.archrm.submit.report.ReportWithPage;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.runtime.Version;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Report;
import io.github.archrm.submit.score.Results;
import io.github.archrm.submit.score.Submission;
import io.github.archrm.submit.worker.Schedule;
import io.github.archrm.submit.worker.WorkerPlan;
import io.github.archrm.submit.worker.WorkerPool;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.AtomicFile;
import io.github.archrm.train.Trunk;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;

/** The run of a competition: with a journal, until a deadline, to be taken up again. */
public final class SubmissionRun {
  /** Kept at the end for the last words, and for a clock that is not quite right. */
  private static final long RESERVE_MILLIS = 1000;

  /** Disks with less than this are full. */
  private static final long FULL_BYTES = 16 << 20;

  private final Challenges challenges;
  private final List<Task> tasks;
  private final SolvingPlan solving;
  private final Path file;
  private final JsonObject configuration = new JsonObject();
  private final Journal.Header header;
  private final Map<String, List<Outcome>> earlier = new LinkedHashMap<>();
  private final List<String> missing = new ArrayList<>();
  private Journal journal;
  private Instant deadline;

  /**
   * @param tasks those of the challenges that are tried here
   * @param shard which part of them, for the journal; null for all
   * @param file where the submission goes
   */
  public SubmissionRun(
      Challenges challenges, List<Task> tasks, String shard, SolvingPlan solving, Path file) {
    this.challenges = challenges;
    this.tasks = tasks;
    this.solving = solving;
    this.file = file;
    configuration.addProperty("seed", solving.seed());
    solving.addTo(configuration, tasks);
    JsonObject identity = configuration.deepCopy();
    // Weights are the same or not whatever their file is called.
    identity.addProperty("trunk", solving.trunk().map(Trunk::fingerprint).orElse(null));
    this.header =
        new Journal.Header(
            Version.text(),
            hash(challenges),
            identity,
            shard,
            ManagementFactory.getRuntimeMXBean().getStartTime());
  }

  /**
   * Opens the journal.
   *
   * @param resume whether to go on with an earlier run, if there was one
   * @param until when the run has to be over; null for as before, or never
   * @throws UserMistake if a task cannot be solved with these options, or there is an earlier run
   *     that may not be lost, or another one than this
   */
  public void open(boolean resume, Deadline until) {
    writeFirst();
    solving.requireSolvable(tasks);
    Path path = Journal.beside(file);
    Journal.Contents contents = Journal.read(path);
    if (contents != null && !resume && !contents.entries().isEmpty()) {
      throw new UserMistake(
          path
              + ": holds "
              + contents.entries().size()
              + " results of an earlier run; --resume goes on with it, or remove the file");
    }
    boolean again = contents != null && resume;
    try {
      if (again) {
        requireSame(path, contents.header());
        contents.entries().forEach(this::take);
        journal = Journal.append(path, contents);
      } else {
        journal = Journal.create(path, header);
      }
    } catch (IOException e) {
      throw UserMistake.unwritable(path, e);
    }
    Deadline last =
        again && contents.deadline() != null ? Deadline.parse(contents.deadline()) : null;
    long started = again ? contents.header().started() : header.started();
    if (until != null && !until.equals(last)) {
      journal.add(until);
      last = until;
    }
    deadline = last == null ? null : last.after(Instant.ofEpochMilli(started));
  }

  /** The fallback for everything, where nothing has been handed in yet. */
  private void writeFirst() {
    if (!Files.exists(file)) {
      try {
        AtomicFile.write(file, new Submission(challenges.testCounts(), challenges.tasks()).text());
      } catch (IOException e) {
        throw UserMistake.unwritable(file, e);
      }
    }
  }

  private void requireSame(Path path, Journal.Header other) {
    String differs =
        Objects.equals(header.shard(), other.shard())
            ? other.difference(header)
            : "another shard, " + other.shard();
    if (differs != null) {
      throw new UserMistake(path + ": the earlier run had " + differs);
    }
  }

  private void take(Journal.Entry entry) {
    for (Task task : tasks) {
      if (task.id().equals(entry.id())) {
        earlier
            .computeIfAbsent(task.id(), id -> new ArrayList<>())
            .add(
                new Outcome(
                    task,
                    entry.result(),
                    Optional.ofNullable(entry.error()),
                    Optional.ofNullable(entry.cost())));
      }
    }
  }

  /** Whether an earlier run has a result for a task. */
  private boolean done(Task task) {
    return earlier.getOrDefault(task.id(), List.of()).stream()
        .anyMatch(outcome -> outcome.error().isEmpty());
  }

  /**
   * Solves what is not done, and returns what has come out of each task that was tried.
   *
   * @param title of the page beside the submission
   * @throws IOException if the submission cannot be written at the end
   */
  public List<Outcome> solve(String title, WorkerPlan workers)
      throws IOException, InterruptedException {
    Path states = file.toAbsolutePath().resolveSibling("training");
    Submission submission = new Submission(challenges.testCounts(), challenges.tasks());
    Results results = new Results(tasks, configuration, solving.seed());
    Report report =
        ReportWithPage.beside(file, submission, new ReportPage("submit", title, results));
    List<Task> open = tasks.stream().filter(task -> !done(task)).toList();
    TasksDone done =
        new TasksDone(
            tasks.size(),
            tasks.stream().filter(this::done).map(Task::id).collect(Collectors.toSet()),
            deadline);
    Run run =
        new Run(
            report,
            file,
            RunStatus.onStderr(done),
            tasks.size(),
            Optional.of(journal),
            () -> makeRoom(states));
    earlier.values().forEach(outcomes -> outcomes.forEach(run::take));
    run.begin();
    int tokens = workers.tokens();
    int count = Math.min(workers.count(), Math.max(1, tasks.size()));
    WorkerPool pool = new WorkerPool(count, workers::setup, run);
    long end = end();
    boolean over = end <= System.nanoTime();
    Schedule schedule =
        deadline == null
            ? new OnceSchedule(open, task -> solving.forTask(task).holding(tokens))
            : new DeadlineSchedule(
                tasks,
                task -> solving.forTask(task).holding(tokens),
                count,
                states,
                end - reserve(end),
                earlier);
    List<Outcome> outcomes = run.solve(pool, schedule, end);
    delete(states);
    journal.close();
    tell(outcomes, over);
    return outcomes;
  }

  private void tell(List<Outcome> outcomes, boolean over) {
    int untried = tasks.size() - outcomes.size();
    if (over) {
      missing.add(
          "the time of this run was over at %s, before this start; a later --deadline goes on"
              .formatted(deadline.truncatedTo(ChronoUnit.SECONDS)));
    }
    if (untried > 0) {
      missing.add(untried + " of " + tasks.size() + " tasks were not tried in the time there was");
    }
    if (challenges.damaged()) {
      missing.add(
          "the challenges file is damaged: ids that cannot be read are not in the submission");
    }
  }

  /** A line for everything that {@link #solve} was asked for and did not do. */
  public List<String> missing() {
    return List.copyOf(missing);
  }

  /** When the workers are killed, by {@link System#nanoTime}. */
  private long end() {
    return deadline == null
        ? Long.MAX_VALUE
        : System.nanoTime()
            + Duration.between(Instant.now(), deadline).minusMillis(RESERVE_MILLIS).toNanos();
  }

  /** Nanoseconds that the last tries have for what they take beyond their budgets. */
  private static long reserve(long end) {
    long left = end - System.nanoTime();
    return Math.max(TimeUnit.SECONDS.toNanos(3), Math.min(TimeUnit.SECONDS.toNanos(60), left / 50));
  }

  /** Results are worth more than what training could go on from. */
  private static void makeRoom(Path states) {
    if (states.toFile().getUsableSpace() < FULL_BYTES) {
      delete(states);
    }
  }

  /** What a worker writes meanwhile may stay. */
  private static void delete(Path folder) {
    FileUtils.deleteQuietly(folder.toFile());
  }

  /** Of everything that a solver or a submission sees of the challenges. */
  private static String hash(Challenges challenges) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    StringBuilder text = new StringBuilder(challenges.testCounts().toString());
    for (Task task : challenges.tasks()) {
      text.append(task.id()).append(task.kind().name());
      for (Example example : task.demonstrations()) {
        text.append(rows(example.input())).append(rows(example.output()));
      }
      task.testInputs().forEach(input -> text.append(rows(input)));
    }
    return HexFormat.of()
        .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String rows(Grid grid) {
    return Arrays.deepToString(grid.toRows());
  }
}
