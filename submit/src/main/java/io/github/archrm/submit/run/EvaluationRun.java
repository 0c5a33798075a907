package io.github.archrm.submit.run;

import com.google.gson.JsonObject;
import io.github.archrm.submit.cost.Price;
import io.github.archrm.submit.progress.RunStatus;
import io.github.archrm.submit.progress.TasksDone;
import io.github.archrm.submit.report.ReportPage;
import io.github.archrm.submit.report.ReportWithPage;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.runtime.Version;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Report;
import io.github.archrm.submit.score.Results;
import io.github.archrm.submit.worker.WorkerPlan;
import io.github.archrm.submit.worker.WorkerPool;
import io.github.archrm.tasks.Task;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The run over a data set that is scored: every task once, over as many evenings or machines as it
 * takes.
 *
 * <p>Its journal lies beside the results under their name, {@code results.journal.jsonl}, so that
 * runs with different results may share a folder.
 */
public final class EvaluationRun {
  private final List<Task> tasks;
  private final Optional<Shard> shard;
  private SolvingPlan solving;
  private final Path file;
  private final Journal.Header header;
  private final JsonObject configuration = new JsonObject();
  private RunJournal journal;

  /**
   * @param whole all tasks of the run, of all shards together
   * @param shard which part of them is tried here
   * @param file where the results of this part go
   */
  public EvaluationRun(List<Task> whole, Optional<Shard> shard, SolvingPlan solving, Path file) {
    this.tasks = shard.map(part -> part.part(whole)).orElse(whole);
    this.shard = shard;
    this.solving = solving;
    this.file = file;
    this.header =
        new Journal.Header(
            Version.text(),
            TaskHash.of("", whole),
            solving.identity(whole),
            shard.map(Shard::toString).orElse(null),
            ManagementFactory.getRuntimeMXBean().getStartTime());
  }

  /** The tasks that are tried here. */
  public List<Task> tasks() {
    return tasks;
  }

  /** Whether something has come out of the run, or of another one in its place. */
  public boolean hasResults() {
    Journal.Contents contents = Journal.read(journalFile());
    return contents != null && !contents.entries().isEmpty();
  }

  /** Whether nothing is left to solve; the journal is open. */
  public boolean isDone() {
    return journal.open().isEmpty();
  }

  /**
   * The results, of which there are none yet.
   *
   * @param said what else than the plan decides them, and where they come from
   * @param price of what tasks take
   */
  public Results results(JsonObject said, Optional<Price> price) {
    said.entrySet().forEach(entry -> configuration.add(entry.getKey(), entry.getValue()));
    shard.ifPresent(one -> configuration.addProperty("shard", one.toString()));
    solving.addTo(configuration, tasks);
    return new Results(tasks, configuration, solving.seed(), price);
  }

  /** The results with the page beside them. */
  public ReportWithPage page(String title, Results results) {
    return ReportWithPage.beside(file, results, new ReportPage("evaluate", title, results));
  }

  /**
   * Opens the journal. A run that goes on and is no shard takes over what the shards beside it have
   * done.
   *
   * @param resume whether to go on with an earlier run, if there was one
   * @throws UserMistake if a task cannot be solved with these options, or there is an earlier run
   *     that may not be lost, or another one than this
   */
  public void open(boolean resume) {
    solving.requireSolvable(tasks);
    journal =
        RunJournal.open(journalFile(), file, header, tasks, resume, solving.trunk().learning(file));
    if (resume && shard.isEmpty()) {
      shards().forEach(journal::takeShard);
    }
  }

  /** Learns the tasks jointly, if the plan says so. */
  private void learn(int threads) throws IOException, InterruptedException {
    if (solving.trunk().isJoint()) {
      double most = Double.POSITIVE_INFINITY;
      solving = new JointTraining(solving, file, most).learn(tasks, threads, journal);
      solving.addTo(configuration, tasks);
    }
  }

  /** What the cost of the tasks leaves out, if there is something. */
  public Optional<String> costBeside() {
    return solving.costBeside();
  }

  private Path journalFile() {
    return file.toAbsolutePath().resolveSibling(journalName());
  }

  private String journalName() {
    return file.getFileName().toString().replaceFirst("\\.json$", "") + "." + Journal.NAME;
  }

  private List<Path> shards() {
    List<Path> journals = new ArrayList<>();
    Path folder = file.toAbsolutePath().getParent();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Shard.FOLDERS)) {
      for (Path one : folders) {
        journals.add(one.resolve(journalName()));
      }
    } catch (IOException e) {
      throw new UserMistake(folder + ": cannot be read: " + UserMistake.reason(e));
    }
    journals.sort(null);
    return journals;
  }

  /**
   * Solves what has no result yet, and returns what has come out of each task, in the order in
   * which they came.
   *
   * @throws UserMistake if the report cannot be written at the beginning
   * @throws IOException if it cannot be written at the end
   */
  public List<Outcome> solve(WorkerPlan workers, Report report)
      throws IOException, InterruptedException {
    TasksDone done = new TasksDone(tasks.size(), journal.done(), null);
    Run run =
        new Run(
            report,
            file,
            RunStatus.onStderr(done),
            tasks.size(),
            Optional.of(journal.journal()),
            () -> {});
    journal.earlier().values().forEach(outcomes -> outcomes.forEach(run::take));
    run.begin();
    learn(workers.count() * solving.threads());
    List<Task> open = journal.open();
    int count = Math.max(1, Math.min(workers.count(), open.size()));
    List<Outcome> outcomes =
        run.solve(
            new WorkerPool(count, workers::setup, run),
            new OnceSchedule(open, task -> solving.forTask(task).holding(workers.tokens())),
            Long.MAX_VALUE);
    journal.journal().addEnd();
    journal.journal().flush();
    journal.journal().close();
    return outcomes;
  }
}
