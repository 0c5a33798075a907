package io.github.archrm.submit.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.answers.Answers;
import io.github.archrm.submit.answers.TaskAnswers;
import io.github.archrm.submit.answers.TestAnswers;
import io.github.archrm.submit.compare.Bootstrap.Interval;
import io.github.archrm.submit.compare.Seeds.Spread;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Scores;
import io.github.archrm.submit.score.Scores.TaskScore;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Grid RIGHT = Samples.grid("1");
  private static final Grid WRONG = Samples.grid("0");

  /** A system that solves the tasks where there is an x; a blank is a task it did not answer. */
  private static Side side(String name, String solved) {
    Map<String, TaskAnswers> tasks = new LinkedHashMap<>();
    for (int i = 0; i < solved.length(); i++) {
      Grid first = solved.charAt(i) == 'x' ? RIGHT : WRONG;
      if (solved.charAt(i) != ' ') {
        tasks.put(
            "t" + i, TaskAnswers.of(List.of(TestAnswers.of(Optional.of(first), Optional.empty()))));
      }
    }
    return new Side(
        name, Path.of(name), new Answers(tasks, Optional.empty(), List.of()), Optional.empty());
  }

  private static Key key(int tasks) {
    Map<String, List<Grid>> outputs = new LinkedHashMap<>();
    for (int i = 0; i < tasks; i++) {
      outputs.put("t" + i, List.of(RIGHT));
    }
    return Key.of(outputs, List.of());
  }

  private static Comparison compare(String... solved) {
    List<Side> sides = new ArrayList<>();
    for (String one : solved) {
      sides.add(side("s" + sides.size(), one));
    }
    return Comparison.of(sides, key(solved[0].length()), false, 1);
  }

  @Test
  void whoAloneSolvesWhat() {
    Comparison comparison = compare("xxx..", "x.x.x", "x....");
    assertEquals(List.of("t1"), comparison.standings().get(0).alone());
    assertEquals(List.of("t4"), comparison.standings().get(1).alone());
    assertEquals(List.of(), comparison.standings().get(2).alone());
    Pair pair = comparison.pairs().get(0);
    assertEquals(2, pair.both());
    assertEquals(1, pair.neither());
    assertEquals(List.of("t1"), pair.onlyFirst());
    assertEquals(List.of("t4"), pair.onlySecond());
    assertEquals(0, pair.differences().get(Measure.TASKS_ALL_RIGHT).value(), 1e-12);
    assertEquals(0.6, comparison.standings().get(0).scores().get(Measure.KAGGLE).value(), 1e-12);
  }

  /** Values of R's binom.test(x, n, 0.5), two-sided. */
  @Test
  void mcNemarIsTheBinomialTest() {
    assertEquals(1, McNemar.p(0, 0));
    assertEquals(1, McNemar.p(3, 3));
    assertEquals(0.0625, McNemar.p(5, 0), 1e-12);
    assertEquals(0.375, McNemar.p(4, 1), 1e-12);
    assertEquals(0.02148437, McNemar.p(1, 9), 1e-8);
    assertTrue(McNemar.p(1500, 1000) < 1e-20);
    for (int n = 0; n < 60; n++) {
      for (int k = 0; k <= n; k++) {
        double p = McNemar.p(k, n - k);
        assertEquals(p, McNemar.p(n - k, k));
        assertTrue(p > 0 && p <= 1);
      }
    }
  }

  @Test
  void theIntervalIsThatOfPairsOfTasks() {
    String half = "x.".repeat(200);
    Comparison same = compare(half, half);
    Pair pair = same.pairs().get(0);
    assertEquals(new Interval(0, 0), pair.differences().get(Measure.KAGGLE).interval());
    assertEquals(1, pair.p());
    Interval score = same.standings().get(0).scores().get(Measure.TASKS_ALL_RIGHT).interval();
    // A share of 0.5 of 400: 1.96 standard errors are 0.049.
    assertEquals(0.451, score.low(), 0.006);
    assertEquals(0.549, score.high(), 0.006);
  }

  @Test
  void theSameSeedDrawsTheSame() {
    assertEquals(compare("xx.x.x..", "x.xx....").pairs(), compare("xx.x.x..", "x.xx....").pairs());
  }

  @Test
  void measuresAreThoseOfTheScores() {
    Random random = new Random(3);
    for (int i = 0; i < 50; i++) {
      int tasks = 1 + random.nextInt(8);
      List<Item> items = new ArrayList<>();
      List<TaskScore> scores = new ArrayList<>();
      for (int t = 0; t < tasks; t++) {
        int outputs = 1 + random.nextInt(3);
        int right = random.nextInt(outputs + 1);
        items.add(new Item("t" + t, -1, List.of(new Item.Grade(right, outputs))));
        scores.add(new TaskScore(right, outputs));
      }
      JsonObject json = Scores.of(scores).toJson();
      for (Measure measure : Measure.values()) {
        assertEquals(
            json.getAsJsonObject(measure.key()).get("value").getAsDouble(),
            measure.of(items, 0),
            1e-12);
      }
    }
  }

  @Test
  void whatOnlySomeHaveAnsweredIsLeftOutAndTold() {
    Comparison comparison = compare("x x.", "xx x");
    assertEquals(List.of("t0", "t3"), comparison.items().stream().map(Item::name).toList());
    assertEquals(
        List.of(
            "s0: left out, since not all have answered them: 1 task (t2)",
            "s1: left out, since not all have answered them: 1 task (t1)"),
        comparison.notes());
    UserMistake none = assertThrows(UserMistake.class, () -> compare("x ", " x"));
    assertTrue(none.getMessage().contains("nothing to compare"), none.getMessage());
  }

  @Test
  void withoutSolutionsTheFilesHaveToSayWhatIsRight() {
    List<Side> sides = List.of(side("a", "x"), side("b", "."));
    UserMistake mistake =
        assertThrows(UserMistake.class, () -> Comparison.of(sides, Key.TOLD, false, 1));
    assertEquals(
        "a: does not say which answers are right; --solutions or --tasks is needed",
        mistake.getMessage());
  }

  @Test
  void seedsHaveMeanSpreadAndUnion() {
    List<Side> sides = List.of(side("a", "xx.."), side("b", "x.x."), side("c", "...."));
    Seeds seeds = Comparison.of(sides, key(4), true, 1).seeds().orElseThrow();
    Spread spread = seeds.spreads().get(Measure.TASKS_ALL_RIGHT);
    assertEquals(1.0 / 3, spread.mean(), 1e-12);
    assertEquals(Math.sqrt(1.0 / 12), spread.deviation(), 1e-12);
    assertEquals(0, spread.least());
    assertEquals(0.5, spread.most());
    assertEquals(3, seeds.union());
    assertEquals(0, seeds.always());
  }

  @Test
  void eachPuzzleOfASetCountsAndByAttemptOne() {
    Task boards = Samples.boards("boards");
    Grid solution = boards.solutions().get(0);
    Grid other = Samples.grid("1");
    TestAnswers hit = TestAnswers.of(Optional.of(solution), Optional.empty());
    TestAnswers late = TestAnswers.of(Optional.of(other), Optional.of(solution));
    Side first =
        new Side(
            "a",
            Path.of("a"),
            new Answers(
                Map.of("boards", TaskAnswers.of(List.of(hit, late))), Optional.empty(), List.of()),
            Optional.empty());
    Side second =
        new Side(
            "b",
            Path.of("b"),
            new Answers(
                Map.of("boards", TaskAnswers.of(List.of(hit, hit))), Optional.empty(), List.of()),
            Optional.empty());
    Comparison comparison =
        Comparison.of(List.of(first, second), Key.of(Map.of(), List.of(boards)), false, 1);
    assertEquals(2, comparison.items().size());
    assertEquals(List.of("boards test 2"), comparison.pairs().get(0).onlySecond());
  }

  @Test
  void namesAreAsShortAsTellsThemApart() {
    assertEquals(
        List.of("a.json", "b.json"), Side.names(List.of(Path.of("x/a.json"), Path.of("x/b.json"))));
    assertEquals(
        List.of("before", "after"),
        Side.names(List.of(Path.of("before/results.json"), Path.of("after/results.json"))));
    List<String> same = Side.names(List.of(Path.of("a.json"), Path.of("a.json")));
    assertEquals(List.of("a.json (1)", "a.json (2)"), same);
  }
}
