package io.github.archrm.tasks;

/** Puzzles for tests, written as people write them. */
final class Puzzles {
  private Puzzles() {}

  static Grid sudoku(String text) {
    return PuzzleText.grid(Kind.sudoku((int) Math.sqrt(text.length())), text);
  }

  static Grid maze(String... rows) {
    return PuzzleText.grid(Kind.MAZE, String.join("/", rows));
  }

  static String text(Grid grid, Kind kind) {
    StringBuilder text = new StringBuilder();
    for (int[] row : grid.toRows()) {
      for (int symbol : row) {
        text.append(kind.letter(symbol));
      }
    }
    return text.toString();
  }
}
