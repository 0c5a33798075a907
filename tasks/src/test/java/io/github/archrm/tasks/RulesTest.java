package io.github.archrm.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.tasks.generate.PuzzleGenerator;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.maze.MazePaths;
import io.github.archrm.tasks.maze.MazeSource;
import io.github.archrm.tasks.maze.PathRange;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.tasks.sudoku.SudokuSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final Grid BOARD = Puzzles.sudoku("1...  ..1. .2.. ...3".replace(" ", ""));
  private static final Grid SOLVED = Puzzles.sudoku("1432 2314 3241 4123".replace(" ", ""));
  private static final Grid MAZE =
      Puzzles.maze(
          "S    ", //
          " ### ", " #   ", " # # ", "   #G");

  private static List<String> sudoku(String answer) {
    return lines(Sudoku.ofSide(4), BOARD, Puzzles.sudoku(answer.replace(" ", "")));
  }

  private static List<String> maze(String... rows) {
    return lines(Maze.KIND, MAZE, Puzzles.maze(rows));
  }

  private static List<String> lines(Kind kind, Grid input, Grid answer) {
    return kind.rules().check(input, answer).stream()
        .map(violation -> violation.rule() + " " + violation)
        .toList();
  }

  @Test
  void aCompletedBoardThatKeepsTheGivensBreaksNothing() {
    assertEquals(List.of(), sudoku("1432 2314 3241 4123"));
  }

  @Test
  void everyBrokenRuleIsNamedWithItsCell() {
    assertEquals(
        List.of(
            "GIVEN row 1, column 1: 1 was given here",
            "ROW row 1, column 4: 2 stands twice in its row, the first time in row 1, column 1",
            "COLUMN row 2, column 1: 2 stands twice in its column, the first time in row 1, column 1",
            "BOX row 2, column 1: 2 stands twice in its box, the first time in row 1, column 1"),
        sudoku("2432 2314 3241 4123"));
  }

  @Test
  void blanksAndSizesCount() {
    Rules rules = Sudoku.ofSide(4).rules();
    Grid blank = Puzzles.sudoku(".".repeat(16));
    assertEquals(16 + 4, rules.check(BOARD, blank).size());
    assertEquals(16, rules.check(BOARD, Grid.of(new int[][] {{1}})).size());
    assertFalse(rules.isValid(BOARD, blank));
  }

  @Test
  void theSolutionIsLessBrokenTheFewerCellsAreWrong() {
    Grid input = Puzzles.sudoku("1...............");
    int last = -1;
    for (int wrong = 0; wrong <= 4; wrong++) {
      int count = wrong;
      Grid answer =
          Grid.generate(
              4, 4, (r, c) -> r == 3 && c < count ? 1 + SOLVED.cell(r, c) % 4 : SOLVED.cell(r, c));
      int broken = Sudoku.ofSide(4).rules().check(input, answer).size();
      assertTrue(wrong == 4 || broken > last, () -> count + ": " + broken);
      last = broken;
    }
    assertEquals(0, Sudoku.ofSide(4).rules().check(input, SOLVED).size());
  }

  @Test
  void aShortestPathBreaksNothing() {
    assertEquals(List.of(), maze("Soooo", " ###o", " #  o", " # #o", "   #G"));
    assertEquals(MAZE.height(), 5);
    assertEquals(8, MazePaths.of(MAZE).steps());
    assertEquals(
        Puzzles.maze("Soooo", " ###o", " #  o", " # #o", "   #G"), MazePaths.of(MAZE).solution());
  }

  @Test
  void aLongerPathIsValidAndNotOptimal() {
    Grid answer = Puzzles.maze("S    ", "o### ", "o#ooo", "o#o#o", "ooo#G");
    assertTrue(Maze.KIND.rules().isValid(MAZE, answer));
    assertFalse(Maze.KIND.rules().isOptimal(MAZE, answer));
    assertEquals(
        List.of("SHORTEST row 5, column 5: reached after 12 steps where 8 are enough"),
        lines(Maze.KIND, MAZE, answer));
  }

  @Test
  void aPathMustBeOneLineOnFreeCells() {
    assertEquals(
        List.of(
            "PATH row 1, column 1: the path breaks off",
            "CONNECTED row 1, column 2: the path lacks this cell",
            "CONNECTED row 1, column 3: the path lacks this cell",
            "CONNECTED row 1, column 4: the path lacks this cell",
            "CONNECTED row 1, column 5: the path lacks this cell",
            "CONNECTED row 2, column 5: the path lacks this cell",
            "CONNECTED row 3, column 5: the path lacks this cell",
            "CONNECTED row 4, column 5: the path lacks this cell",
            "PATH row 5, column 5: the path breaks off"),
        maze("S    ", " ### ", " #   ", " # # ", "   #G"));
    assertEquals(
        List.of(
            "PATH row 2, column 5: the path breaks off",
            "GIVEN row 3, column 5: the maze has a free cell here",
            "CONNECTED row 3, column 5: the path lacks this cell",
            "PATH row 4, column 5: the path breaks off"),
        maze("Soooo", " ###o", " #  #", " # #o", "   #G"));
    assertEquals(
        List.of(
            "PATH row 3, column 4: the path breaks off",
            "PATH row 3, column 5: the path branches or touches itself"),
        maze("Soooo", " ###o", " # oo", " # #o", "   #G"));
    assertEquals(
        List.of("PATH row 1, column 1: the path branches or touches itself"),
        maze("Soooo", "o###o", " #  o", " # #o", "   #G").subList(0, 1));
    assertTrue(
        maze("ooooo", " ###o", " #  o", " # #o", "   #G")
            .contains("GIVEN row 1, column 1: the maze has S here"));
    assertTrue(
        maze("Soooo", " ###o", " #  o", " # #o", "   #S")
            .contains("GIVEN row 5, column 5: the maze has G here"));
    assertTrue(
        maze("Soooo", " o##o", " #  o", " # #o", "   #G")
            .contains("GIVEN row 2, column 2: the maze has a wall here"));
  }

  @Test
  void aPathThatTouchesItselfIsRefused() {
    Grid open = Puzzles.maze("S    ", "     ", "     ", "     ", "G    ");
    Grid loop = Puzzles.maze("So   ", "oo   ", "o    ", "o    ", "G    ");
    assertFalse(Maze.KIND.rules().isValid(open, loop));
  }

  @Test
  void aRingBesideThePathIsNotConnected() {
    Grid open = Puzzles.maze("S G  ", "     ", "     ", "     ", "     ");
    Grid ring = Puzzles.maze("SoG  ", "     ", " ooo ", " o o ", " ooo ");
    List<Violation> violations = Maze.KIND.rules().check(open, ring);
    assertEquals(8, violations.size());
    assertTrue(violations.stream().allMatch(violation -> violation.rule() == Maze.CONNECTED));
  }

  @Test
  void aPathWithGapsIsLessBrokenThanNone() {
    Random random = new Random(4);
    for (MazeSource.Style style : MazeSource.Style.values()) {
      PuzzleSource source = new MazeSource(style, 12, 12, new PathRange(14, 144));
      Task task = PuzzleGenerator.generate("mazes", source, 0, 20, 2, progress -> {});
      for (int test = 0; test < 20; test++) {
        Grid maze = task.testInputs().get(test);
        int[][] rows = task.solutions().get(test).toRows();
        for (int gap = 0; gap < 3; ) {
          int r = random.nextInt(12);
          int c = random.nextInt(12);
          if (rows[r][c] == Maze.PATH) {
            rows[r][c] = Maze.FREE;
            gap++;
            int broken = Maze.KIND.rules().check(maze, Grid.of(rows)).size();
            assertTrue(broken > 0 && broken <= 3 * gap, () -> Grid.of(rows).toString());
          }
        }
        assertTrue(Maze.KIND.rules().check(maze, maze).size() >= 15);
      }
    }
  }

  @Test
  void theChoicesOfEveryCellMakeTheSolutionAndFit() {
    for (PuzzleSource source :
        List.of(
            new SudokuSource(new Sudoku(2, 3), SudokuSource.Difficulty.ANY),
            new MazeSource(MazeSource.Style.HARD, 9, 7, new PathRange(2, 50)))) {
      Task task = PuzzleGenerator.generate("puzzles", source, 0, 10, 3, progress -> {});
      for (int test = 0; test < 10; test++) {
        Grid input = task.testInputs().get(test);
        Grid solution = task.solutions().get(test);
        assertTrue(task.kind().fits(input, input));
        assertTrue(task.kind().fits(input, solution));
        for (int r = 0; r < input.height(); r++) {
          for (int c = 0; c < input.width(); c++) {
            assertTrue(
                task.kind().choices(input.cell(r, c)).contains(solution.cell(r, c)),
                solution::toString);
          }
        }
      }
    }
    assertEquals(List.of(3), Sudoku.ofSide(4).choices(3));
    assertEquals(List.of(1, 2, 3, 4), Sudoku.ofSide(4).choices(Sudoku.BLANK));
    assertEquals(List.of(Maze.WALL), Maze.KIND.choices(Maze.WALL));
    assertEquals(10, Arc.KIND.choices(7).size());
  }

  @Test
  void otherSizesAndSymbolsFitNoPuzzleOfTheKind() {
    Grid five = Grid.generate(4, 4, (r, c) -> 5);
    assertFalse(Sudoku.ofSide(4).fits(BOARD, five));
    assertFalse(Sudoku.ofSide(4).fits(BOARD, MAZE));
    assertFalse(Maze.KIND.fits(MAZE, BOARD));
    assertFalse(Maze.KIND.fits(MAZE, Grid.generate(5, 5, (r, c) -> 5)));
    assertFalse(Maze.KIND.fits(MAZE, Grid.generate(5, 5, (r, c) -> Grid.OUTSIDE)));
    assertTrue(Arc.KIND.fits(BOARD, Grid.generate(30, 30, (r, c) -> 9)));
    assertFalse(Arc.KIND.fits(BOARD, Grid.generate(31, 1, (r, c) -> 9)));
    assertFalse(Arc.KIND.fits(BOARD, Grid.generate(1, 31, (r, c) -> 9)));
    assertFalse(Arc.KIND.fits(BOARD, Grid.generate(2, 2, (r, c) -> 10)));
  }

  @Test
  void answersOfArcKeepAllRules() {
    assertTrue(Arc.KIND.rules().isOptimal(BOARD, MAZE));
  }

  @Test
  void equalShortestPathsAreBrokenByTheOrderOfMoves() {
    Grid open = Puzzles.maze("     ", " S   ", "     ", "   G ", "     ");
    assertEquals(
        Puzzles.maze("     ", " Soo ", "   o ", "   G ", "     "), MazePaths.of(open).solution());
    Grid turned = Puzzles.maze("     ", " G   ", "     ", "   S ", "     ");
    assertEquals(
        Puzzles.maze("     ", " Goo ", "   o ", "   S ", "     "), MazePaths.of(turned).solution());
  }
}
