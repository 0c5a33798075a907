package io.github.archrm.submit.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.archrm.submit.answers.TestAnswers;
import io.github.archrm.submit.compare.Comparison;
import io.github.archrm.submit.compare.ComparisonJson;
import io.github.archrm.submit.compare.Item;
import io.github.archrm.submit.compare.Key;
import io.github.archrm.submit.compare.Side;
import io.github.archrm.submit.runtime.Version;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.tasks.Task;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A comparison as one HTML page like the report, with the answers beside each other. */
public final class ComparisonPage {
  /** Demonstrations shown per task. */
  private static final int DEMONSTRATIONS = 12;

  private final Comparison comparison;
  private final Key key;
  private final Map<String, Task> tasks;
  private final PageGrids grids = new PageGrids();

  /**
   * @param key what was right, for the solutions
   * @param tasks the puzzles by their ids, as far as they are known
   */
  public ComparisonPage(Comparison comparison, Key key, Map<String, Task> tasks) {
    this.comparison = comparison;
    this.key = key;
    this.tasks = tasks;
  }

  public String text() {
    String title = comparison.sides().stream().map(Side::name).collect(Collectors.joining(" and "));
    JsonObject json = ComparisonJson.of(comparison);
    json.addProperty("command", "compare");
    json.addProperty("title", title);
    json.addProperty("version", Version.text());
    json.addProperty("written", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    JsonArray items = new JsonArray();
    comparison.items().forEach(item -> items.add(item(item)));
    json.add("tasks", items);
    grids.addTo(json);
    return PageFrame.text(title, List.of("page.js", "compare.js"), json);
  }

  private JsonObject item(Item item) {
    Optional<Task> task = Optional.ofNullable(tasks.get(item.id()));
    JsonObject json = new JsonObject();
    json.addProperty("id", item.name());
    json.addProperty("kind", grids.kind(task.map(Task::kind).orElseGet(Kinds::unnamed)));
    json.addProperty("outputs", item.grades().get(0).outputs());
    JsonArray right = new JsonArray();
    item.grades().forEach(grade -> right.add(grade.right()));
    json.add("right", right);
    JsonArray demonstrations = new JsonArray();
    if (item.test() < 0) {
      task.stream()
          .flatMap(known -> known.demonstrations().stream())
          .limit(DEMONSTRATIONS)
          .forEach(example -> demonstrations.add(pair(example)));
    }
    json.add("demonstrations", demonstrations);
    JsonArray tests = new JsonArray();
    int from = Math.max(0, item.test());
    int to = item.test() < 0 ? item.grades().get(0).outputs() : item.test() + 1;
    for (int test = from; test < to; test++) {
      tests.add(test(item, test, task));
    }
    json.add("tests", tests);
    return json;
  }

  private JsonArray pair(Example example) {
    JsonArray pair = new JsonArray();
    pair.add(grids.of(example.input()));
    pair.add(grids.of(example.output()));
    return pair;
  }

  private JsonObject test(Item item, int test, Optional<Task> task) {
    Optional<Grid> solution = key.solution(item.id(), test);
    JsonObject json = new JsonObject();
    json.add("input", task.map(known -> grids.of(known.testInputs().get(test))).orElse(null));
    json.add("solution", solution.map(grids::of).orElse(null));
    JsonArray answers = new JsonArray();
    for (Side side : comparison.sides()) {
      TestAnswers given =
          side.answers().task(item.id()).map(some -> some.test(test)).orElse(TestAnswers.NONE);
      answers.add(answer(given, solution));
    }
    json.add("answers", answers);
    return json;
  }

  private JsonObject answer(TestAnswers given, Optional<Grid> solution) {
    JsonObject json = new JsonObject();
    JsonArray attempts = new JsonArray();
    attempts.add(given.first().map(grids::of).orElse(null));
    attempts.add(given.second().map(grids::of).orElse(null));
    json.add("attempts", attempts);
    json.addProperty("candidates", given.deep() ? given.ranked().size() : null);
    Optional<OptionalInt> rank =
        solution
            .map(grid -> given.judge(grid).rank())
            .or(() -> given.told().filter(told -> told.ranked()).map(told -> told.rank()));
    json.addProperty("rank", rank.map(place -> place.orElse(0)).orElse(null));
    return json;
  }
}
