package io.github.archrm.submit.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.submit.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person's own puzzles, by the trunks that are shipped. */
class SolvePuzzleTest {
  private static final String PUZZLE =
      "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79";
  private static final String MAZE =
      """
      #######
      #S    #
      # ### #
      #   # #
      ### # #
      #   #G#
      #######
      """;

  @TempDir Path folder;

  private Cli.Result solve(String contents, String... more) throws Exception {
    Files.writeString(folder.resolve("my.txt"), contents);
    String[] arguments = new String[2 + more.length];
    arguments[0] = "solve";
    arguments[1] = "my.txt";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Cli.run(folder, arguments);
  }

  @Test
  void aSudokuIsSolvedAndProved() throws Exception {
    Cli.Result result = solve(PUZZLE + "\n");
    assertEquals(0, result.exit(), result::toString);
    assertTrue(
        result.out().contains("test 1: attempt 1 is proved by the rules\n"), result::toString);
    assertTrue(result.out().contains("| 3 4 5 | 2 8 6 | 1 7 9 |"), result::toString);
    assertTrue(
        Pattern.compile("my 1/1 valid, [0-9.]+ s, [0-9]+ segments? of ")
            .matcher(result.out())
            .find(),
        result::toString);
  }

  @Test
  void severalAreSolvedTogether() throws Exception {
    Cli.Result result = solve((PUZZLE + "\n").repeat(3) + "55" + PUZZLE.substring(2) + "\n");
    assertEquals(0, result.exit(), result::toString);
    assertTrue(result.out().contains("my 3/3 valid, "), result::toString);
    assertTrue(
        result.err().contains("skipped my.txt: my: line 4, row 1, column 2: 5 stands twice"),
        result::toString);
  }

  @Test
  void aMazeIsSolvedAndProved() throws Exception {
    Cli.Result result = solve(MAZE);
    assertEquals(0, result.exit(), result::toString);
    assertTrue(
        result.out().contains("test 1: attempt 1 is proved by the rules\n"), result::toString);
  }

  @Test
  void aPuzzleWithSeveralSolutionsIsSolvedAndThatIsSaid() throws Exception {
    Cli.Result result = solve("1.....1..2......\n");
    assertEquals(0, result.exit(), result::toString);
    assertTrue(
        result
            .out()
            .contains("proved by the rules; row 3, column 1: may be 3 or 4: the board has more"),
        result::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "11....1..2.....3 | my.txt: my: line 1, row 1, column 2: 1 stands twice in its row, the first time in row 1, column 1",
        "12....3.....4... | my.txt: my: line 1: the board has no solution",
        "1.....1..2..... | my.txt: line 1: 15 characters are no Sudoku",
      })
  void whatCannotBeSolvedIsSaidInOneLine(String puzzle, String message) throws Exception {
    Cli.Result result = solve(puzzle + "\n");
    assertEquals(2, result.exit(), result::toString);
    assertTrue(result.err().startsWith("arc-hrm: " + message), result::toString);
    assertEquals(1, result.err().lines().count(), result::toString);
    assertEquals("", result.out());
  }

  /** A board that is nearly empty has no answer that a model can be sure of. */
  @Test
  void whatIsNotProvedIsSaid() throws Exception {
    Cli.Result result = solve("1" + ".".repeat(80) + "\n", "--steps", "16");
    assertEquals(0, result.exit(), result::toString);
    assertTrue(result.out().contains("test 1: not proved; attempt 1, row "), result::toString);
  }

  @Test
  void stepsRepeatExactly() throws Exception {
    String[] arguments = {"--steps", "40", "--seed", "3", "--segments", "2"};
    String hard = "1" + PUZZLE.substring(1).replaceAll("[1-4]", ".");
    String once = solve(hard, arguments).out();
    assertTrue(once.contains(" segments of "), once);
    assertEquals(plain(once), plain(solve(hard, arguments).out()));
    assertFalse(plain(once).isEmpty());
  }

  /** Without the seconds, which differ. */
  private static String plain(String text) {
    return text.replaceAll("[0-9.]+ s,", "");
  }
}
