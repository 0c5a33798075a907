package io.github.archrm.tasks;

import io.github.archrm.tasks.io.PuzzleText;

/** Puzzles for tests, written as people write them. */
public final class Puzzles {
  private Puzzles() {}

  public static Grid sudoku(String text) {
    return PuzzleText.grid(Kind.sudoku((int) Math.sqrt(text.length())), text);
  }

  public static Grid maze(String... rows) {
    return PuzzleText.grid(Kind.MAZE, String.join("/", rows));
  }

  public static String text(Grid grid, Kind kind) {
    StringBuilder text = new StringBuilder();
    for (int[] row : grid.toRows()) {
      for (int symbol : row) {
        text.append(kind.letter(symbol));
      }
    }
    return text.toString();
  }
}
