package io.github.archrm.submit.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.Samples;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.maze.Maze;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleScoresTest {
  private static final Task BOARDS = Samples.boards("boards");
  private static final Grid SOLUTION = BOARDS.solutions().get(0);
  private static final Grid TWO_WRONG = Samples.grid("1432", "2314", "3241", "4132");

  @Test
  void attemptOneIsComparedWithTheSolutionAndItsRules() {
    assertEquals(
        new RuleScores(1, 2, 16 + 14, 32, 1, 1, 2),
        Samples.outcome(BOARDS, SOLUTION, TWO_WRONG).ruleScores());
  }

  @Test
  void theSecondAttemptDoesNotCount() {
    Outcome secondRight =
        new Outcome(
            BOARDS,
            new SolvedTask(
                "boards",
                List.of(
                    new TestAttempts(TWO_WRONG, SOLUTION, List.of(), 1),
                    new TestAttempts(TWO_WRONG, SOLUTION, List.of(), 1)),
                1,
                1,
                0),
            Optional.empty());
    assertEquals(new RuleScores(0, 2, 28, 32, 0, 0, 2), secondRight.ruleScores());
    assertEquals(Optional.of(true), secondRight.correct(0));
  }

  @Test
  void aLongerPathIsValidAndNotOptimal() {
    Task maze = Samples.maze("maze");
    assertEquals(
        new RuleScores(0, 1, 25 - 5 - 9, 25, 1, 0, 1),
        Samples.outcome(maze, Samples.detour()).ruleScores());
    assertEquals(
        new RuleScores(0, 1, 25 - 7, 25, 0, 0, 1),
        Samples.outcome(maze, maze.testInputs().get(0)).ruleScores());
  }

  @Test
  void anotherShortestPathIsOptimalWithoutBeingTheSolution() {
    Grid open = Samples.grid("21111", "11111", "11111", "11111", "11113");
    Task task =
        new Task(
            "open",
            List.of(),
            List.of(open),
            List.of(Samples.grid("24444", "11114", "11114", "11114", "11113")),
            Maze.KIND);
    RuleScores scores =
        Samples.outcome(task, Samples.grid("21111", "41111", "41111", "41111", "44443"))
            .ruleScores();
    assertEquals(new RuleScores(0, 1, 11, 25, 1, 1, 1), scores);
  }

  @Test
  void withoutSolutionsTheRulesStillTell() {
    Outcome outcome = Samples.outcome(BOARDS.withoutSolutions(), SOLUTION, TWO_WRONG);
    JsonObject json = outcome.ruleScores().toJson();
    assertFalse(json.has("exact"));
    assertFalse(json.has("cells"));
    assertEquals(0.5, json.get("valid").getAsDouble());
    assertEquals(0.5, json.get("optimal").getAsDouble());
    assertEquals("1/2 valid", outcome.verdict());
    assertEquals(2, outcome.ruleScores().toString().lines().count());
  }

  @Test
  void whatIsNotThereOrHasAnotherSizeIsNoAnswer() {
    assertEquals(
        new RuleScores(0, 2, 4, 32, 0, 0, 2),
        RuleScores.of(BOARDS, List.of(Optional.empty(), Optional.of(Samples.grid("14", "23")))));
  }

  @Test
  void eachNumberHasItsNameAndItsCounts() {
    RuleScores scores = Samples.outcome(BOARDS, SOLUTION, TWO_WRONG).ruleScores();
    List<String> lines = scores.toString().lines().toList();
    assertEquals(4, lines.size());
    assertTrue(lines.get(0).matches("exact .* 50\\.00 %  1 of 2"), lines::toString);
    assertTrue(lines.get(1).matches("cells .* 93\\.75 %  30 of 32"), lines::toString);
    assertTrue(lines.get(2).matches("valid .* 50\\.00 %  1 of 2"), lines::toString);
    assertTrue(lines.get(3).matches("optimal .* 50\\.00 %  1 of 2"), lines::toString);
    assertEquals(
        List.of("exact", "cells", "valid", "optimal"), List.copyOf(scores.toJson().keySet()));
    assertEquals("1/2 exact", scores.verdict());
  }
}
