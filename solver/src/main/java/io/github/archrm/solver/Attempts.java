package io.github.archrm.solver;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses the two attempts for one test input: the two best candidates, and where there are fewer,
 * guesses that need no model.
 *
 * <ul>
 *   <li>Without a candidate, attempt 1 has the size that the demonstrations tell, or the test
 *       input's. If that is the test input's size it is the test input itself, since most rules
 *       that keep the size change few cells; otherwise it is filled with the commonest colour of
 *       the demonstrations' outputs.
 *   <li>Without a second candidate, attempt 2 is attempt 1 with its rarest colour painted over by
 *       its commonest one: if all views agree on a wrong grid, the detail that the model had least
 *       to learn from is the likeliest mistake. A grid of a single colour is painted in the
 *       commonest other colour of the demonstrations' outputs.
 * </ul>
 */
public final class Attempts {
  private static final int COLOURS = 10;
  private static final int MAX_SIDE = 30;

  private final Task task;
  private final int symbols;

  /** Attempts for a task's test inputs; its solutions are not looked at. */
  public Attempts(Task task) {
    this.task = task;
    this.symbols = Math.max(COLOURS, 1 + highestSymbol(task));
  }

  /**
   * The two attempts for one test input.
   *
   * @param ranked different grids, best first; those too large or with symbols that the task cannot
   *     have are left out
   * @param predictions how many predictions the candidates come from
   */
  public TestAttempts choose(Grid testInput, List<Candidate> ranked, int predictions) {
    List<Candidate> candidates =
        ranked.stream().filter(candidate -> isValid(candidate.grid())).toList();
    Grid first = candidates.isEmpty() ? withoutModel(testInput) : candidates.get(0).grid();
    Grid second =
        candidates.stream()
            .map(Candidate::grid)
            .filter(grid -> !grid.equals(first))
            .findFirst()
            .orElseGet(() -> variation(first));
    return new TestAttempts(first, second, candidates, predictions);
  }

  private boolean isValid(Grid grid) {
    return grid.side() <= MAX_SIDE
        && cells(grid).allMatch(symbol -> symbol >= 0 && symbol < symbols);
  }

  private Grid withoutModel(Grid testInput) {
    OutputSize inputSize = new OutputSize(testInput.height(), testInput.width());
    OutputSize size =
        OutputSize.predict(task, testInput)
            .filter(s -> s.height() <= MAX_SIDE && s.width() <= MAX_SIDE)
            .orElse(inputSize);
    return size.equals(inputSize)
        ? testInput
        : filled(size.height(), size.width(), commonestFirst(outputs()).get(0));
  }

  /** A grid of the same size that differs. */
  private Grid variation(Grid grid) {
    List<Integer> own = commonestFirst(Stream.of(grid));
    int commonest = own.get(0);
    int rarest = own.get(own.size() - 1);
    if (commonest != rarest) {
      return Grid.generate(
          grid.height(),
          grid.width(),
          (r, c) -> grid.cell(r, c) == rarest ? commonest : grid.cell(r, c));
    }
    int other =
        commonestFirst(outputs()).stream()
            .filter(symbol -> symbol != commonest)
            .findFirst()
            .orElse(commonest == 0 ? 1 : 0);
    return filled(grid.height(), grid.width(), other);
  }

  private Stream<Grid> outputs() {
    return task.demonstrations().stream().map(Example::output);
  }

  /** The symbols that occur, the commonest first; equally common ones in ascending order. */
  private List<Integer> commonestFirst(Stream<Grid> grids) {
    int[] count = new int[symbols];
    grids.flatMapToInt(Attempts::cells).forEach(symbol -> count[symbol]++);
    List<Integer> occurring =
        new ArrayList<>(
            IntStream.range(0, symbols).filter(symbol -> count[symbol] > 0).boxed().toList());
    occurring.sort((a, b) -> count[b] - count[a]);
    return occurring;
  }

  private static int highestSymbol(Task task) {
    return Stream.concat(
            task.demonstrations().stream().flatMap(e -> Stream.of(e.input(), e.output())),
            task.testInputs().stream())
        .flatMapToInt(Attempts::cells)
        .max()
        .orElseThrow();
  }

  private static IntStream cells(Grid grid) {
    return IntStream.range(0, grid.height() * grid.width())
        .map(i -> grid.cell(i / grid.width(), i % grid.width()));
  }

  private static Grid filled(int height, int width, int symbol) {
    return Grid.generate(height, width, (r, c) -> symbol);
  }
}
