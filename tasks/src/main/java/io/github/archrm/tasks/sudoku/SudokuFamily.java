package io.github.archrm.tasks.sudoku;

import io.github.archrm.tasks.DrawnPuzzle;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.KindFamily;
import io.github.archrm.tasks.PuzzleMaker;
import java.util.List;
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

  /** A square of a board's size, nearly all of whose characters can be cells. */
  @Override
  public Optional<Kind> recognised(String puzzle) {
    int side = (int) Math.round(Math.sqrt(puzzle.length()));
    long cells = puzzle.chars().filter(BoardSpelling::isCell).count();
    return side * side != puzzle.length()
            || puzzle.contains("#")
            || puzzle.contains(" ")
            || puzzle.contains("/")
            || 5 * cells <= 4L * puzzle.length()
            || puzzle.chars().allMatch(c -> "SGo.".indexOf(c) >= 0)
        ? Optional.empty()
        : ofSide(side);
  }

  @Override
  public List<DrawnPuzzle> drawn(List<String> lines) {
    return DrawnBoards.of(lines);
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
