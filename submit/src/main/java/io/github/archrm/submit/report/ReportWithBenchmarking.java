package io.github.archrm.submit.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.GridAdapter;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Report;
import io.github.archrm.submit.score.Results;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A report with the files of arc-agi-benchmarking beside it: for every finished task {@code
 * <id>.json}, a list of tests, each with {@code attempt_1} and {@code attempt_2} of {@code answer}
 * and {@code metadata}. All metadata are there that its schema asks for; what a model without
 * prompts has none of is 0 or empty. The scorer adds up dollars and seconds of all attempts, so
 * that each has an equal part of the task's.
 */
public final class ReportWithBenchmarking implements Report {
  private static final String NAME = "arc-hrm";
  private static final int ATTEMPTS = 2;
  private static final Pattern FILE_NAME =
      Pattern.compile("[^/\\\\:\\x00-\\x1f.][^/\\\\:\\x00-\\x1f]*");
  private static final Gson GSON =
      new GsonBuilder()
          .registerTypeAdapter(Grid.class, new GridAdapter())
          .disableHtmlEscaping()
          .serializeNulls()
          .create();

  private final Report report;
  private final Results results;
  private final Path folder;
  private final String run;
  private boolean told;

  /**
   * @param results that tell what tasks cost
   * @param folder of the files
   * @param run how it names itself
   * @throws UserMistake if a task's id cannot be the name of a file, or a file is there that no run
   *     of this project has written
   */
  public ReportWithBenchmarking(Report report, Results results, Path folder, String run) {
    this.report = report;
    this.results = results;
    this.folder = folder;
    this.run = run;
    for (Task task : results.tasks()) {
      if (!FILE_NAME.matcher(task.id()).matches() || task.id().equals("results")) {
        throw new UserMistake(
            "--format benchmarking: a task's id has to be the name of a file, unlike " + task.id());
      }
      requireAnswers(file(task));
    }
  }

  private Path file(Task task) {
    return folder.resolve(task.id() + ".json");
  }

  /** What is replaced are answers of an earlier run, which are a list, and nothing else. */
  private static void requireAnswers(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      int first = in.read();
      if (first >= 0 && first != '[') {
        throw new UserMistake("--out: would replace " + file + ", which holds no answers");
      }
    } catch (IOException e) {
      // Nothing is there, or nothing that could be replaced.
    }
  }

  @Override
  public void add(Outcome outcome) {
    report.add(outcome);
    Path file = file(outcome.task());
    try {
      AtomicFile.write(file, GSON.toJson(tests(outcome)) + "\n");
    } catch (IOException e) {
      if (!told) {
        System.err.println(
            file + " cannot be written, the run goes on without it: " + UserMistake.words(e));
      }
      told = true;
    }
  }

  @Override
  public String text() {
    return report.text();
  }

  @Override
  public void written() {
    report.written();
  }

  @Override
  public void unwritten() {
    report.unwritten();
  }

  @Override
  public void ended() {
    report.ended();
  }

  private JsonArray tests(Outcome outcome) {
    Instant end = Instant.now();
    JsonArray tests = new JsonArray();
    for (int i = 0; i < outcome.solved().tests().size(); i++) {
      TestAttempts attempts = outcome.solved().tests().get(i);
      JsonObject test = new JsonObject();
      test.add("attempt_1", attempt(outcome, i, attempts.first(), end));
      test.add("attempt_2", attempt(outcome, i, attempts.second(), end));
      tests.add(test);
    }
    return tests;
  }

  private JsonObject attempt(Outcome outcome, int test, Grid grid, Instant end) {
    JsonObject json = new JsonObject();
    json.add("answer", GSON.toJsonTree(grid));
    Optional<Boolean> correct = outcome.task().solution(test).map(grid::equals);
    correct.ifPresent(right -> json.add("correct", new JsonPrimitive(right)));
    json.add("metadata", metadata(outcome, test, end));
    return json;
  }

  private static int attempts(Outcome outcome) {
    return ATTEMPTS * outcome.solved().tests().size();
  }

  private JsonObject metadata(Outcome outcome, int test, Instant end) {
    double seconds = outcome.solved().seconds() / attempts(outcome);
    JsonObject json = new JsonObject();
    json.addProperty("model", NAME);
    json.addProperty("provider", NAME);
    json.addProperty(
        "start_timestamp", end.minus(Duration.ofMillis(Math.round(1000 * seconds))).toString());
    json.addProperty("end_timestamp", end.toString());
    json.add("choices", new JsonArray());
    JsonObject arguments = new JsonObject();
    arguments.addProperty("seed", results.seed());
    arguments.addProperty("steps", outcome.solved().steps());
    json.add("kwargs", arguments);
    json.add("usage", usage());
    json.add("cost", cost(outcome));
    json.addProperty("task_id", outcome.task().id());
    json.addProperty("pair_index", test);
    json.addProperty("test_id", run);
    return json;
  }

  private static JsonObject usage() {
    JsonObject details = new JsonObject();
    details.addProperty("reasoning_tokens", 0);
    details.addProperty("accepted_prediction_tokens", 0);
    details.addProperty("rejected_prediction_tokens", 0);
    JsonObject usage = new JsonObject();
    usage.addProperty("prompt_tokens", 0);
    usage.addProperty("completion_tokens", 0);
    usage.addProperty("total_tokens", 0);
    usage.add("completion_tokens_details", details);
    return usage;
  }

  /** An equal part of the task's dollars. */
  private JsonObject cost(Outcome outcome) {
    double dollars = results.dollars(outcome).orElse(0) / attempts(outcome);
    JsonObject cost = new JsonObject();
    cost.addProperty("prompt_cost", 0.0);
    cost.addProperty("completion_cost", dollars);
    cost.addProperty("total_cost", dollars);
    return cost;
  }
}
