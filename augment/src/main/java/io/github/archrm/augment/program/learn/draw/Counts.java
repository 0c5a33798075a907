package io.github.archrm.augment.program.learn.draw;

import io.github.archrm.augment.program.learn.Family;
import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.augment.program.learn.object.Measure;
import io.github.archrm.augment.program.learn.object.Scene;
import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.draw.ColourNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Outputs that say how many there are of something: that many cells of a fixed grid filled, or a
 * row, column, diagonal or square of that length.
 */
public final class Counts implements Learner {
  @Override
  public String name() {
    return "counts";
  }

  private record Count(String words, double cost, ToIntFunction<Grid> of) {}

  private static List<Count> counts() {
    List<Count> counts = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      Segmentation segmentation = Segmentation.ALL.get(k);
      counts.add(new Count(segmentation.toString(), 0.1 * k, g -> segmentation.of(g).size()));
      counts.add(
          new Count(
              segmentation + " with a hole",
              0.3 + 0.1 * k,
              g -> {
                Scene scene = new Scene(g, segmentation);
                return Arrays.stream(Measure.HAS_HOLE.all(scene)).sum();
              }));
      counts.add(
          new Count(
              "full squares among " + segmentation,
              0.4 + 0.1 * k,
              g -> Arrays.stream(Measure.FULL_SQUARE.all(new Scene(g, segmentation))).sum()));
    }
    counts.add(new Count("filled cells", 0.1, g -> (int) g.cells().filter(c -> c > 0).count()));
    counts.add(
        new Count("colours", 0.1, g -> (int) g.cells().filter(c -> c > 0).distinct().count()));
    for (int colour = 1; colour < 10; colour++) {
      int wanted = colour;
      counts.add(
          new Count(
              ColourNames.of(colour) + " cells",
              0.3,
              g -> (int) g.cells().filter(c -> c == wanted).count()));
      counts.add(
          new Count(
              ColourNames.of(colour) + " objects",
              0.3,
              g ->
                  (int)
                      Segmentation.ALL.get(0).of(g).stream()
                          .filter(o -> o.colour() == wanted)
                          .count()));
      counts.add(
          new Count(
              ColourNames.of(colour) + " objects of more than one cell",
              0.4,
              g ->
                  (int)
                      Segmentation.ALL.get(1).of(g).stream()
                          .filter(o -> o.colour() == wanted && o.size() > 1)
                          .count()));
    }
    return counts;
  }

  /** Ways to go through the cells of a grid. */
  private enum Order {
    ROWS("row by row"),
    COLUMNS("column by column"),
    EVEN_FIRST("every other cell"),
    SNAKE("to and fro");

    final String words;

    Order(String words) {
      this.words = words;
    }

    int[] place(int n, int height, int width) {
      return switch (this) {
        case ROWS -> new int[] {n / width, n % width};
        case COLUMNS -> new int[] {n % height, n / height};
        case EVEN_FIRST -> new int[] {2 * n / width, 2 * n % width};
        case SNAKE -> new int[] {n / width, n / width % 2 == 0 ? n % width : width - 1 - n % width};
      };
    }
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    Grid first = examples.get(0).output();
    if (examples.stream().allMatch(e -> e.output().equals(first)) || first.side() > 12) {
      return List.of();
    }
    boolean fixed = examples.stream().allMatch(e -> e.output().sameSize(first));
    List<Rule> rules = new ArrayList<>();
    List<Integer> colours = new ArrayList<>(List.of(-1));
    first.cells().filter(c -> c > 0).distinct().forEach(colours::add);
    for (Count count : counts()) {
      for (int colour : colours) {
        for (Order order : fixed ? Order.values() : new Order[0]) {
          rules.add(
              new Rule(
                  "fill as many cells " + order.words + " as there are " + count.words,
                  2.5 + count.cost + 0.2 * order.ordinal(),
                  g -> filled(g, count.of.applyAsInt(g), first, order, colour)));
        }
        for (int shape = 0; shape < (fixed ? 0 : 4); shape++) {
          int which = shape;
          rules.add(
              new Rule(
                  List.of("a row", "a column", "a square", "a diagonal").get(shape)
                      + " as long as there are "
                      + count.words,
                  2.5 + count.cost,
                  g -> shaped(g, count.of.applyAsInt(g), which, colour)));
        }
      }
    }
    return new Family(name(), rules).fitAll(examples);
  }

  private static int colour(Grid grid, int fixed) {
    if (fixed >= 0) {
      return fixed;
    }
    int[] counts = new int[10];
    grid.cells().filter(c -> c > 0 && c < 10).forEach(c -> counts[c]++);
    int best = 0;
    for (int c = 1; c < 10; c++) {
      best = counts[c] > (best == 0 ? 0 : counts[best]) ? c : best;
    }
    return best;
  }

  private static Optional<Grid> filled(Grid grid, int count, Grid size, Order order, int fixed) {
    int colour = colour(grid, fixed);
    int[][] cells = new int[size.height()][size.width()];
    for (int n = 0; n < count; n++) {
      int[] place = order.place(n, size.height(), size.width());
      if (place[0] >= size.height() || place[1] >= size.width()) {
        return Optional.empty();
      }
      cells[place[0]][place[1]] = colour;
    }
    return Optional.of(Grid.of(cells));
  }

  private static Optional<Grid> shaped(Grid grid, int count, int shape, int fixed) {
    if (count < 1 || count > 30) {
      return Optional.empty();
    }
    int colour = colour(grid, fixed);
    return Optional.of(
        Grid.generate(
            shape == 0 ? 1 : count,
            shape == 1 ? 1 : count,
            (r, c) -> shape < 3 || r == c ? colour : 0));
  }
}
