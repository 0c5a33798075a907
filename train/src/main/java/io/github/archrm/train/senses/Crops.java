package io.github.archrm.train.senses;

import io.github.archrm.tasks.Grid;
import java.util.Comparator;
import java.util.List;

/**
 * Parts of an input that an output of another size may be: the bounding box of all that is not
 * background, that of the largest object, and that of the smallest. An object is what hangs
 * together and is not background, the most frequent symbol. Where two are as large, neither is
 * shown.
 */
final class Crops {
  /** Parts of an input. */
  static final int COUNT = 3;

  private Crops() {}

  static List<Grid> of(Grid input) {
    List<Component> objects =
        Component.ofManySymbols(input.cells().toArray(), input.width(), Background.of(input))
            .stream()
            .sorted(Comparator.comparingInt(Component::size))
            .toList();
    if (objects.isEmpty()) {
      return List.of(Suggestions.NOTHING, Suggestions.NOTHING, Suggestions.NOTHING);
    }
    int last = objects.size() - 1;
    return List.of(
        crop(
            input,
            objects.stream().mapToInt(Component::top).min().getAsInt(),
            objects.stream().mapToInt(Component::left).min().getAsInt(),
            objects.stream().mapToInt(Component::bottom).max().getAsInt(),
            objects.stream().mapToInt(Component::right).max().getAsInt()),
        only(objects.get(last), objects.get(Math.max(0, last - 1)), input),
        only(objects.get(0), objects.get(Math.min(1, last)), input));
  }

  /** One that is larger or smaller than the next one, or has none beside it. */
  private static Grid only(Component one, Component next, Grid input) {
    return one == next || one.size() != next.size()
        ? crop(input, one.top(), one.left(), one.bottom(), one.right())
        : Suggestions.NOTHING;
  }

  private static Grid crop(Grid input, int top, int left, int bottom, int right) {
    return Grid.generate(
        bottom - top + 1, right - left + 1, (r, c) -> input.cell(top + r, left + c));
  }
}
