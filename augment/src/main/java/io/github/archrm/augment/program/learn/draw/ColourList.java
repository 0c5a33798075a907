package io.github.archrm.augment.program.learn.draw;

import io.github.archrm.augment.program.learn.Family;
import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.augment.program.learn.object.GridObject;
import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The colours of a grid in an order: one cell each in a row or column, or a bar as long as their
 * count.
 */
public final class ColourList implements Learner {
  /** A colour with how many there are of it. */
  private record Entry(int colour, int count, int place) {}

  private static final List<String> FORMS =
      List.of(
          "a row",
          "a column",
          "bars lying one above the other",
          "bars standing side by side from above",
          "bars standing side by side from below",
          "bars lying from the right",
          "the first alone",
          "the first and the second");

  private static final List<Rule> RULES = rules();

  @Override
  public String name() {
    return "colour list";
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    return examples.stream()
            .allMatch(e -> e.output().side() <= 30 && !e.input().sameSize(e.output()))
        ? new Family(name(), RULES).fitAll(examples)
        : List.of();
  }

  private static List<Rule> rules() {
    Map<String, Function<Grid, List<Entry>>> sources = new LinkedHashMap<>();
    sources.put("colours by cells", g -> cells(g, false));
    sources.put("colours but the commonest by cells", g -> cells(g, true));
    sources.put("colours by objects", ColourList::objects);
    sources.put("objects by cells", g -> each(g, Segmentation.ALL.get(0)));
    sources.put("objects not joined at corners by cells", g -> each(g, Segmentation.ALL.get(1)));
    Map<String, Comparator<Entry>> orders = new LinkedHashMap<>();
    orders.put("the most first", Comparator.comparingInt(e -> -e.count()));
    orders.put("the fewest first", Comparator.comparingInt(Entry::count));
    orders.put("from the top", Comparator.comparingInt(e -> e.place() / 100));
    orders.put("from the left", Comparator.comparingInt(e -> e.place() % 100));
    List<Rule> rules = new ArrayList<>();
    sources.forEach(
        (words, source) ->
            orders.forEach(
                (orderWords, order) -> {
                  for (int form = 0; form < FORMS.size(); form++) {
                    int which = form;
                    rules.add(
                        new Rule(
                            FORMS.get(form) + " of " + words + ", " + orderWords,
                            2.5 + 0.1 * form,
                            g -> drawn(source.apply(g), order, which)));
                  }
                }));
    return rules;
  }

  private static Optional<Grid> drawn(List<Entry> entries, Comparator<Entry> order, int form) {
    if (entries.isEmpty() || entries.size() > 30) {
      return Optional.empty();
    }
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(order);
    for (int i = 1; i < sorted.size(); i++) {
      boolean tie = order.compare(sorted.get(i - 1), sorted.get(i)) == 0;
      if (tie && sorted.get(i - 1).colour() != sorted.get(i).colour() && (form < 6 || i == 1)) {
        return Optional.empty();
      }
    }
    int n = sorted.size();
    int most = sorted.stream().mapToInt(Entry::count).max().orElse(1);
    if (most > 30 && form >= 2 && form <= 5) {
      return Optional.empty();
    }
    return switch (form) {
      case 0 -> Optional.of(Grid.generate(1, n, (r, c) -> sorted.get(c).colour()));
      case 1 -> Optional.of(Grid.generate(n, 1, (r, c) -> sorted.get(r).colour()));
      case 2 -> bars(sorted, n, most, (r, c) -> new int[] {r, c});
      case 3 -> bars(sorted, most, n, (r, c) -> new int[] {c, r});
      case 4 -> bars(sorted, most, n, (r, c) -> new int[] {c, most - 1 - r});
      case 5 -> bars(sorted, n, most, (r, c) -> new int[] {r, most - 1 - c});
      case 6 -> Optional.of(Grid.generate(1, 1, (r, c) -> sorted.get(0).colour()));
      default ->
          n < 2
              ? Optional.empty()
              : Optional.of(Grid.generate(1, 2, (r, c) -> sorted.get(c).colour()));
    };
  }

  private interface BarCell {
    int[] of(int row, int column);
  }

  private static Optional<Grid> bars(List<Entry> sorted, int height, int width, BarCell at) {
    return Optional.of(
        Grid.generate(
            height,
            width,
            (r, c) -> {
              int[] place = at.of(r, c);
              Entry entry = sorted.get(place[0]);
              return place[1] < entry.count() ? entry.colour() : 0;
            }));
  }

  private static List<Entry> cells(Grid grid, boolean withoutCommonest) {
    int[] counts = new int[10];
    int[] top = new int[10];
    int[] left = new int[10];
    Arrays.fill(top, 99);
    Arrays.fill(left, 99);
    for (int r = 0; r < grid.height(); r++) {
      for (int c = 0; c < grid.width(); c++) {
        int colour = Math.max(0, grid.cell(r, c));
        counts[colour]++;
        top[colour] = Math.min(top[colour], r);
        left[colour] = Math.min(left[colour], c);
      }
    }
    int commonest = withoutCommonest ? Segmentation.commonestColour(grid) : 0;
    List<Entry> entries = new ArrayList<>();
    for (int c = 0; c < 10; c++) {
      if (counts[c] > 0 && c != commonest && c != 0) {
        entries.add(new Entry(c, counts[c], top[c] * 100 + left[c]));
      }
    }
    return entries;
  }

  private static List<Entry> objects(Grid grid) {
    Map<Integer, Entry> entries = new LinkedHashMap<>();
    for (GridObject o : Segmentation.ALL.get(0).of(grid)) {
      entries.merge(
          o.colour(),
          new Entry(o.colour(), 1, o.top() * 100 + o.left()),
          (a, b) ->
              new Entry(
                  a.colour(),
                  a.count() + 1,
                  Math.min(a.place() / 100, b.place() / 100) * 100
                      + Math.min(a.place() % 100, b.place() % 100)));
    }
    return List.copyOf(entries.values());
  }

  private static List<Entry> each(Grid grid, Segmentation segmentation) {
    List<Entry> entries = new ArrayList<>();
    for (GridObject o : segmentation.of(grid)) {
      entries.add(
          new Entry(o.colour(), o.size(), Math.min(99, o.top()) * 100 + Math.min(99, o.left())));
    }
    return entries;
  }
}
