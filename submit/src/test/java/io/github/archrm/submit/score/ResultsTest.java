package io.github.archrm.submit.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.submit.Samples;
import io.github.archrm.submit.report.ResultsTable;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final Task ARC = Samples.exchange("arc");
  private static final Task BOARDS = Samples.boards("boards");
  private static final Task MAZE = Samples.maze("maze");
  private static final Grid TWO_WRONG = Samples.grid("1432", "2314", "3241", "4132");

  private static Results of(Task... tasks) {
    return new Results(List.of(tasks), new JsonObject(), 1);
  }

  private static JsonObject json(Results results) {
    return JsonParser.parseString(results.text()).getAsJsonObject();
  }

  private static String number(JsonObject scores, String name) {
    JsonObject number = scores.getAsJsonObject(name);
    return number.get("count").getAsString() + " of " + number.get("of").getAsString();
  }

  @Test
  void arcHasItsThreeNumbersOnly() {
    Results results = of(ARC);
    results.add(Samples.outcome(ARC, ARC.solutions().get(0)));
    assertEquals(
        List.of("kaggle", "mean_task_fraction", "tasks_all_right", "ranks"),
        List.copyOf(json(results).getAsJsonObject("scores").keySet()));
    JsonObject entry = json(results).getAsJsonArray("tasks").get(0).getAsJsonObject();
    assertFalse(entry.has("scores"));
    assertFalse(entry.getAsJsonArray("tests").get(0).getAsJsonObject().has("valid"));
    assertEquals(4, results.scores().toString().lines().count());
  }

  @Test
  void puzzlesWithRulesHaveTheirFour() {
    Results results = of(BOARDS);
    results.add(Samples.outcome(BOARDS, BOARDS.solutions().get(0), TWO_WRONG));
    JsonObject scores = json(results).getAsJsonObject("scores");
    assertEquals(List.of("exact", "cells", "valid", "optimal"), List.copyOf(scores.keySet()));
    assertEquals(1.0 / 2, scores.get("exact").getAsDouble());
    assertEquals(30.0 / 32, scores.get("cells").getAsDouble());
    JsonObject entry = json(results).getAsJsonArray("tasks").get(0).getAsJsonObject();
    assertEquals("sudoku-2x2", entry.get("kind").getAsString());
    assertEquals(scores, entry.getAsJsonObject("scores"));
    assertEquals(
        List.of("true true true", "false false false"),
        Stream.of(0, 1)
            .map(i -> entry.getAsJsonArray("tests").get(i).getAsJsonObject())
            .map(test -> test.get("exact") + " " + test.get("valid") + " " + test.get("optimal"))
            .toList());
    assertEquals(4, results.scores().toString().lines().count());
    String table = ResultsTable.of(results);
    assertTrue(table.contains("boards  1/2 exact "), table);
  }

  @Test
  void severalKindsInOneSetAreNotMixed() {
    Results results = of(BOARDS, ARC, MAZE);
    results.add(Samples.outcome(MAZE, Samples.detour()));
    results.add(Samples.outcome(ARC, ARC.solutions().get(0)));
    JsonObject scores = json(results).getAsJsonObject("scores");
    assertEquals("1 of 1", number(scores, "kaggle"));
    assertEquals("1 of 1", number(scores, "tasks_all_right"));
    // The boards are not finished and count as wrong.
    assertEquals(0, scores.get("exact").getAsDouble());
    assertEquals(11.0 / 57, scores.get("cells").getAsDouble());
    assertEquals(1.0 / 3, scores.get("valid").getAsDouble());
    assertEquals(0, scores.get("optimal").getAsDouble());
    List<String> lines = results.scores().toString().lines().toList();
    assertEquals(4 + 5 + 5, lines.size());
    assertEquals("maze", lines.get(4));
    assertTrue(lines.get(7).matches("valid .* 100\\.00 %  1 of 1"), lines::toString);
    assertEquals("sudoku-2x2", lines.get(9));
    assertTrue(lines.get(10).matches("exact .* 0\\.00 %  0 of 2"), lines::toString);
  }

  @Test
  void puzzlesWithoutSolutionsAreCheckedByTheirRules() {
    Results results = of(BOARDS.withoutSolutions());
    results.add(Samples.outcome(BOARDS.withoutSolutions(), BOARDS.solutions().get(0), TWO_WRONG));
    JsonObject scores = json(results).getAsJsonObject("scores");
    assertEquals(List.of("valid", "optimal"), List.copyOf(scores.keySet()));
    JsonObject entry = json(results).getAsJsonArray("tasks").get(0).getAsJsonObject();
    assertTrue(entry.get("solved").isJsonNull());
    assertTrue(entry.getAsJsonArray("tests").get(0).getAsJsonObject().get("exact").isJsonNull());
  }

  @Test
  void whereNothingIsKnownThereIsNoScore() {
    Results results = of(ARC.withoutSolutions());
    assertTrue(json(results).get("scores").isJsonNull());
    assertEquals("no solutions are known: no score", results.scores().toString());
  }
}
