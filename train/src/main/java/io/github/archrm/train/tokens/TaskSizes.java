package io.github.archrm.train.tokens;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.senses.PanelLayout;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the demonstrations of a task tell of sizes.
 *
 * @param tests of the output of each test input, where it is told
 * @param same whether every output has its input's size
 * @param multiplied whether every output, also of a test input, is its input enlarged by whole
 *     factors, the same everywhere, and not by one
 * @param panels of which all inputs consist, if they do
 * @param withinInputs whether no output is higher or wider than its input
 * @param canvas the smallest one for everything shown and every output size that is told; where it
 *     is not, there is room for the test output to be to its input what the largest demonstration
 *     output is to its own
 */
record TaskSizes(
    List<Optional<OutputSize>> tests,
    boolean same,
    boolean multiplied,
    Optional<PanelLayout> panels,
    boolean withinInputs,
    Canvas canvas) {

  static TaskSizes of(Task task) {
    List<Optional<OutputSize>> tests =
        task.testInputs().stream().map(input -> OutputSize.predict(task, input)).toList();
    List<Example> demonstrations = task.demonstrations();
    boolean same = demonstrations.stream().allMatch(e -> e.input().sameSize(e.output()));
    return new TaskSizes(
        tests,
        same,
        allTold(tests) && !same && multiplies(task, tests),
        allTold(tests) ? panels(task, tests) : Optional.empty(),
        demonstrations.stream()
            .allMatch(
                e ->
                    e.output().height() <= e.input().height()
                        && e.output().width() <= e.input().width()),
        canvas(task, tests));
  }

  /** Whether the size of every test input's output is told. */
  boolean known() {
    return allTold(tests);
  }

  /** The size of a demonstration's output, where those of all outputs are told. */
  Optional<OutputSize> ofOutput(Example example) {
    Grid output = example.output();
    return known()
        ? Optional.of(new OutputSize(output.height(), output.width()))
        : Optional.empty();
  }

  /** The size of a test input's output, likewise. */
  Optional<OutputSize> ofTest(int test) {
    return known() ? tests.get(test) : Optional.empty();
  }

  private static boolean allTold(List<Optional<OutputSize>> tests) {
    return tests.stream().allMatch(Optional::isPresent);
  }

  private static boolean multiplies(Task task, List<Optional<OutputSize>> tests) {
    Grid from = task.demonstrations().get(0).input();
    Grid to = task.demonstrations().get(0).output();
    int down = to.height() / from.height();
    int across = to.width() / from.width();
    List<Grid> inputs = inputs(task);
    List<OutputSize> sizes = sizes(task, tests);
    return IntStream.range(0, inputs.size())
        .allMatch(
            i ->
                sizes.get(i).height() == down * inputs.get(i).height()
                    && sizes.get(i).width() == across * inputs.get(i).width());
  }

  private static Optional<PanelLayout> panels(Task task, List<Optional<OutputSize>> tests) {
    return PanelLayout.of(inputs(task), sizes(task, tests));
  }

  /** Those of the demonstrations, then those of the tests. */
  private static List<Grid> inputs(Task task) {
    return Stream.concat(
            task.demonstrations().stream().map(Example::input), task.testInputs().stream())
        .toList();
  }

  /** Of the outputs, likewise, where all are told. */
  private static List<OutputSize> sizes(Task task, List<Optional<OutputSize>> tests) {
    return Stream.concat(
            task.demonstrations().stream()
                .map(e -> new OutputSize(e.output().height(), e.output().width())),
            tests.stream().map(Optional::orElseThrow))
        .toList();
  }

  private static Canvas canvas(Task task, List<Optional<OutputSize>> testSizes) {
    int height = 0;
    int width = 0;
    for (Grid grid : TaskSymbols.grids(task)) {
      height = Math.max(height, grid.height());
      width = Math.max(width, grid.width());
    }
    int most = Math.max(Row.MAX_SIDE, Math.max(height, width));
    for (int t = 0; t < testSizes.size(); t++) {
      Grid input = task.testInputs().get(t);
      for (Example example : task.demonstrations()) {
        Grid from = example.input();
        Grid to = example.output();
        int h = (input.height() * to.height() + from.height() - 1) / from.height();
        int w = (input.width() * to.width() + from.width() - 1) / from.width();
        OutputSize size = testSizes.get(t).orElse(new OutputSize(h, w));
        height = Math.max(height, Math.min(most, size.height()));
        width = Math.max(width, Math.min(most, size.width()));
      }
    }
    return new Canvas(height, width);
  }
}
