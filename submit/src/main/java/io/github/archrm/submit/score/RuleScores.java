package io.github.archrm.submit.score;

import com.google.gson.JsonObject;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Rules;
import io.github.archrm.tasks.Task;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The four numbers about puzzles whose rules are known, such as Sudokus and mazes. All of them look
 * at attempt 1 only, as the published numbers do.
 *
 * @param exact test inputs whose attempt 1 is the solution
 * @param solutions test inputs whose solution is known
 * @param rightCells cells of attempts 1 that are as in the solution
 * @param cells cells of all known solutions
 * @param valid test inputs whose attempt 1 is valid by the rules, whether or not it is the solution
 * @param optimal test inputs whose attempt 1 is valid, and none is better
 * @param tests all test inputs
 */
public record RuleScores(
    int exact, int solutions, int rightCells, int cells, int valid, int optimal, int tests) {
  static final RuleScores NONE = new RuleScores(0, 0, 0, 0, 0, 0, 0);

  /**
   * The numbers of one task.
   *
   * @param attempts attempt 1 at each test input; where there is none, nothing is right
   */
  public static RuleScores of(Task task, List<Optional<Grid>> attempts) {
    RuleScores sum = NONE;
    for (int i = 0; i < task.testInputs().size(); i++) {
      sum = sum.plus(of(task, i, attempts.get(i)));
    }
    return sum;
  }

  /** The numbers of one test input. */
  public static RuleScores of(Task task, int testIndex, Optional<Grid> attempt) {
    Grid input = task.testInputs().get(testIndex);
    Optional<Grid> solution = task.solution(testIndex);
    Rules rules = task.kind().rules();
    int cells = solution.map(grid -> grid.height() * grid.width()).orElse(0);
    double agreement = solution.flatMap(grid -> attempt.map(grid::agreement)).orElse(0.0);
    return new RuleScores(
        count(attempt.isPresent() && attempt.equals(solution)),
        count(solution.isPresent()),
        Math.toIntExact(Math.round(agreement * cells)),
        cells,
        count(attempt.filter(grid -> rules.isValid(input, grid)).isPresent()),
        count(attempt.filter(grid -> rules.isOptimal(input, grid)).isPresent()),
        1);
  }

  private static int count(boolean one) {
    return one ? 1 : 0;
  }

  public RuleScores plus(RuleScores other) {
    return new RuleScores(
        exact + other.exact,
        solutions + other.solutions,
        rightCells + other.rightCells,
        cells + other.cells,
        valid + other.valid,
        optimal + other.optimal,
        tests + other.tests);
  }

  /** The number that says most in a few words. */
  public String verdict() {
    if (tests == 0) {
      return "done";
    }
    return solutions == 0 ? valid + "/" + tests + " valid" : exact + "/" + solutions + " exact";
  }

  /** Shares, 0-1, as far as there is something that they are shares of. */
  JsonObject toJson() {
    JsonObject json = new JsonObject();
    add(json, "exact", exact, solutions);
    add(json, "cells", rightCells, cells);
    add(json, "valid", valid, tests);
    add(json, "optimal", optimal, tests);
    return json;
  }

  private static void add(JsonObject json, String name, int count, int of) {
    if (of > 0) {
      json.addProperty(name, (double) count / of);
    }
  }

  /** A line for each number, as in {@link #toJson}. */
  @Override
  public String toString() {
    return line("exact    (attempt 1 is the solution)", exact, solutions)
        + line("cells    (of attempt 1, as in the solution)", rightCells, cells)
        + line("valid    (attempt 1 keeps the rules)", valid, tests)
        + line("optimal  (and no answer is better)", optimal, tests).stripTrailing();
  }

  private static String line(String name, int count, int of) {
    return of == 0
        ? ""
        : String.format(
            Locale.ROOT, "%-48s  %6.2f %%  %d of %d%n", name, 100.0 * count / of, count, of);
  }
}
