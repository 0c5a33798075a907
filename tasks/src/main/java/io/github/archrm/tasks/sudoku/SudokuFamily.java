package io.github.archrm.tasks.sudoku;

import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.KindFamily;
import io.github.archrm.tasks.PuzzleMaker;
import java.util.Optional;

/** Sudokus of all sizes. By the short name a board has the usual boxes of its side. */
public final class SudokuFamily implements KindFamily {
  static final String NAME = "sudoku";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Kind> named(String name, int side) {
    return name.equals(NAME) ? ofSide(side) : Sudoku.named(name).map(kind -> kind);
  }

  /** A square of a board's size without a wall or an S: a board's letters end before. */
  @Override
  public Optional<Kind> recognised(String puzzle) {
    int side = (int) Math.round(Math.sqrt(puzzle.length()));
    return side * side != puzzle.length() || puzzle.contains("#") || puzzle.contains("S")
        ? Optional.empty()
        : ofSide(side);
  }

  private static Optional<Kind> ofSide(int side) {
    return Sudoku.sides().contains(side) ? Optional.of(Sudoku.ofSide(side)) : Optional.empty();
  }

  @Override
  public Optional<String> recognisedBy() {
    return Optional.of("Sudoku (16, 36, 81, 256 or 625)");
  }

  @Override
  public Optional<PuzzleMaker> maker() {
    return Optional.of(new SudokuMaker());
  }
}
