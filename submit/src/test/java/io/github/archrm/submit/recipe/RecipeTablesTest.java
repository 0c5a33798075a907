package io.github.archrm.submit.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.vote.Candidate;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.compare.Comparison;
import io.github.archrm.submit.cost.Cost;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Results;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Four tasks by two recipes with two seeds: what they brought and missed. */
class RecipeTablesTest {
  private static final List<Task> TASKS =
      List.of(
          Samples.exchange("a"),
          Samples.exchange("b"),
          Samples.exchange("c"),
          Samples.exchangeTwice("d"));
  private static final Grid ONE_WRONG = Samples.grid("11", "21");
  private static final Grid FOUR_WRONG = Samples.grid("00", "12");
  private static final Grid NARROW = Samples.grid("1", "2");
  private static final List<Grid> RIGHT = TASKS.get(3).solutions();

  /** What came out of a task whose attempts 1 these are. */
  private static Outcome outcome(
      Task task, double loss, List<Candidate> candidates, Grid... first) {
    List<TestAttempts> tests =
        IntStream.range(0, first.length)
            .mapToObj(i -> new TestAttempts(first[i], NARROW, candidates, 16))
            .toList();
    return new Outcome(
        task,
        new SolvedTask(task.id(), tests, 300, 2, loss),
        Optional.empty(),
        Optional.of(new Cost("cpu", 2, 0, 1.5, 0)));
  }

  private static Outcome outcome(Task task, double loss, Grid... first) {
    return outcome(task, loss, List.of(), first);
  }

  private static RecipeRun run(String recipe, long seed, Outcome... outcomes) {
    Results results = new Results(TASKS, new JsonObject(), seed);
    List.of(outcomes).forEach(results::add);
    return new RecipeRun(recipe, seed, results);
  }

  private static List<RecipeRun> runs() {
    List<Candidate> found =
        List.of(new Candidate(ONE_WRONG, 12, 0.75, 0.5), new Candidate(NARROW, 2, 0.125, 0.5));
    List<Candidate> late =
        List.of(found.get(0), found.get(1), new Candidate(RIGHT.get(0), 1, 0.0625, 0.5));
    return List.of(
        run(
            "usual",
            0,
            outcome(TASKS.get(0), 0.01, RIGHT.get(0)),
            outcome(TASKS.get(1), 0.01, late, ONE_WRONG),
            outcome(TASKS.get(2), 0.07, NARROW),
            outcome(TASKS.get(3), 0.05, RIGHT.get(0), NARROW)),
        run(
            "wide",
            0,
            outcome(TASKS.get(0), 0.01, RIGHT.get(0)),
            outcome(TASKS.get(1), 0.01, RIGHT.get(0)),
            outcome(TASKS.get(2), Double.NaN, FOUR_WRONG),
            outcome(TASKS.get(3), 0.05, RIGHT.toArray(Grid[]::new))),
        run(
            "usual",
            1,
            outcome(TASKS.get(0), 0.01, RIGHT.get(0)),
            outcome(TASKS.get(1), 0.01, RIGHT.get(0)),
            outcome(TASKS.get(2), 0.02, FOUR_WRONG),
            outcome(TASKS.get(3), 0.05, RIGHT.toArray(Grid[]::new))),
        run(
            "wide",
            1,
            outcome(TASKS.get(0), 0.01, RIGHT.get(0)),
            outcome(TASKS.get(1), 0.01, RIGHT.get(0)),
            outcome(TASKS.get(2), 0.5, NARROW),
            outcome(TASKS.get(3), 0.05, FOUR_WRONG, ONE_WRONG)));
  }

  @Test
  void aRunIsALine() {
    assertEquals(
        """
        recipe  seed  tasks solved  outputs  fitted but wrong  near misses  steps/s  core seconds
        usual      0        1 of 4   2 of 5                 2            1    150.0             6
        wide       0        3 of 4   4 of 5                 0            0    150.0             6
        """,
        new RecipeTables(runs().subList(0, 2)).summary());
  }

  @Test
  void whatIsNotFinishedIsNotSolved() {
    RecipeRun half = run("usual", 0, outcome(TASKS.get(0), 0.01, RIGHT.get(0)));
    assertEquals(1, half.solvedOutputs());
    assertEquals(5, half.outputs());
    assertEquals(0, half.nearMisses());
  }

  @Test
  void missesTellHowNearlyAndHowOften() {
    List<String> lines = new RecipeTables(runs()).misses().lines().toList();
    assertEquals(6, lines.size(), lines::toString);
    assertTrue(lines.get(1).matches("b +usual +1 of 2 +1 of 1 +1 +6 % \\(rank 3\\)"), lines.get(1));
    assertTrue(lines.get(2).matches("c +usual +2 of 2 +1 of 2 +size, 4 +none, none"), lines.get(2));
    assertTrue(lines.get(3).matches("c +wide +2 of 2 +0 of 2 +4, size +none, none"), lines.get(3));
    assertTrue(lines.get(4).matches("d +usual +1 of 2 +1 of 1 +size +none"), lines.get(4));
    assertTrue(lines.get(5).matches("d +wide +1 of 2 +1 of 1 +4\\+2 +none\\+none"), lines.get(5));
  }

  @Test
  void aTaskIsComparedOnceForEachSeed() {
    Comparison comparison = PairedRuns.compare(runs()).orElseThrow();
    assertEquals(8, comparison.items().size());
    assertEquals(List.of("b seed 0", "d seed 0"), comparison.pairs().get(0).onlySecond());
    assertEquals(List.of("d seed 1"), comparison.pairs().get(0).onlyFirst());
    assertEquals(3, comparison.pairs().get(0).both());
    assertEquals(Optional.empty(), PairedRuns.compare(runs().subList(0, 1)));
  }

  @Test
  void theLogHasARowForEachRecipe() {
    String log =
        new RecipeTables(runs())
            .log(
                LocalDate.of(2026, 11, 26),
                Map.of("usual", "usual", "wide", "model.width=96"),
                "--steps 300",
                PairedRuns.compare(runs()));
    assertEquals(
        """
        | 2026-11-26 | ? | `usual --steps 300` | 0, 1 | 1, 3 of 4 solved; fitted but wrong 2, 1; near misses 1, 0 | 150.0, 150.0 | ? |
        | 2026-11-26 | ? | `model.width=96 --steps 300` | 0, 1 | 3, 2 of 4 solved; fitted but wrong 0, 1; near misses 0, 1; only usual 1, only this 2, p = 1.000 | 150.0, 150.0 | ? |
        """,
        log);
  }
}
