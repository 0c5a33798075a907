package io.github.archrm.submit.score;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.archrm.solver.vote.Candidate;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.answers.Judged;
import io.github.archrm.submit.answers.TestAnswers;
import io.github.archrm.submit.cost.Bill;
import io.github.archrm.submit.cost.Price;
import io.github.archrm.submit.runtime.Version;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
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
  private final Optional<Price> price;

  public Results(List<Task> tasks, JsonObject configuration, long seed) {
    this(tasks, configuration, seed, Optional.empty());
  }

  /**
   * @param price of what tasks take
   */
  public Results(List<Task> tasks, JsonObject configuration, long seed, Optional<Price> price) {
    this.price = price;
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
    return ScoreSheet.of(known.stream().map(this::graded).toList(), kinds);
  }

  private Graded graded(Task task) {
    return Graded.of(outcome(task).map(Outcome::answers), task.solutions());
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

  /** What the finished tasks took and cost; empty while that is not known of any. */
  public Optional<Bill> bill() {
    return Bill.of(finished().stream().map(Outcome::cost).toList(), price);
  }

  /** What thinking about the puzzles of the finished tasks took; empty while that is not known. */
  public Optional<PuzzleEfforts> efforts() {
    return PuzzleEfforts.of(
        finished().stream().flatMap(outcome -> outcome.solved().efforts().stream()).toList());
  }

  /** What a task costs in dollars; empty without a price. */
  public OptionalDouble dollars(Outcome outcome) {
    return price.isPresent() && outcome.cost().isPresent()
        ? price.get().of(outcome.cost().get())
        : OptionalDouble.empty();
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
    JsonElement cost = bill().<JsonElement>map(Bill::toJson).orElse(JsonNull.INSTANCE);
    json.append("\"cost\": ").append(GSON.toJson(cost)).append(",\n");
    JsonElement efforts =
        efforts().<JsonElement>map(PuzzleEfforts::toJson).orElse(JsonNull.INSTANCE);
    json.append("\"efforts\": ").append(GSON.toJson(efforts)).append(",\n");
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

  private JsonObject entry(Outcome outcome) {
    JsonObject entry = new JsonObject();
    entry.addProperty("id", outcome.task().id());
    entry.add("solved", orNull(outcome.solvedAll()));
    boolean rules = outcome.task().kind().hasRules();
    List<Judged> judged =
        outcome.task().solutions().isEmpty() ? List.of() : outcome.graded().tests();
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
      test.add(
          "programs",
          GSON.toJsonTree(
              List.of(attempts.program(attempts.first()), attempts.program(attempts.second()))));
      test.add("candidates", candidates(attempts));
      test.add("correct", orNull(outcome.correct(i)));
      if (!judged.isEmpty()) {
        OptionalInt rank = judged.get(i).rank();
        test.addProperty("rank", rank.isPresent() ? rank.getAsInt() : null);
        OptionalInt wrong = outcome.wrongCells(i);
        test.addProperty("wrong_cells", wrong.isPresent() ? wrong.getAsInt() : null);
        test.addProperty("solution_share", attempts.share(outcome.task().solutions().get(i)));
      }
      if (rules) {
        RuleScores one = RuleScores.of(outcome.task(), i, Optional.of(attempts.first()));
        test.add(
            "exact",
            orNull(one.solutions() == 0 ? Optional.empty() : Optional.of(one.exact() == 1)));
        test.addProperty("valid", one.valid() == 1);
        test.addProperty("optimal", one.optimal() == 1);
        if (i < outcome.solved().efforts().size()) {
          test.add("effort", PuzzleEfforts.toJson(outcome.solved().efforts().get(i)));
        }
      }
      tests.add(test);
    }
    entry.add("tests", tests);
    entry.addProperty("steps", outcome.solved().steps());
    entry.addProperty("seconds", outcome.solved().seconds());
    double loss = outcome.solved().loss();
    entry.addProperty("loss", Double.isFinite(loss) ? loss : null);
    if (outcome.cost().isPresent()) {
      JsonObject cost = outcome.cost().get().toJson();
      dollars(outcome).ifPresent(number -> cost.addProperty("dollars", number));
      entry.add("cost", cost);
    }
    outcome.error().ifPresent(error -> entry.addProperty("error", error));
    return entry;
  }

  /** The best candidates, each with its votes. */
  private static JsonArray candidates(TestAttempts attempts) {
    JsonArray candidates = new JsonArray();
    for (Candidate candidate : TestAnswers.of(attempts).candidates()) {
      JsonObject json = new JsonObject();
      json.add("grid", GSON.toJsonTree(candidate.grid()));
      json.addProperty("votes", candidate.votes());
      json.addProperty("share", candidate.share());
      json.addProperty("confidence", candidate.confidence());
      if (candidate.isExplained()) {
        json.addProperty("program", candidate.program());
        json.addProperty("program_odds", candidate.programOdds());
      }
      candidates.add(json);
    }
    return candidates;
  }

  private static JsonElement orNull(Optional<Boolean> value) {
    return value.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }
}
