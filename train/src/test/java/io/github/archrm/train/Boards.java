package io.github.archrm.train;

import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.generate.PuzzleGenerator;
import io.github.archrm.tasks.maze.MazeSource;
import io.github.archrm.tasks.maze.PathRange;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.tasks.sudoku.SudokuSource;

/** Generated puzzle sets for tests. */
public final class Boards {
  private Boards() {}

  public static Task sudoku(int side, int train, int test) {
    return PuzzleGenerator.generate(
        "sudoku" + side,
        new SudokuSource(Sudoku.ofSide(side), SudokuSource.Difficulty.SINGLES),
        train,
        test,
        1,
        progress -> {});
  }

  public static Task maze(int height, int width, int train, int test) {
    return PuzzleGenerator.generate(
        "maze" + height + "x" + width,
        new MazeSource(MazeSource.Style.PERFECT, height, width, new PathRange(1, 900)),
        train,
        test,
        1,
        progress -> {});
  }
}
