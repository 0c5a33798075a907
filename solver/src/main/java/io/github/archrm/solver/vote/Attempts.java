package io.github.archrm.solver.vote;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.OutputSize;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses the two attempts for one test input: the two best candidates, and where there are fewer,
 * guesses that need no model.
 *
 * <ul>
 *   <li>Without a candidate, attempt 1 has the size that the demonstrations tell, or the test
 *       input's. If that is the test input's size it is the test input itself, since most rules
 *       that keep the size change few cells; cells that must not stay as they are, a Sudoku's
 *       blanks, get the symbol that breaks fewest rules. Otherwise it is filled with the commonest
 *       colour of the demonstrations' outputs.
 *   <li>Without a second candidate, attempt 2 is attempt 1 with its rarest symbol painted over by
 *       its commonest one: if all views agree on a wrong grid, the detail that the model had least
 *       to learn from is the likeliest mistake. A grid of a single symbol is painted in the
 *       commonest other one of the demonstrations' outputs. What the puzzle gives is not painted
 *       over.
 * </ul>
 */
public final class Attempts {
  private final Task task;
  private final Kind kind;

  /** Attempts for a task's test inputs; its solutions are not looked at. */
  public Attempts(Task task) {
    this.task = task;
    this.kind = task.kind();
  }

  /**
   * The two attempts for one test input.
   *
   * @param ranked different grids, best first; those that {@link Kind#fits cannot be an answer} are
   *     left out
   * @param predictions how many predictions the candidates come from
   */
  public TestAttempts choose(Grid testInput, List<Candidate> ranked, int predictions) {
    List<Candidate> candidates =
        ranked.stream().filter(candidate -> kind.fits(testInput, candidate.grid())).toList();
    Grid first = candidates.isEmpty() ? withoutModel(testInput) : candidates.get(0).grid();
    Grid second =
        candidates.stream()
            .map(Candidate::grid)
            .filter(grid -> !grid.equals(first))
            .findFirst()
            .orElseGet(() -> variation(testInput, first));
    return new TestAttempts(first, second, candidates, predictions);
  }

  private Grid withoutModel(Grid testInput) {
    return OutputSize.predict(task, testInput)
        .filter(size -> !size.equals(new OutputSize(testInput.height(), testInput.width())))
        .map(size -> filled(size.height(), size.width(), commonestFirst(outputs()).get(0)))
        .filter(grid -> kind.fits(testInput, grid))
        .orElseGet(() -> completed(testInput));
  }

  /** The test input, in which every symbol that no answer can keep has given way to another. */
  private Grid completed(Grid testInput) {
    Grid grid = testInput;
    for (int cell = 0; cell < testInput.height() * testInput.width(); cell++) {
      int symbol = at(testInput, cell);
      List<Integer> choices = kind.choices(symbol);
      if (!choices.contains(symbol)) {
        grid = leastBroken(testInput, grid, cell, choices);
      }
    }
    return grid;
  }

  /** A grid with that one of the choices in a cell with which it breaks fewest rules. */
  private Grid leastBroken(Grid testInput, Grid grid, int cell, List<Integer> choices) {
    return choices.stream()
        .map(choice -> painted(grid, other -> other == cell, choice))
        .min(Comparator.comparingInt(tried -> kind.rules().check(testInput, tried).size()))
        .orElseThrow();
  }

  /** A grid of the same size that differs. */
  private Grid variation(Grid testInput, Grid grid) {
    BitSet open = open(testInput, grid);
    List<Integer> own = commonestFirst(open.stream().map(cell -> at(grid, cell)));
    int commonest = own.get(0);
    int rarest = own.get(own.size() - 1);
    List<Integer> choices = kind.choices(at(testInput, open.nextSetBit(0) % cells(testInput)));
    int paint =
        rarest != commonest
            ? commonest
            : Stream.concat(commonestFirst(outputs()).stream(), choices.stream())
                .filter(symbol -> symbol != commonest && choices.contains(symbol))
                .findFirst()
                .orElseThrow();
    return painted(grid, cell -> open.get(cell) && at(grid, cell) == rarest, paint);
  }

  /** The cells that the puzzle leaves open; all, if it leaves none open or has another size. */
  private BitSet open(Grid testInput, Grid grid) {
    BitSet open = new BitSet();
    for (int cell = 0; cell < cells(grid) && grid.sameSize(testInput); cell++) {
      open.set(cell, kind.choices(at(testInput, cell)).size() > 1);
    }
    if (open.isEmpty()) {
      open.set(0, cells(grid));
    }
    return open;
  }

  private IntStream outputs() {
    return task.demonstrations().stream().map(Example::output).flatMapToInt(Grid::cells);
  }

  /** The symbols that occur, the commonest first; equally common ones in ascending order. */
  private List<Integer> commonestFirst(IntStream symbols) {
    int[] count = new int[kind.symbols()];
    symbols.forEach(symbol -> count[symbol]++);
    List<Integer> occurring =
        new ArrayList<>(
            IntStream.range(0, count.length).filter(symbol -> count[symbol] > 0).boxed().toList());
    occurring.sort((a, b) -> count[b] - count[a]);
    return occurring;
  }

  private static int cells(Grid grid) {
    return grid.height() * grid.width();
  }

  /** What stands in a cell; cells are counted along the rows. */
  private static int at(Grid grid, int cell) {
    return grid.cell(cell / grid.width(), cell % grid.width());
  }

  private static Grid filled(int height, int width, int symbol) {
    return Grid.generate(height, width, (r, c) -> symbol);
  }

  private static Grid painted(Grid grid, IntPredicate where, int symbol) {
    return Grid.generate(
        grid.height(),
        grid.width(),
        (r, c) -> where.test(r * grid.width() + c) ? symbol : grid.cell(r, c));
  }
}
