package io.github.archrm.tasks;

import com.google.gson.annotations.JsonAdapter;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.sudoku.Sudoku;
import java.util.List;
import java.util.Optional;

/**
 * What differs from one sort of puzzle to another: its symbols, which grids are sound, its rules
 * and how it is drawn. Whoever works with tasks asks the kind, never which kind it is.
 */
@JsonAdapter(KindAdapter.class)
public interface Kind {
  /** ARC's puzzles: the rule is in the demonstrations. */
  Kind ARC = new Arc();

  /** Mazes: mark the shortest path. */
  Kind MAZE = new Maze();

  /** Sudoku with the usual boxes of a board of that side: 2x2, 2x3, 3x3, 4x4, 5x5. */
  static Kind sudoku(int side) {
    return Sudoku.ofSide(side);
  }

  /** The name in files, such as {@code sudoku}. */
  String name();

  /** The name with everything that tells two kinds apart, such as {@code sudoku-2x3}. */
  default String fullName() {
    return name();
  }

  /** How many symbols there are; they are the numbers from 0. */
  int symbols();

  /** How a symbol is written in text. */
  char letter(int symbol);

  /** The rules that an answer must keep, as far as they are known. */
  Rules rules();

  /** What is known of its symbols and cells beforehand. */
  Structure structure();

  /** Whether an answer can be checked without knowing the solution. */
  default boolean hasRules() {
    return rules() != Rules.NONE;
  }

  /**
   * The symbols that an answer may have where the puzzle has this one, in ascending order; it alone
   * where it is given.
   */
  List<Integer> choices(int symbol);

  /**
   * Whether a grid has a size and symbols with which it can be handed in for a puzzle. The rules
   * are another question.
   */
  boolean fits(Grid input, Grid answer);

  /** How its grids look. */
  GridDrawing drawing();

  /**
   * What keeps a grid from being a puzzle of this kind, if anything does: one line, which begins
   * with the cell where there is one.
   */
  Optional<String> inputFlaw(Grid input);

  /** What keeps a grid from being a solution of a puzzle of this kind, if anything does. */
  Optional<String> outputFlaw(Grid input, Grid output);

  /**
   * The kind of that name.
   *
   * @param name a {@link #name()} or a {@link #fullName()}
   * @param side of its grids, which tells the usual boxes of a Sudoku
   * @return empty if there is none
   */
  static Optional<Kind> named(String name, int side) {
    if (name.equals("sudoku")) {
      return Sudoku.sides().contains(side) ? Optional.of(sudoku(side)) : Optional.empty();
    }
    Optional<Kind> sudoku = Sudoku.named(name).map(kind -> kind);
    return sudoku.isPresent()
        ? sudoku
        : List.of(ARC, MAZE).stream().filter(kind -> kind.name().equals(name)).findFirst();
  }
}
