package io.github.archrm.train;

import io.github.archrm.tasks.MazeSource;
import io.github.archrm.tasks.PathRange;
import io.github.archrm.tasks.PuzzleGenerator;
import io.github.archrm.tasks.Sudoku;
import io.github.archrm.tasks.SudokuSource;
import io.github.archrm.tasks.Task;

/** Generated puzzle sets for tests. */
final class Boards {
  private Boards() {}

  static Task sudoku(int side, int train, int test) {
    return PuzzleGenerator.generate(
        "sudoku" + side,
        new SudokuSource(Sudoku.ofSide(side), SudokuSource.Difficulty.SINGLES),
        train,
        test,
        1,
        progress -> {});
  }

  static Task maze(int height, int width, int train, int test) {
    return PuzzleGenerator.generate(
        "maze" + height + "x" + width,
        new MazeSource(MazeSource.Style.PERFECT, height, width, new PathRange(1, 900)),
        train,
        test,
        1,
        progress -> {});
  }
}
