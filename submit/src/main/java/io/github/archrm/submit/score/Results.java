package io.github.archrm.submit.score;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.runtime.Version;
import io.github.archrm.submit.score.Scores.TaskScore;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The outcomes of a run over a data set, in the order of its tasks: results.json and its scores.
 *
 * <p>ARC's scores count every ARC task of the run that has solutions, the others every puzzle with
 * rules; a task that is not finished yet counts as wrong.
 */
public final class Results implements Report {
  private static final Gson GSON =
      new GsonBuilder()
          .registerTypeAdapter(Grid.class, new GridAdapter())
          .disableHtmlEscaping()
          .serializeNulls()
          .create();

  private final List<Task> tasks;
  private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
  private final JsonObject configuration;
  private final long seed;

  public Results(List<Task> tasks, JsonObject configuration, long seed) {
    this.tasks = List.copyOf(tasks);
    this.configuration = configuration;
    this.seed = seed;
    tasks.forEach(task -> outcomes.put(task.id(), null));
  }

  @Override
  public void add(Outcome outcome) {
    outcomes.put(outcome.task().id(), outcome);
  }

  public List<Task> tasks() {
    return tasks;
  }

  /** Empty while the task has not been tried. */
  public Optional<Outcome> outcome(Task task) {
    return Optional.ofNullable(outcomes.get(task.id()));
  }

  public JsonObject configuration() {
    return configuration;
  }

  /** The seed of the run, from which those of its tasks follow. */
  public long seed() {
    return seed;
  }

  /** The outcomes there are so far. */
  public List<Outcome> finished() {
    return outcomes.values().stream().filter(outcome -> outcome != null).toList();
  }

  /** What counts of the run: tasks of ARC with solutions, puzzles with rules. */
  public ScoreSheet scores() {
    List<Task> known =
        tasks.stream()
            .filter(task -> !task.kind().hasRules() && !task.solutions().isEmpty())
            .toList();
    Map<String, RuleScores> kinds =
        tasks.stream()
            .filter(task -> task.kind().hasRules() && !task.testInputs().isEmpty())
            .collect(
                Collectors.toMap(
                    task -> task.kind().fullName(), this::ruleScores, RuleScores::plus));
    return new ScoreSheet(
        known.isEmpty()
            ? Optional.empty()
            : Optional.of(Scores.of(known.stream().map(this::score).toList())),
        kinds);
  }

  private TaskScore score(Task task) {
    Outcome outcome = outcomes.get(task.id());
    int correct = 0;
    for (int i = 0; outcome != null && i < task.testInputs().size(); i++) {
      correct += outcome.correct(i).orElse(false) ? 1 : 0;
    }
    return new TaskScore(correct, task.testInputs().size());
  }

  private RuleScores ruleScores(Task task) {
    Outcome outcome = outcomes.get(task.id());
    return outcome == null
        ? RuleScores.of(task, Collections.nCopies(task.testInputs().size(), Optional.empty()))
        : outcome.ruleScores();
  }

  /** All scores there are by their names; null if there is none. */
  public JsonElement scoresJson() {
    JsonObject json = scores().toJson();
    return json.isEmpty() ? JsonNull.INSTANCE : json;
  }

  /** JSON, one task a line. */
  @Override
  public String text() {
    List<Outcome> finished = finished();
    StringBuilder json = new StringBuilder("{\n");
    json.append("\"version\": ").append(GSON.toJson(Version.text())).append(",\n");
    json.append("\"seed\": ").append(seed).append(",\n");
    json.append("\"configuration\": ").append(GSON.toJson(configuration)).append(",\n");
    json.append("\"scores\": ").append(GSON.toJson(scoresJson())).append(",\n");
    json.append("\"finished\": ").append(finished.size()).append(",\n");
    json.append("\"of\": ").append(tasks.size()).append(",\n");
    json.append("\"asked\": ")
        .append(GSON.toJson(tasks.stream().map(Task::id).toList()))
        .append(",\n");
    json.append("\"tasks\": [");
    String separator = "\n";
    for (Outcome outcome : finished) {
      json.append(separator).append(GSON.toJson(entry(outcome)));
      separator = ",\n";
    }
    return json.append("\n]\n}\n").toString();
  }

  private static JsonObject entry(Outcome outcome) {
    JsonObject entry = new JsonObject();
    entry.addProperty("id", outcome.task().id());
    entry.add("solved", orNull(outcome.solvedAll()));
    boolean rules = outcome.task().kind().hasRules();
    if (rules) {
      entry.addProperty("kind", outcome.task().kind().fullName());
      entry.add("scores", outcome.ruleScores().toJson());
    }
    JsonArray tests = new JsonArray();
    for (int i = 0; i < outcome.solved().tests().size(); i++) {
      TestAttempts attempts = outcome.solved().tests().get(i);
      JsonObject test = new JsonObject();
      test.add("attempts", GSON.toJsonTree(List.of(attempts.first(), attempts.second())));
      test.add(
          "shares",
          GSON.toJsonTree(
              List.of(attempts.share(attempts.first()), attempts.share(attempts.second()))));
      test.add("correct", orNull(outcome.correct(i)));
      if (rules) {
        RuleScores one = RuleScores.of(outcome.task(), i, Optional.of(attempts.first()));
        test.add(
            "exact",
            orNull(one.solutions() == 0 ? Optional.empty() : Optional.of(one.exact() == 1)));
        test.addProperty("valid", one.valid() == 1);
        test.addProperty("optimal", one.optimal() == 1);
      }
      tests.add(test);
    }
    entry.add("tests", tests);
    entry.addProperty("steps", outcome.solved().steps());
    entry.addProperty("seconds", outcome.solved().seconds());
    double loss = outcome.solved().loss();
    entry.addProperty("loss", Double.isFinite(loss) ? loss : null);
    outcome.error().ifPresent(error -> entry.addProperty("error", error));
    return entry;
  }

  private static JsonElement orNull(Optional<Boolean> value) {
    return value.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }
}
