package io.github.archrm.tasks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final Grid BOARD = Puzzles.sudoku("1...  ..1. .2.. ...3".replace(" ", ""));
  private static final Grid SOLVED = Puzzles.sudoku("1432 2314 3241 4123".replace(" ", ""));
  private static final Grid MAZE =
      Puzzles.maze(
          "S    ", //
          " ### ", " #   ", " # # ", "   #G");

  private static List<String> sudoku(String answer) {
    return lines(Kind.sudoku(4), BOARD, Puzzles.sudoku(answer.replace(" ", "")));
  }

  private static List<String> maze(String... rows) {
    return lines(Kind.MAZE, MAZE, Puzzles.maze(rows));
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
    Rules rules = Kind.sudoku(4).rules();
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
      int broken = Kind.sudoku(4).rules().check(input, answer).size();
      assertTrue(wrong == 4 || broken > last, () -> count + ": " + broken);
      last = broken;
    }
    assertEquals(0, Kind.sudoku(4).rules().check(input, SOLVED).size());
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
    assertTrue(Kind.MAZE.rules().isValid(MAZE, answer));
    assertFalse(Kind.MAZE.rules().isOptimal(MAZE, answer));
    assertEquals(
        List.of("SHORTEST row 5, column 5: reached after 12 steps where 8 are enough"),
        lines(Kind.MAZE, MAZE, answer));
  }

  @Test
  void aPathMustBeOneLineOnFreeCells() {
    assertEquals(
        List.of(
            "PATH row 1, column 1: the path breaks off",
            "PATH row 5, column 5: the path breaks off",
            "CONNECTED row 5, column 5: not connected to S by the path"),
        maze("S    ", " ### ", " #   ", " # # ", "   #G"));
    assertEquals(
        List.of(
            "PATH row 2, column 5: the path breaks off",
            "GIVEN row 3, column 5: the maze has a free cell here",
            "PATH row 4, column 5: the path breaks off",
            "CONNECTED row 4, column 5: not connected to S by the path",
            "CONNECTED row 5, column 5: not connected to S by the path"),
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
    assertFalse(Kind.MAZE.rules().isValid(open, loop));
  }

  @Test
  void answersOfArcKeepAllRules() {
    assertTrue(Kind.ARC.rules().isOptimal(BOARD, MAZE));
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
