package io.github.archrm.tasks.sudoku;

import io.github.archrm.tasks.PuzzleMaker;
import io.github.archrm.tasks.PuzzleSource;
import io.github.archrm.tasks.sudoku.SudokuSource.Difficulty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sudokus of a size and a difficulty. */
final class SudokuMaker implements PuzzleMaker {
  @Override
  public List<String> description() {
    return List.of(
        "Make Sudokus with exactly one solution.",
        "No two of them are equivalent under the symmetries of Sudoku.");
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting(
            "size",
            "N",
            "Rows and columns: one of " + Sudoku.listedSides(),
            Integer.class,
            Optional.of("9")),
        new Setting(
            "difficulty",
            "GRADE",
            "singles: solvable without a guess; hard: not so; any",
            Difficulty.class,
            Optional.of("singles")));
  }

  @Override
  public List<String> examples() {
    return List.of("--out sudoku.json", "--size 4 --train 100 --test 200 --out small.json");
  }

  @Override
  public PuzzleSource source(Map<String, Object> values) {
    Sudoku kind;
    try {
      kind = Sudoku.ofSide((Integer) values.get("size"));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--size: " + e.getMessage(), e);
    }
    return new SudokuSource(kind, (Difficulty) values.get("difficulty"));
  }
}
