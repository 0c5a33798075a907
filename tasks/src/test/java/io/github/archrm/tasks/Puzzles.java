package io.github.archrm.tasks;

import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.sudoku.Sudoku;

/** Puzzles for tests, written as people write them. */
public final class Puzzles {
  private Puzzles() {}

  public static Grid sudoku(String text) {
    return Sudoku.ofSide((int) Math.sqrt(text.length())).read(text);
  }

  public static Grid maze(String... rows) {
    return Maze.KIND.read(String.join("/", rows));
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
