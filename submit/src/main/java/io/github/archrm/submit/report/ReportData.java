package io.github.archrm.submit.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.archrm.augment.program.Piece;
import io.github.archrm.solver.CurvePoint;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.think.Thought;
import io.github.archrm.solver.vote.Candidate;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.solver.vote.Vote;
import io.github.archrm.submit.cost.Bill;
import io.github.archrm.submit.cost.Cost;
import io.github.archrm.submit.runtime.Version;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Results;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.Violation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run as the JSON that the script of {@link ReportPage} reads.
 *
 * <p>Every grid stands in it once, as text; everything else names it by its index, so that what is
 * attempt, candidate and solution at once takes no room three times.
 */
final class ReportData {
  /** Candidates shown per test input. */
  private static final int CANDIDATES = 5;

  /** Demonstrations shown per task: a set of puzzles may have thousands. */
  private static final int DEMONSTRATIONS = 24;

  private static final MathContext DIGITS = new MathContext(4);

  private final Results results;
  private final PageGrids grids = new PageGrids();

  ReportData(Results results) {
    this.results = results;
  }

  JsonObject json(String command, String title) {
    JsonObject json = new JsonObject();
    json.addProperty("command", command);
    json.addProperty("title", title);
    json.addProperty("version", Version.text());
    json.addProperty("written", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    // As text: the numbers of the script are exact up to 2^53 only.
    json.addProperty("seed", Long.toString(results.seed()));
    json.add("configuration", results.configuration());
    json.add("scores", results.scoresJson());
    json.add("cost", results.bill().<JsonElement>map(Bill::toJson).orElse(null));
    json.addProperty("finished", results.finished().size());
    json.addProperty("of", results.tasks().size());
    JsonArray tasks = array(results.tasks().stream().map(this::task));
    grids.addTo(json);
    json.add("tasks", tasks);
    return json;
  }

  private JsonObject task(Task task) {
    Optional<Outcome> outcome = results.outcome(task);
    Optional<SolvedTask> solved = outcome.map(Outcome::solved);
    JsonObject json = new JsonObject();
    json.addProperty("id", task.id());
    json.addProperty("kind", grids.kind(task.kind()));
    json.addProperty("state", outcome.map(ReportData::state).orElse("waiting"));
    json.addProperty("right", outcome.flatMap(ReportData::right).orElse(null));
    json.addProperty("outputs", task.testInputs().size());
    json.addProperty("steps", solved.map(SolvedTask::steps).orElse(null));
    json.addProperty(
        "seconds", solved.map(SolvedTask::seconds).map(ReportData::rounded).orElse(null));
    JsonObject cost = outcome.flatMap(Outcome::cost).map(Cost::toJson).orElse(null);
    outcome.ifPresent(o -> results.dollars(o).ifPresent(d -> cost.addProperty("dollars", d)));
    json.add("cost", cost);
    json.addProperty("loss", solved.map(SolvedTask::loss).map(ReportData::rounded).orElse(null));
    json.addProperty("fitted", outcome.map(Outcome::fitted).orElse(false));
    json.addProperty("error", outcome.flatMap(Outcome::error).orElse(null));
    json.addProperty("demonstration_count", task.demonstrations().size());
    json.add(
        "demonstrations",
        array(
            task.demonstrations().stream()
                .limit(DEMONSTRATIONS)
                .map(e -> array(Stream.of(grids.of(e.input()), grids.of(e.output()))))));
    JsonArray tests = new JsonArray();
    for (int i = 0; i < task.testInputs().size(); i++) {
      tests.add(test(task, i, outcome));
    }
    json.add("tests", tests);
    json.add(
        "curve", array(solved.stream().flatMap(s -> s.curve().stream()).map(ReportData::point)));
    json.add(
        "pieces",
        array(outcome.stream().flatMap(o -> o.solved().pieces().stream()).map(this::piece)));
    JsonArray thinking = new JsonArray();
    List<List<Thought>> kept = solved.map(SolvedTask::thinking).orElse(List.of());
    for (int i = 0; i < Math.min(kept.size(), task.testInputs().size()); i++) {
      Grid input = task.testInputs().get(i);
      thinking.add(
          array(kept.get(i).stream().map(thought -> thought(task.kind(), input, thought))));
    }
    json.add("thinking", thinking);
    return json;
  }

  private static String state(Outcome outcome) {
    if (outcome.error().isPresent()) {
      return "failed";
    }
    return outcome
        .solvedAll()
        .map(all -> all ? "solved" : "wrong")
        .orElse(outcome.isProved() ? "solved" : "unknown");
  }

  private static Optional<Integer> right(Outcome outcome) {
    int right = 0;
    for (int i = 0; i < outcome.task().testInputs().size(); i++) {
      right += outcome.correct(i).orElse(false) ? 1 : 0;
    }
    return outcome.task().solutions().isEmpty() ? Optional.empty() : Optional.of(right);
  }

  private JsonObject test(Task task, int i, Optional<Outcome> outcome) {
    Grid input = task.testInputs().get(i);
    Optional<TestAttempts> tried = outcome.map(o -> o.solved().tests().get(i));
    JsonObject json = new JsonObject();
    json.add("input", grids.of(input));
    json.add("solution", task.solution(i).map(grids::of).orElse(null));
    json.addProperty("right", outcome.flatMap(o -> o.correct(i)).orElse(null));
    json.add(
        "attempts",
        array(
            tried.stream()
                .flatMap(
                    t -> Stream.of(t.first(), t.second()).map(g -> attempt(task, input, g, t)))));
    json.addProperty("rank", outcome.flatMap(o -> rank(o, i)).orElse(null));
    json.addProperty("candidate_count", tried.map(t -> t.candidates().size()).orElse(0));
    json.addProperty("predictions", tried.map(TestAttempts::predictions).orElse(0));
    json.add(
        "candidates",
        array(
            tried.stream()
                .flatMap(t -> t.candidates().stream())
                .limit(CANDIDATES)
                .map(this::candidate)));
    json.addProperty(
        "wrong_cells", outcome.map(o -> o.wrongCells(i)).flatMap(ReportData::boxed).orElse(null));
    json.addProperty(
        "solution_candidate", tried.flatMap(t -> place(task.solution(i), t)).orElse(null));
    json.add(
        "voters",
        array(
            outcome.map(o -> o.solved().votes()).filter(votes -> i < votes.size()).stream()
                .flatMap(votes -> voters(votes.get(i)))));
    return json;
  }

  private static Optional<Integer> boxed(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  private static Optional<Integer> place(Optional<Grid> solution, TestAttempts tried) {
    List<Grid> grids = tried.candidates().stream().map(Candidate::grid).toList();
    return solution.map(grids::indexOf).filter(place -> place >= 0);
  }

  /**
   * For each member its number, its share of the votes, and for each of its views the words and the
   * candidates that it voted for.
   */
  private static Stream<JsonArray> voters(List<Vote> votes) {
    double all = votes.stream().mapToDouble(Vote::weight).sum();
    Map<Integer, List<Vote>> members =
        votes.stream()
            .collect(Collectors.groupingBy(Vote::member, TreeMap::new, Collectors.toList()));
    return members.entrySet().stream()
        .map(
            member -> {
              JsonArray json = new JsonArray();
              json.add(member.getKey());
              json.add(rounded(member.getValue().stream().mapToDouble(Vote::weight).sum() / all));
              Map<String, JsonArray> views = new LinkedHashMap<>();
              for (Vote vote : member.getValue()) {
                views.computeIfAbsent(vote.view(), ReportData::named).add(vote.candidate());
              }
              views.values().forEach(json::add);
              return json;
            });
  }

  private static JsonArray named(String words) {
    JsonArray json = new JsonArray();
    json.add(words);
    return json;
  }

  /** Where the solution stands among the ranked answers, 0 if it is not among them. */
  private static Optional<Integer> rank(Outcome outcome, int test) {
    return outcome.task().solutions().isEmpty()
        ? Optional.empty()
        : Optional.of(outcome.graded().tests().get(test).rank().orElse(0));
  }

  private JsonObject attempt(Task task, Grid input, Grid grid, TestAttempts tried) {
    JsonObject json = new JsonObject();
    json.add("grid", grids.of(grid));
    json.addProperty("share", rounded(tried.share(grid)));
    json.addProperty("program", tried.program(grid));
    List<Violation> violations = task.kind().rules().check(input, grid);
    json.addProperty(
        "broken",
        violations.isEmpty()
            ? null
            : violations.get(0)
                + (violations.size() == 1 ? "" : ", and " + (violations.size() - 1) + " more"));
    return json;
  }

  private JsonObject piece(Piece piece) {
    JsonObject json = new JsonObject();
    json.add("tests", array(piece.tests().stream().map(grids::of)));
    json.addProperty("words", piece.words());
    return json;
  }

  private JsonObject candidate(Candidate candidate) {
    JsonObject json = new JsonObject();
    json.add("grid", grids.of(candidate.grid()));
    json.addProperty("share", rounded(candidate.share()));
    json.addProperty("confidence", rounded(candidate.confidence()));
    json.addProperty("program", candidate.program());
    return json;
  }

  /** With the cells in which it breaks a rule, each once; null where no rules are known. */
  private JsonObject thought(Kind kind, Grid input, Thought thought) {
    JsonObject json = new JsonObject();
    json.add("grid", grids.of(thought.grid()));
    json.addProperty("halting", rounded(thought.halting()));
    json.add("broken", kind.hasRules() ? broken(kind, input, thought.grid()) : null);
    return json;
  }

  private static JsonArray broken(Kind kind, Grid input, Grid grid) {
    return array(
        kind.rules().check(input, grid).stream()
            .map(violation -> List.of(violation.row(), violation.column()))
            .distinct()
            .map(
                cell ->
                    array(
                        Stream.of(
                            new JsonPrimitive(cell.get(0)), new JsonPrimitive(cell.get(1))))));
  }

  private static JsonArray point(CurvePoint point) {
    JsonArray json = new JsonArray();
    json.add(point.model());
    json.add(point.step());
    json.add(rounded(point.loss()));
    json.add(rounded(point.exactShare()));
    return json;
  }

  /** A number that is shown, not calculated with; null if it is none. */
  private static BigDecimal rounded(double value) {
    return Double.isFinite(value) ? BigDecimal.valueOf(value).round(DIGITS) : null;
  }

  private static JsonArray array(Stream<? extends JsonElement> elements) {
    JsonArray array = new JsonArray();
    elements.forEach(array::add);
    return array;
  }
}
