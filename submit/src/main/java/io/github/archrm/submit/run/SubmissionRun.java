package io.github.archrm.submit.run;

import com.google.gson.JsonObject;
import io.github.archrm.submit.progress.RunStatus;
import io.github.archrm.submit.progress.TasksDone;
import io.github.archrm.submit.report.ReportPage;
import io.github.archrm.submit.report.ReportWithPage;
import io.github.archrm.submit.runtime.Counted;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.runtime.Version;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Report;
import io.github.archrm.submit.score.Results;
import io.github.archrm.submit.score.Submission;
import io.github.archrm.submit.worker.Schedule;
import io.github.archrm.submit.worker.WorkerPlan;
import io.github.archrm.submit.worker.WorkerPool;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;

/** The run of a competition: with a journal, until a deadline, to be taken up again. */
public final class SubmissionRun {
  /** Kept at the end for the last words, and for a clock that is not quite right. */
  private static final long RESERVE_MILLIS = 1000;

  /** Disks with less than this are full. */
  private static final long FULL_BYTES = 16 << 20;

  private final Challenges challenges;
  private final List<Task> tasks;
  private SolvingPlan solving;
  private final Path file;
  private final long trainingBytes;
  private final JsonObject configuration = new JsonObject();
  private final Journal.Header header;
  private final List<String> missing = new ArrayList<>();
  private RunJournal journal;
  private Instant deadline;

  /**
   * @param tasks those of the challenges that are tried here
   * @param shard which part of them, for the journal; null for all
   * @param file where the submission goes
   * @param trainingBytes that saved training may take beside it
   */
  public SubmissionRun(
      Challenges challenges,
      List<Task> tasks,
      String shard,
      SolvingPlan solving,
      Path file,
      long trainingBytes) {
    this.challenges = challenges;
    this.tasks = tasks;
    this.solving = solving;
    this.file = file;
    this.trainingBytes = trainingBytes;
    configuration.addProperty("seed", solving.seed());
    solving.addTo(configuration, tasks);
    this.header =
        new Journal.Header(
            Version.text(),
            TaskHash.of(challenges.testCounts().toString(), challenges.tasks()),
            solving.identity(challenges.tasks()),
            shard,
            ManagementFactory.getRuntimeMXBean().getStartTime());
  }

  /**
   * Opens the journal.
   *
   * @param resume whether to go on with an earlier run, if there was one
   * @param until when the run has to be over; null for as before, or never
   * @throws UserMistake if a task cannot be solved with these options, or not in that time, or
   *     there is an earlier run that may not be lost, or another one than this
   */
  public void open(boolean resume, Deadline until) {
    solving.requireSolvable(tasks);
    requireTimeToLearn(resume, until);
    journal =
        RunJournal.open(
            Journal.beside(file), file, header, tasks, resume, solving.trunk().learning(file));
    Deadline last = journal.deadline().orElse(null);
    if (until != null && !until.equals(last)) {
      journal.journal().add(until);
      last = until;
    }
    deadline = last == null ? null : last.after(Instant.ofEpochMilli(journal.started()));
  }

  /** What is begun now has to have the time. */
  private void requireTimeToLearn(boolean resume, Deadline until) {
    boolean goesOn = resume && Journal.read(Journal.beside(file)) != null;
    if (solving.trunk().isJoint() && until != null && !goesOn) {
      Instant now = Instant.now();
      double left = Duration.between(now, until.after(now)).toMillis() / 1e3;
      if (left < solving.trunk().seconds()) {
        throw new UserMistake(
            "--joint: takes %.0f seconds, of which --deadline leaves %.0f"
                .formatted(solving.trunk().seconds(), Math.max(0, left)));
      }
    }
  }

  private double secondsLeft() {
    return deadline == null ? Double.POSITIVE_INFINITY : (end() - System.nanoTime()) / 1e9;
  }

  /**
   * Learns the tasks jointly, if the plan says so; that is part of the time there is, of which a
   * later start spends half at most.
   */
  private void learn(int threads) throws IOException, InterruptedException {
    if (solving.trunk().isJoint()) {
      double most = journal.goesOn() ? secondsLeft() / 2 : secondsLeft();
      solving = new JointTraining(solving, file, most).learn(tasks, threads, journal);
      solving.addTo(configuration, tasks);
    }
  }

  /**
   * Writes the fallback for everything, where nothing has been handed in yet.
   *
   * @throws UserMistake if it cannot be written
   */
  public static void writeFallback(Challenges challenges, Path file) {
    if (!Files.exists(file)) {
      try {
        AtomicFile.write(file, new Submission(challenges.testCounts(), challenges.tasks()).text());
      } catch (IOException e) {
        throw UserMistake.unwritable(file, e);
      }
    }
  }

  /**
   * Solves what is not done, and returns what has come out of each task that was tried.
   *
   * @param title of the page beside the submission
   * @throws IOException if the submission cannot be written at the end
   */
  public List<Outcome> solve(String title, WorkerPlan workers)
      throws IOException, InterruptedException {
    Path states = states(file);
    Submission submission = new Submission(challenges.testCounts(), challenges.tasks());
    Results results = new Results(tasks, configuration, solving.seed());
    Report report =
        ReportWithPage.beside(file, submission, new ReportPage("submit", title, results));
    TasksDone done = new TasksDone(tasks.size(), journal.done(), deadline);
    Run run =
        new Run(
            report,
            file,
            RunStatus.onStderr(done),
            tasks.size(),
            Optional.of(journal.journal()),
            () -> makeRoom(states));
    journal.earlier().values().forEach(outcomes -> outcomes.forEach(run::take));
    run.begin();
    learn(workers.count() * solving.threads());
    int tokens = workers.tokens();
    int count = Math.min(workers.count(), Math.max(1, tasks.size()));
    WorkerPool pool = new WorkerPool(count, workers::setup, run);
    long end = end();
    boolean over = end <= System.nanoTime();
    Schedule schedule =
        deadline == null
            ? new OnceSchedule(journal.open(), task -> solving.forTask(task).holding(tokens))
            : new DeadlineSchedule(
                tasks,
                task -> solving.forTask(task).holding(tokens),
                count,
                states,
                trainingBytes,
                end - reserve(end),
                journal.earlier());
    List<Outcome> outcomes = run.solve(pool, schedule, end);
    if (schedule instanceof DeadlineSchedule shared && shared.dropped() > 0) {
      System.err.println(
          Counted.of(shared.dropped(), "task")
              + " did not go on, since there was no room for more training"
              + " (--training-megabytes)");
    }
    if (!over) {
      delete(states);
    }
    journal.journal().close();
    tell(outcomes, over);
    return outcomes;
  }

  private void tell(List<Outcome> outcomes, boolean over) {
    int untried = tasks.size() - outcomes.size();
    if (over) {
      missing.add(
          ("the time of this run was over at %s, before this start solved anything;"
                  + " a later --deadline goes on")
              .formatted(deadline.truncatedTo(ChronoUnit.SECONDS)));
    }
    if (untried > 0) {
      missing.add("not tried in the time there was: " + Counted.of(untried, tasks.size(), "task"));
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

  /** Named after the submission, since what lies there is deleted at the end. */
  private static Path states(Path file) {
    return file.toAbsolutePath().resolveSibling(file.getFileName() + ".training");
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
}
