package io.github.archrm.train.senses;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parts of an input that an output of another size may be: the bounding box of all that is not
 * background, and the one part that has most or least of something. Parts are the panels of an
 * input where a task's inputs consist of such; else the bounding boxes of its objects, of what
 * hangs together and is not background, the most frequent symbol. Where several parts that differ
 * have as much, none is shown.
 */
final class Crops {
  /** Of which a part may have most or least. */
  private static final int MEASURES = 5;

  /** Parts of an input. */
  static final int COUNT = 1 + 2 * MEASURES;

  /**
   * A part.
   *
   * @param shape 1 where the grid is not background, else 0
   * @param size cells that are not background, of an object without those of others in its box
   */
  private record Part(Grid grid, Grid shape, int size) {
    static Part of(Component object, Grid input, int background) {
      Grid box = crop(input, object.top(), object.left(), object.bottom(), object.right());
      return new Part(box, shape(box, background), object.size());
    }

    static Part of(Grid panel, int background) {
      Grid shape = shape(panel, background);
      return new Part(panel, shape, (int) shape.cells().filter(cell -> cell == 1).count());
    }

    private static Grid shape(Grid grid, int background) {
      return Grid.generate(
          grid.height(), grid.width(), (r, c) -> grid.cell(r, c) == background ? 0 : 1);
    }

    int symbolsBut(int background) {
      return (int) grid.cells().filter(symbol -> symbol != background).distinct().count();
    }

    int cellsOf(int symbol) {
      return (int) grid.cells().filter(one -> one == symbol).count();
    }

    /** In how many ways it can be turned or mirrored and looks the same. */
    int symmetries() {
      return (int) Stream.of(Dihedral.values()).filter(way -> way.apply(grid).equals(grid)).count();
    }
  }

  private Crops() {}

  /** Of an input's objects. */
  static List<Grid> of(Grid input) {
    int background = Background.of(input);
    List<Component> objects = objects(input);
    return ofParts(
        input, objects, objects.stream().map(one -> Part.of(one, input, background)).toList());
  }

  /** Of the panels of an input. */
  static List<Grid> of(Grid input, List<Grid> panels) {
    int background = Background.of(input);
    List<Part> parts = panels.stream().map(one -> Part.of(one, background)).toList();
    return ofParts(input, objects(input), parts);
  }

  private static List<Grid> ofParts(Grid input, List<Component> objects, List<Part> parts) {
    if (parts.isEmpty()) {
      return Collections.nCopies(COUNT, Suggestions.NOTHING);
    }
    int background = Background.of(input);
    int rarest = rarest(input);
    List<Grid> all = new ArrayList<>();
    all.add(whole(input, objects));
    List<ToIntFunction<Part>> measures =
        List.of(
            Part::size,
            part -> part.symbolsBut(background),
            Part::symmetries,
            part -> part.cellsOf(rarest),
            part -> (int) parts.stream().filter(p -> p.shape.equals(part.shape)).count());
    for (ToIntFunction<Part> measure : measures) {
      all.add(only(parts, measure, parts.stream().mapToInt(measure).max().getAsInt()));
      all.add(only(parts, measure, parts.stream().mapToInt(measure).min().getAsInt()));
    }
    return List.copyOf(all);
  }

  private static List<Component> objects(Grid input) {
    return Component.ofManySymbols(input.cells().toArray(), input.width(), Background.of(input));
  }

  /** The bounding box of all that is not background; the input if there is nothing else. */
  static Grid whole(Grid input) {
    return whole(input, objects(input));
  }

  private static Grid whole(Grid input, List<Component> objects) {
    return objects.isEmpty()
        ? input
        : crop(
            input,
            objects.stream().mapToInt(Component::top).min().getAsInt(),
            objects.stream().mapToInt(Component::left).min().getAsInt(),
            objects.stream().mapToInt(Component::bottom).max().getAsInt(),
            objects.stream().mapToInt(Component::right).max().getAsInt());
  }

  /** What the parts are that have so much, if they are alike. */
  private static Grid only(List<Part> parts, ToIntFunction<Part> measure, int much) {
    Set<Grid> such =
        parts.stream()
            .filter(part -> measure.applyAsInt(part) == much)
            .map(Part::grid)
            .collect(Collectors.toSet());
    return such.size() == 1 ? such.iterator().next() : Suggestions.NOTHING;
  }

  /** The symbol with the fewest cells; one that there is not if several have as few. */
  private static int rarest(Grid input) {
    int[] cells = input.cells().toArray();
    int rarest = Grid.OUTSIDE;
    int fewest = Integer.MAX_VALUE;
    for (int symbol : input.cells().distinct().toArray()) {
      int count = 0;
      for (int cell : cells) {
        count += cell == symbol ? 1 : 0;
      }
      if (count < fewest) {
        rarest = symbol;
        fewest = count;
      } else if (count == fewest) {
        rarest = Grid.OUTSIDE;
      }
    }
    return rarest;
  }

  private static Grid crop(Grid input, int top, int left, int bottom, int right) {
    return Grid.generate(
        bottom - top + 1, right - left + 1, (r, c) -> input.cell(top + r, left + c));
  }
}
