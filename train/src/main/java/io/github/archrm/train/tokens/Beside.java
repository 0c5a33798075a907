package io.github.archrm.train.tokens;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.senses.Multiples;
import io.github.archrm.train.senses.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All grids that are shown beside the inputs of a task, made upright.
 *
 * @param multiples of the inputs where outputs are multiples of them in size, or their panels
 * @param suggestions of the inputs, for a model that is shown them
 * @param channels that somebody else made
 */
record Beside(Channels multiples, Channels suggestions, Channels channels) {

  static Beside of(Task task, TaskSizes sizes, boolean suggestions, Channels channels) {
    return new Beside(
        sizes.multiplied() || sizes.panels().isPresent()
            ? made(task, sizes, (input, size) -> multiples(sizes, input, size.orElseThrow()))
            : Channels.NONE,
        suggestions
            ? made(
                task,
                sizes,
                (input, size) ->
                    sizes.same()
                        ? Suggestions.of(input)
                        : Suggestions.of(input, size, sizes.panels()))
            : Channels.NONE,
        channels);
  }

  private static List<Grid> multiples(TaskSizes sizes, Grid input, OutputSize size) {
    return sizes
        .panels()
        .map(panels -> Multiples.of(input, size, panels))
        .orElseGet(() -> Multiples.of(input, size));
  }

  /**
   * @param grids that are made of an input and the size of its output, where the sizes of all
   *     outputs are told
   */
  private static Channels made(
      Task task, TaskSizes sizes, BiFunction<Grid, Optional<OutputSize>, List<Grid>> grids) {
    return new Channels(
        task.demonstrations().stream()
            .map(example -> grids.apply(example.input(), sizes.ofOutput(example)))
            .toList(),
        IntStream.range(0, task.testInputs().size())
            .mapToObj(test -> grids.apply(task.testInputs().get(test), sizes.ofTest(test)))
            .toList());
  }

  /**
   * Those of a demonstration: multiples, suggestions and channels.
   *
   * @param seen how they are seen
   */
  List<List<Grid>> of(Task task, Example demonstration, UnaryOperator<Grid> seen) {
    return all(some -> some.of(task, demonstration), seen);
  }

  /** Those of a test input, likewise. */
  List<List<Grid>> of(int test, UnaryOperator<Grid> seen) {
    return all(some -> some.of(test), seen);
  }

  private List<List<Grid>> all(Function<Channels, List<Grid>> ofInput, UnaryOperator<Grid> seen) {
    return Stream.of(multiples, suggestions, channels)
        .map(some -> ofInput.apply(some).stream().map(seen).toList())
        .toList();
  }
}
