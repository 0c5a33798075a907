package io.github.archrm.tasks.sudoku;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.GeneratedPuzzle;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.PuzzleSource;
import io.github.archrm.tasks.generate.Shuffle;
import java.util.random.RandomGenerator;

/**
 * Makes Sudokus with exactly one solution: completes an empty board at random, then takes away
 * symbols in random order as long as the puzzle stays what is wanted.
 *
 * <p>It stops at a random number of givens, a fifth to two fifths of the cells (up to half of them
 * on boards below 9×9, of which there are few), or earlier where no given can be spared; so the
 * puzzles range from easy ones to such that have no given too many. Hard ones always go on to the
 * end.
 */
public final class SudokuSource implements PuzzleSource {

  /** How much search a puzzle may need. */
  public enum Difficulty {
    /** Solvable by naked and hidden singles, without a guess. */
    SINGLES,
    /** Whatever comes. */
    ANY,
    /** Not solvable by singles. */
    HARD
  }

  /** Guesses times cells after which a symbol is not taken away: nobody knows if it could be. */
  private static final int PATIENCE = 100_000;

  /** Guesses to a cell after which completing a board is begun anew. */
  private static final int GUESSES_PER_CELL = 4;

  private final Sudoku kind;
  private final Difficulty difficulty;
  private final SudokuSolver solver;
  private final int cells;

  public SudokuSource(Sudoku kind, Difficulty difficulty) {
    this.kind = kind;
    this.difficulty = difficulty;
    this.solver = new SudokuSolver(kind);
    this.cells = kind.side() * kind.side();
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public GeneratedPuzzle next(RandomGenerator random) {
    SudokuSolver.Result full = solver.complete(new int[cells], GUESSES_PER_CELL * cells, random);
    if (full.solutions().isEmpty()) {
      return new GeneratedPuzzle.Rejected("no board completed");
    }
    Grid solution = full.solutions().get(0);
    int[] puzzle = new int[cells];
    for (int i = 0; i < cells; i++) {
      puzzle[i] = solution.cell(i / kind.side(), i % kind.side());
    }
    takeAway(puzzle, random);
    if (difficulty == Difficulty.HARD && isSolvedBySingles(puzzle)) {
      return new GeneratedPuzzle.Rejected("too easy");
    }
    Grid input = Grid.generate(kind.side(), kind.side(), (r, c) -> puzzle[r * kind.side() + c]);
    return new GeneratedPuzzle.Sound(
        new Example(input, solution), SudokuSignature.of(kind, puzzle));
  }

  private void takeAway(int[] puzzle, RandomGenerator random) {
    int most = kind.side() < 9 ? cells / 2 : 2 * cells / 5;
    int goal = difficulty == Difficulty.HARD ? 0 : random.nextInt(cells / 5, most + 1);
    int givens = cells;
    for (int cell : Shuffle.numbers(cells, random)) {
      if (givens == goal) {
        return;
      }
      int symbol = puzzle[cell];
      puzzle[cell] = Sudoku.BLANK;
      if (difficulty == Difficulty.SINGLES ? isSolvedBySingles(puzzle) : isUnique(puzzle)) {
        givens--;
      } else {
        puzzle[cell] = symbol;
      }
    }
  }

  /** Whoever fills in only what must be reaches the only solution. */
  private boolean isSolvedBySingles(int[] puzzle) {
    return !solver.solve(puzzle, 1, 0).solutions().isEmpty();
  }

  private boolean isUnique(int[] puzzle) {
    SudokuSolver.Result result = solver.solve(puzzle, 2, PATIENCE / cells);
    return result.isComplete() && result.solutions().size() == 1;
  }
}
