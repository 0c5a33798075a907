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
import java.util.List;
import java.util.Optional;

/**
 * A legend says which colour becomes which: full blocks of two cells by one or more, in which each
 * pair has two colours. Everything else is recoloured by it.
 */
public final class Legend implements Learner {
  private static final int COLOURS = 10;

  private enum Way {
    FIRST("the first of two becomes the second"),
    SECOND("the second of two becomes the first"),
    BOTH("two exchange");

    final String words;

    Way(String words) {
      this.words = words;
    }
  }

  private static final List<Rule> RULES = rules();

  @Override
  public String name() {
    return "legend";
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    return new Family(name(), RULES).fitChanges(examples);
  }

  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (boolean across : new boolean[] {true, false}) {
      for (Way way : Way.values()) {
        rules.add(
            new Rule(
                "recolour by the pairs that stand "
                    + (across ? "side by side" : "one above the other")
                    + ": "
                    + way.words,
                2.5 + 0.1 * way.ordinal(),
                input -> recoloured(input, across, way)));
      }
    }
    return List.copyOf(rules);
  }

  private static Optional<Grid> recoloured(Grid input, boolean across, Way way) {
    int[] to = new int[COLOURS];
    Arrays.fill(to, -1);
    boolean[] legend = new boolean[input.height() * input.width()];
    for (GridObject o : Segmentation.regions(input, false, true, 0)) {
      if (isLegend(o, across)) {
        for (int cell : o.cells()) {
          legend[cell] = true;
        }
        for (int i = 0; i < o.size() / 2; i++) {
          int one = across ? o.crop().cell(i, 0) : o.crop().cell(0, i);
          int two = across ? o.crop().cell(i, 1) : o.crop().cell(1, i);
          if ((way != Way.SECOND && !put(to, one, two))
              || (way != Way.FIRST && !put(to, two, one))) {
            return Optional.empty();
          }
        }
      }
    }
    return Arrays.stream(to).allMatch(c -> c < 0)
        ? Optional.empty()
        : Optional.of(
            Grid.generate(
                input.height(),
                input.width(),
                (r, c) -> {
                  int colour = input.cell(r, c);
                  boolean stays =
                      legend[r * input.width() + c]
                          || colour < 0
                          || colour >= COLOURS
                          || to[colour] < 0;
                  return stays ? colour : to[colour];
                }));
  }

  /** Whether the colour has no other new colour yet. */
  private static boolean put(int[] to, int from, int becomes) {
    if (from >= COLOURS || (to[from] >= 0 && to[from] != becomes)) {
      return false;
    }
    to[from] = becomes;
    return true;
  }

  private static boolean isLegend(GridObject o, boolean across) {
    if ((across ? o.width() : o.height()) != 2 || o.size() != o.height() * o.width()) {
      return false;
    }
    Grid block = o.crop();
    for (int i = 0; i < o.size() / 2; i++) {
      if (across ? block.cell(i, 0) == block.cell(i, 1) : block.cell(0, i) == block.cell(1, i)) {
        return false;
      }
    }
    return true;
  }
}
