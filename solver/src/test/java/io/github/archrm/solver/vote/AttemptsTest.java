package io.github.archrm.solver.vote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Rule;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.Violation;
import io.github.archrm.tasks.generate.PuzzleGenerator;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.maze.MazeSource;
import io.github.archrm.tasks.maze.PathRange;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.tasks.sudoku.SudokuSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final Grid A = Grid.of(new int[][] {{1, 1, 2}, {1, 2, 3}});
  private static final Grid B = Grid.of(new int[][] {{4}});
  private static final Grid C = Grid.of(new int[][] {{5}});

  /** Keeps the size; of its outputs' colours 7 is the commonest, 6 the next. */
  private static final Task SAME_SIZE =
      task(Grid.of(new int[][] {{8, 8, 8, 6, 8}}), Grid.of(new int[][] {{7, 7, 7, 6, 6}}), A);

  @Test
  void theTwoBestCandidates() {
    TestAttempts attempts = choose(SAME_SIZE, A, B, C);
    assertEquals(A, attempts.first());
    assertEquals(B, attempts.second());
    assertEquals(3, attempts.candidates().size());
    assertEquals(16, attempts.predictions());
    assertEquals(0.25, attempts.share(B));
  }

  @Test
  void theSecondIsNeverACopyOfTheFirst() {
    assertEquals(C, choose(SAME_SIZE, B, B, C).second());
  }

  @Test
  void withOneCandidateItsRarestColourIsPaintedOver() {
    TestAttempts attempts = choose(SAME_SIZE, A);
    assertEquals(A, attempts.first());
    assertEquals(Grid.of(new int[][] {{1, 1, 2}, {1, 2, 1}}), attempts.second());
  }

  @Test
  void aSingleCandidateOfOneColourIsPaintedInACommonOutputColour() {
    assertEquals(Grid.of(new int[][] {{7}}), choose(SAME_SIZE, B).second());
    Grid seven = Grid.of(new int[][] {{7}});
    assertEquals(Grid.of(new int[][] {{6}}), choose(SAME_SIZE, seven).second());
  }

  @Test
  void whereOnlyOneColourIsKnownAnotherOneIsTaken() {
    Grid zero = Grid.of(new int[][] {{0}});
    assertEquals(Grid.of(new int[][] {{1}}), choose(task(zero, zero, zero), zero).second());
    assertEquals(zero, choose(task(B, B, B), B).second());
  }

  @Test
  void withoutCandidatesTheInputItselfWhereTheSizeStays() {
    TestAttempts attempts = choose(SAME_SIZE);
    assertEquals(A, attempts.first());
    assertEquals(Grid.of(new int[][] {{1, 1, 2}, {1, 2, 1}}), attempts.second());
    assertEquals(0, attempts.share(A));
  }

  @Test
  void withoutCandidatesTheCommonestOutputColourWhereTheSizeChanges() {
    Task wider = task(Grid.of(new int[][] {{8, 8}}), Grid.of(new int[][] {{7, 7, 7, 6}}), A);
    assertEquals(filled(2, 4, 7), choose(wider).first());
    assertEquals(filled(2, 4, 6), choose(wider).second());
  }

  @Test
  void aSizeBeyondTheLimitFallsBackToTheInput() {
    Grid large = filled(2, 16, 5);
    Task growing =
        new Task(
            "id",
            List.of(
                new Example(filled(1, 1, 1), filled(1, 2, 1)),
                new Example(filled(1, 2, 1), filled(1, 4, 1))),
            List.of(large),
            List.of());
    assertEquals(large, new Attempts(growing).choose(large, List.of(), 0).first());
  }

  @Test
  void candidatesThatCannotBeHandedInAreLeftOut() {
    TestAttempts attempts =
        choose(
            SAME_SIZE,
            filled(31, 1, 1),
            filled(1, 31, 1),
            filled(1, 1, 10),
            filled(1, 1, Grid.OUTSIDE),
            B);
    assertEquals(B, attempts.first());
    assertEquals(1, attempts.candidates().size());
  }

  @Test
  void aSudokuWithoutCandidatesIsFilledUp() {
    Task task =
        PuzzleGenerator.generate(
            "boards",
            new SudokuSource(new Sudoku(3, 3), SudokuSource.Difficulty.ANY),
            2,
            20,
            5,
            progress -> {});
    for (Task seen : List.of(task, withoutDemonstrations(task))) {
      for (Grid board : seen.testInputs()) {
        TestAttempts attempts = new Attempts(seen).choose(board, List.of(), 0);
        List<Violation> first = seen.kind().rules().check(board, attempts.first());
        assertTrue(first.size() < 60, "broken in " + first.size() + " places");
        for (Grid attempt : List.of(attempts.first(), attempts.second())) {
          assertTrue(attempt.cells().allMatch(symbol -> symbol >= 1 && symbol <= 9));
          assertGivensStand(seen.kind(), board, attempt);
        }
      }
    }
  }

  @Test
  void aSingleBoardIsVariedBesideItsGivens() {
    Grid board = Grid.of(new int[][] {{1, 2, 3, 0}, {3, 4, 0, 2}, {2, 1, 4, 3}, {4, 3, 2, 1}});
    Grid solution = Grid.of(new int[][] {{1, 2, 3, 4}, {3, 4, 1, 2}, {2, 1, 4, 3}, {4, 3, 2, 1}});
    Task task = new Task("id", List.of(), List.of(board), List.of(), Sudoku.ofSide(4));
    assertEquals(
        Grid.of(new int[][] {{1, 2, 3, 1}, {3, 4, 1, 2}, {2, 1, 4, 3}, {4, 3, 2, 1}}),
        choose(task, solution).second());
    Task solved = new Task("id", List.of(), List.of(solution), List.of(), Sudoku.ofSide(4));
    assertNotEquals(solution, choose(solved, solution).second());
  }

  @Test
  void aMazeWithoutCandidatesKeepsItsWalls() {
    Task task =
        PuzzleGenerator.generate(
            "mazes",
            new MazeSource(MazeSource.Style.HARD, 8, 11, new PathRange(3, 60)),
            2,
            10,
            5,
            progress -> {});
    for (Task seen : List.of(task, withoutDemonstrations(task))) {
      for (Grid maze : seen.testInputs()) {
        TestAttempts attempts = new Attempts(seen).choose(maze, List.of(), 0);
        assertEquals(maze, attempts.first());
        assertTrue(attempts.second().cells().anyMatch(symbol -> symbol == Maze.PATH));
        assertGivensStand(seen.kind(), maze, attempts.second());
      }
    }
  }

  @Test
  void aSingleMazeLosesItsPath() {
    Task task =
        PuzzleGenerator.generate(
            "mazes",
            new MazeSource(MazeSource.Style.HARD, 9, 9, new PathRange(3, 12)),
            0,
            10,
            6,
            progress -> {});
    for (int test = 0; test < 10; test++) {
      Grid solution = task.solutions().get(test);
      TestAttempts attempts =
          new Attempts(task)
              .choose(task.testInputs().get(test), List.of(new Candidate(solution, 1, 1, 0.5)), 1);
      assertEquals(solution, attempts.first());
      assertEquals(task.testInputs().get(test), attempts.second());
    }
  }

  @Test
  void candidatesOfAnotherSizeOrWithUnknownSymbolsAnswerNoPuzzle() {
    Grid board = Grid.generate(4, 4, (r, c) -> Sudoku.BLANK);
    Task task = new Task("id", List.of(), List.of(board), List.of(), Sudoku.ofSide(4));
    Grid fitting = filled(4, 4, 2);
    assertEquals(
        List.of(fitting),
        choose(task, filled(4, 4, 5), filled(5, 4, 1), filled(2, 2, 1), fitting)
            .candidates()
            .stream()
            .map(Candidate::grid)
            .toList());
  }

  private static Task withoutDemonstrations(Task task) {
    return new Task(task.id(), List.of(), task.testInputs(), List.of(), task.kind());
  }

  private static void assertGivensStand(Kind kind, Grid input, Grid attempt) {
    assertTrue(kind.fits(input, attempt), attempt::toString);
    assertTrue(
        kind.rules().check(input, attempt).stream().noneMatch(v -> v.rule() == Rule.GIVEN),
        attempt::toString);
  }

  @Test
  void theSolutionChangesNothing() {
    Task solved =
        new Task(
            "id", SAME_SIZE.demonstrations(), SAME_SIZE.testInputs(), List.of(filled(9, 9, 9)));
    assertEquals(choose(SAME_SIZE), choose(solved));
  }

  @Test
  void alwaysTwoDifferentValidGrids() {
    Random random = new Random(3);
    for (int i = 0; i < 2000; i++) {
      Task task = task(random(random), random(random), random(random));
      List<Grid> grids = new ArrayList<>();
      for (int k = random.nextInt(3); k > 0; k--) {
        grids.add(random(random));
      }
      TestAttempts attempts = choose(task, grids.toArray(Grid[]::new));
      assertNotEquals(attempts.first(), attempts.second());
      for (Grid grid : List.of(attempts.first(), attempts.second())) {
        assertTrue(grid.side() <= 30, grid::toString);
        assertTrue(grid.toString().matches("[0-9\n]+"), grid::toString);
      }
    }
  }

  private static Task task(Grid input, Grid output, Grid testInput) {
    return new Task("id", List.of(new Example(input, output)), List.of(testInput), List.of());
  }

  private static TestAttempts choose(Task task, Grid... ranked) {
    List<Candidate> candidates =
        List.of(ranked).stream().map(grid -> new Candidate(grid, 4, 0.25, 0.5)).toList();
    return new Attempts(task).choose(task.testInputs().get(0), candidates, 16);
  }

  private static Grid filled(int height, int width, int symbol) {
    return Grid.generate(height, width, (r, c) -> symbol);
  }

  private static Grid random(Random random) {
    int colours = 1 + random.nextInt(10);
    return Grid.generate(
        1 + random.nextInt(30), 1 + random.nextInt(30), (r, c) -> random.nextInt(colours));
  }
}
