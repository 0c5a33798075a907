package io.github.archrm.submit.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.vote.Candidate;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.answers.Answers;
import io.github.archrm.submit.answers.AnswersReader;
import io.github.archrm.submit.answers.TestAnswers;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankScoresTest {
  private static final Task TASK = Samples.exchangeTwice("a");

  @TempDir Path folder;

  /** Different grids, of which the solution stands at a place from 1 on. */
  private static TestAttempts attempts(Grid solution, int place, int count) {
    List<Grid> grids =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                i ->
                    i == place
                        ? solution
                        : Grid.generate(1, 4, (r, c) -> i / (int) Math.pow(10, c) % 10))
            .toList();
    return new TestAttempts(
        grids.get(0),
        grids.get(1),
        grids.stream().map(grid -> new Candidate(grid, 1, 1.0 / count, 0.5)).toList(),
        count);
  }

  private static Results results(int first, int second, int count) {
    Results results = new Results(List.of(TASK), new JsonObject(), 1);
    List<TestAttempts> tests =
        List.of(
            attempts(TASK.solutions().get(0), first, count),
            attempts(TASK.solutions().get(1), second, count));
    results.add(new Outcome(TASK, new SolvedTask("a", tests, 1, 1, 1), Optional.empty()));
    return results;
  }

  @Test
  void countsEveryDepth() {
    assertEquals(
        Optional.of(
            new RankScores(
                Map.of(1, 0.0, 2, 0.5, 5, 0.5, 10, 0.5, 100, 1.0), OptionalDouble.of(1))),
        results(2, 11, 120).scores().ranks());
    assertEquals(
        Optional.of(
            new RankScores(
                Map.of(1, 0.5, 2, 0.5, 5, 0.5, 10, 0.5, 100, 0.5), OptionalDouble.of(0.5))),
        results(1, 0, 20).scores().ranks());
    assertEquals(0.5, results(1, 120, 120).scores().ranks().orElseThrow().passes().get(100));
    assertEquals(
        "pass@1 0.00 %, pass@2 50.00 %, pass@5 50.00 %, pass@10 50.00 %, pass@100 100.00 %,"
            + " found at all 100.00 %",
        results(2, 11, 120).scores().ranks().orElseThrow().toString());
  }

  @Test
  void theBestThousandAreKept() throws Exception {
    Path file = folder.resolve("results.json");
    Results results = results(1000, 1001, 1100);
    Files.writeString(file, results.text());
    Answers answers = AnswersReader.read(file);
    assertEquals(List.of(), answers.problems());
    List<TestAnswers> tests = answers.task("a").orElseThrow().tests();
    assertEquals(TestAnswers.MOST_CANDIDATES, tests.get(0).candidates().size());
    assertEquals(1000, tests.get(0).judge(TASK.solutions().get(0)).rank().orElseThrow());
    assertEquals(0.5, results.scores().ranks().orElseThrow().found().orElseThrow());
    JsonObject test =
        JsonParser.parseString(results.text())
            .getAsJsonObject()
            .getAsJsonArray("tasks")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("tests")
            .get(1)
            .getAsJsonObject();
    assertEquals(true, test.get("rank").isJsonNull());
  }

  @Test
  void aSubmissionTellsOfItsTwoAttemptsOnly() {
    Graded graded =
        new Graded(
            List.of(
                TestAnswers.of(Optional.of(Samples.grid("1")), Optional.of(Samples.grid("2")))
                    .judge(Samples.grid("2"))));
    assertEquals(
        Optional.of(new RankScores(Map.of(1, 0.0, 2, 1.0), OptionalDouble.empty())),
        RankScores.of(List.of(graded)));
  }
}
