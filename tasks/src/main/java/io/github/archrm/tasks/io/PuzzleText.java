package io.github.archrm.tasks.io;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.sudoku.Sudoku;

/** One puzzle, or one solution, as the characters of a line. */
public final class PuzzleText {
  private PuzzleText() {}

  /**
   * The kind of the puzzles that look like this one.
   *
   * @throws IllegalArgumentException if the line is no puzzle; the message is one line
   */
  static Kind kind(PuzzleLines.Puzzle puzzle) {
    if (puzzle.isMaze()) {
      return Kind.MAZE;
    }
    int cells = puzzle.question().length();
    int side = (int) Math.round(Math.sqrt(cells));
    if (side * side != cells || !Sudoku.sides().contains(side)) {
      throw new IllegalArgumentException(
          cells
              + " characters are no Sudoku (16, 36, 81, 256 or 625) and no maze (with # and S);"
              + " tasks of ARC are JSON");
    }
    return Kind.sudoku(side);
  }

  /**
   * A grid from text.
   *
   * <p>Sudoku: a dot or 0 for a blank, digits, then letters from A for 10 on, row after row. Maze:
   * the characters {@code # SGo}, or a dot for a free cell; a square, row after row, or rows of
   * equal length with a slash between them.
   *
   * @throws IllegalArgumentException if it is none; the message is one line
   */
  public static Grid grid(Kind kind, String text) {
    return kind instanceof Sudoku sudoku ? board(sudoku, text) : maze(text);
  }

  private static Grid board(Sudoku kind, String text) {
    int side = kind.side();
    if (text.length() != side * side) {
      throw new IllegalArgumentException(
          text.length() + " characters where " + side * side + " belong");
    }
    return Grid.generate(side, side, (r, c) -> symbol(kind, text.charAt(r * side + c), r, c));
  }

  private static int symbol(Sudoku kind, char letter, int r, int c) {
    int symbol = letter == '.' ? Sudoku.BLANK : Character.digit(letter, Character.MAX_RADIX);
    if (symbol < 0 || symbol > kind.side() || letter > 'z') {
      throw wrongCharacter(letter, r, c, "a blank (. or 0) or a symbol 1-" + last(kind));
    }
    return symbol;
  }

  private static String last(Sudoku kind) {
    return kind.side() > 9 ? "9, A-" + kind.letter(kind.side()) : String.valueOf(kind.side());
  }

  private static Grid maze(String text) {
    String[] rows = text.contains("/") ? text.split("/", -1) : square(text);
    for (int r = 1; r < rows.length; r++) {
      if (rows[r].length() != rows[0].length()) {
        throw new IllegalArgumentException(
            "row %d has %d cells, row 1 has %d"
                .formatted(r + 1, rows[r].length(), rows[0].length()));
      }
    }
    return Grid.generate(
        rows.length,
        rows[0].length(),
        (r, c) -> {
          char letter = rows[r].charAt(c);
          int symbol = letter == '.' ? Maze.FREE : Maze.LETTERS.indexOf(letter);
          if (symbol < 0) {
            throw wrongCharacter(
                letter, r, c, "one of # (wall), a blank or dot (free), S, G and o");
          }
          return symbol;
        });
  }

  private static String[] square(String text) {
    int side = (int) Math.round(Math.sqrt(text.length()));
    if (side * side != text.length()) {
      throw new IllegalArgumentException(
          text.length() + " characters are no square maze; put a / between the rows of another");
    }
    String[] rows = new String[side];
    for (int r = 0; r < side; r++) {
      rows[r] = text.substring(r * side, (r + 1) * side);
    }
    return rows;
  }

  private static IllegalArgumentException wrongCharacter(char letter, int r, int c, String wanted) {
    return new IllegalArgumentException(
        "row %d, column %d: %s is not %s"
            .formatted(r + 1, c + 1, StrictJson.oneLine("'" + letter + "'"), wanted));
  }
}
