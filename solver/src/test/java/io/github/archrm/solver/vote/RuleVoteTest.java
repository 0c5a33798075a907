package io.github.archrm.solver.vote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.PuzzleSource;
import io.github.archrm.tasks.Rules;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.tasks.generate.PuzzleGenerator;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.maze.MazeSource;
import io.github.archrm.tasks.maze.PathRange;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.tasks.sudoku.SudokuSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleVoteTest {
  private static final Grid BOARD = sudoku("1...", "..1.", ".2..", "...3");
  private static final Grid SOLVED = sudoku("1432", "2314", "3241", "4123");
  private static final Grid ONE_WRONG = sudoku("1432", "2314", "3241", "4423");
  private static final Grid TWO_WRONG = sudoku("1432", "2314", "3241", "3423");

  private static final Grid MAZE = maze("S    ", " ### ", " #   ", " # # ", "   #G");
  private static final Grid SHORTEST = maze("Soooo", " ###o", " #  o", " # #o", "   #G");
  private static final Grid DETOUR = maze("S    ", "o### ", "o#ooo", "o#o#o", "ooo#G");

  @Test
  void oneVoteForABoardThatKeepsTheRulesBeatsAllOthers() {
    List<Candidate> ranked =
        ranked(Sudoku.ofSide(4), BOARD, ONE_WRONG, ONE_WRONG, SOLVED, ONE_WRONG);
    assertEquals(List.of(SOLVED, ONE_WRONG), grids(ranked));
    assertEquals(0.25, ranked.get(0).share());
    assertEquals(3, ranked.get(1).votes());
  }

  @Test
  void whatIsProvedIsAttemptOneWhateverTheVotes() {
    Task task = new Task("id", List.of(), List.of(BOARD), List.of(), Sudoku.ofSide(4));
    List<Prediction> predictions =
        Stream.of(ONE_WRONG, SOLVED, ONE_WRONG, TWO_WRONG)
            .map(grid -> new Prediction(Optional.of(grid), 0.5))
            .toList();
    TestAttempts attempts =
        new TaskVote(task, true, new ConsensusVote(0.5), 0.9)
            .attempts(List.of(predictions), List.of(List.of()), new JointVote(3, 1, 0, 4))
            .get(0);
    assertEquals(SOLVED, attempts.first());
    assertEquals(ONE_WRONG, attempts.second());
  }

  @Test
  void viewsThatAgreeOnWhatTheRulesRefuteDoNotAgree() {
    Task task = new Task("id", List.of(), List.of(BOARD), List.of(), Sudoku.ofSide(4));
    List<Prediction> wrong = Collections.nCopies(9, new Prediction(Optional.of(ONE_WRONG), 0.5));
    List<Prediction> proved = new ArrayList<>(wrong);
    proved.add(new Prediction(Optional.of(SOLVED), 0.5));
    TaskVote byRules = new TaskVote(task, true, new ConsensusVote(0.5), 0.9);
    TaskVote byVotes = new TaskVote(task, false, new ConsensusVote(0.5), 0.9);
    assertFalse(byRules.agree(List.of(wrong)));
    assertTrue(byRules.agree(List.of(proved)));
    assertTrue(byVotes.agree(List.of(wrong)));
  }

  @Test
  void whereAllBreakSomeTheLeastBrokenWins() {
    assertEquals(
        List.of(ONE_WRONG, TWO_WRONG),
        grids(ranked(Sudoku.ofSide(4), BOARD, TWO_WRONG, ONE_WRONG, TWO_WRONG)));
  }

  @Test
  void aBoardWithoutTheGivensIsBroken() {
    Grid renamed = Grid.generate(4, 4, (r, c) -> 1 + SOLVED.cell(r, c) % 4);
    assertEquals(
        List.of(SOLVED, renamed),
        grids(ranked(Sudoku.ofSide(4), BOARD, renamed, renamed, renamed, SOLVED)));
  }

  @Test
  void equallyBrokenOnesStayInTheInnerOrder() {
    Grid other = sudoku("1433", "2314", "3241", "4123");
    assertEquals(
        violations(Sudoku.ofSide(4), BOARD, ONE_WRONG), violations(Sudoku.ofSide(4), BOARD, other));
    assertEquals(
        List.of(ONE_WRONG, other),
        grids(ranked(Sudoku.ofSide(4), BOARD, other, ONE_WRONG, ONE_WRONG)));
    assertEquals(
        List.of(other, ONE_WRONG), grids(ranked(Sudoku.ofSide(4), BOARD, other, other, ONE_WRONG)));
  }

  @Test
  void aLongerPathComesBehindTheShortestAndBeforeAnyBrokenOne() {
    Grid oneFalseWall = maze("Soooo", " ###o", "##  o", " # #o", "   #G");
    assertEquals(1, violations(Maze.KIND, MAZE, DETOUR));
    assertEquals(1, violations(Maze.KIND, MAZE, oneFalseWall));
    assertEquals(
        List.of(SHORTEST, DETOUR, oneFalseWall),
        grids(ranked(Maze.KIND, MAZE, oneFalseWall, oneFalseWall, oneFalseWall, DETOUR, SHORTEST)));
  }

  @Test
  void aConsensusThatKeepsTheRulesWins() {
    Grid first = maze("Soooo", " ###o", " #  o", " # #o", "  o#G");
    Grid second = maze("Soooo", " ###o", " #o o", " # #o", "   #G");
    Grid third = maze("Soooo", "o###o", " #  o", " # #o", "   #G");
    List<Prediction> predictions = votes(first, second, third);
    assertEquals(SHORTEST, new ConsensusVote(0.5).rank(predictions).get(1).grid());
    List<Candidate> ranked =
        new RuleVote(Maze.KIND.rules(), MAZE, new ConsensusVote(0.5)).rank(predictions);
    assertEquals(SHORTEST, ranked.get(0).grid());
    assertEquals(4, ranked.size());
  }

  @Test
  void answersOfAnotherSizeComeLast() {
    Grid small = Grid.of(new int[][] {{1, 2}, {2, 1}});
    assertEquals(
        List.of(ONE_WRONG, small), grids(ranked(Sudoku.ofSide(4), BOARD, small, small, ONE_WRONG)));
  }

  @Test
  void withoutRulesNothingChanges() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      Grid input = Grid.generate(2, 2, (r, c) -> random.nextInt(10));
      List<Prediction> predictions = new ArrayList<>();
      for (int i = random.nextInt(12); i > 0; i--) {
        Grid grid = Grid.generate(1 + random.nextInt(2), 2, (r, c) -> random.nextInt(2));
        predictions.add(
            random.nextInt(6) == 0
                ? Prediction.malformed(0.5)
                : new Prediction(Optional.of(grid), random.nextDouble()));
      }
      for (Ranking inner : List.of(new MajorityVote(), new ConsensusVote(0.5))) {
        assertEquals(
            inner.rank(predictions),
            new RuleVote(Arc.KIND.rules(), input, inner).rank(predictions));
      }
    }
  }

  @Test
  void noCandidateThatBreaksARuleComesBeforeOneThatKeepsThem() {
    Random random = new Random(11);
    List<PuzzleSource> sources =
        List.of(
            new SudokuSource(new Sudoku(2, 2), SudokuSource.Difficulty.ANY),
            new SudokuSource(new Sudoku(2, 3), SudokuSource.Difficulty.SINGLES),
            new MazeSource(MazeSource.Style.HARD, 7, 9, new PathRange(3, 60)),
            new MazeSource(MazeSource.Style.PERFECT, 8, 8, new PathRange(3, 60)));
    int mixed = 0;
    for (PuzzleSource source : sources) {
      Task task = PuzzleGenerator.generate("puzzles", source, 0, 10, 1, progress -> {});
      for (int test = 0; test < task.testInputs().size(); test++) {
        for (int round = 0; round < 10; round++) {
          mixed += check(task, test, random);
        }
      }
    }
    assertTrue(mixed > 100, mixed + " rounds had a valid answer and a broken one with more votes");
  }

  /** Returns 1 if the rules had to move the inner ranking's first candidate, else 0. */
  private static int check(Task task, int test, Random random) {
    Grid input = task.testInputs().get(test);
    Rules rules = task.kind().rules();
    List<Grid> grids = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      Grid grid = damaged(task.solutions().get(test), random.nextInt(4), task.kind(), random);
      grids.addAll(Collections.nCopies(1 + random.nextInt(3), grid));
    }
    List<Prediction> predictions = votes(grids.toArray(Grid[]::new));
    List<Candidate> inner = new ConsensusVote(0.5).rank(predictions);
    List<Candidate> ranked = new RuleVote(rules, input, new ConsensusVote(0.5)).rank(predictions);
    assertEquals(inner.size(), ranked.size());
    assertEquals(new HashSet<>(inner), new HashSet<>(ranked));
    for (int i = 1; i < ranked.size(); i++) {
      Grid better = ranked.get(i - 1).grid();
      Grid worse = ranked.get(i).grid();
      assertFalse(rules.isOptimal(input, worse) && !rules.isOptimal(input, better));
      assertFalse(rules.isValid(input, worse) && !rules.isValid(input, better));
      boolean alike = rules.isValid(input, worse) == rules.isValid(input, better);
      int difference =
          violations(task.kind(), input, worse) - violations(task.kind(), input, better);
      assertTrue(!alike || difference >= 0);
      assertTrue(
          !alike
              || difference > 0
              || inner.indexOf(ranked.get(i - 1)) < inner.indexOf(ranked.get(i)));
    }
    return ranked.get(0).equals(inner.get(0)) ? 0 : 1;
  }

  private static Grid damaged(Grid grid, int wrong, Kind kind, Random random) {
    int[][] rows = grid.toRows();
    for (int i = 0; i < wrong; i++) {
      rows[random.nextInt(rows.length)][random.nextInt(rows[0].length)] =
          random.nextInt(kind.symbols());
    }
    return Grid.of(rows);
  }

  private static int violations(Kind kind, Grid input, Grid answer) {
    return kind.rules().check(input, answer).size();
  }

  private static List<Candidate> ranked(Kind kind, Grid input, Grid... grids) {
    return new RuleVote(kind.rules(), input, new MajorityVote()).rank(votes(grids));
  }

  private static List<Grid> grids(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::grid).toList();
  }

  private static List<Prediction> votes(Grid... grids) {
    return Stream.of(grids).map(grid -> new Prediction(Optional.of(grid), 0.5)).toList();
  }

  private static Grid sudoku(String... rows) {
    return grid(".1234", rows);
  }

  private static Grid maze(String... rows) {
    return grid("# SGo", rows);
  }

  private static Grid grid(String letters, String... rows) {
    return Grid.generate(
        rows.length, rows[0].length(), (r, c) -> letters.indexOf(rows[r].charAt(c)));
  }
}
