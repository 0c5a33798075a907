package io.github.archrm.augment.program.learn.panel;

import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The output is one of the input's objects or panels, picked by a measure. */
public final class Pick implements Learner {
  private static final int MOST_READINGS = 8;

  @Override
  public String name() {
    return "pick";
  }

  /** How a measure picks: the greatest, the least, the only one of its value, a fixed value. */
  private enum Selector {
    MOST("greatest", 0),
    LEAST("least", 0.1),
    OWN("only one with its", 0.1),
    COMMON("commonest", 0.2),
    FIXED("same", 0.3);

    final String words;
    final double cost;

    Selector(String words, double cost) {
      this.words = words;
      this.cost = cost;
    }

    /** The first that is picked, or -1 if none is, or several that look different. */
    int pick(Choices choices, int[] values, int fixed) {
      int wanted = fixed;
      if (this == MOST || this == LEAST) {
        wanted = values[0];
        for (int value : values) {
          wanted = this == MOST ? Math.max(wanted, value) : Math.min(wanted, value);
        }
      }
      int most = 0;
      for (int value : values) {
        most = Math.max(most, count(values, value));
      }
      int picked = -1;
      for (int i = 0; i < values.length; i++) {
        boolean chosen =
            switch (this) {
              case OWN -> count(values, values[i]) == 1;
              case COMMON -> count(values, values[i]) == most;
              default -> values[i] == wanted;
            };
        if (chosen && picked >= 0 && !choices.grids().get(picked).equals(choices.grids().get(i))) {
          return -1;
        }
        picked = chosen && picked < 0 ? i : picked;
      }
      return picked;
    }

    private static int count(int[] values, int value) {
      int count = 0;
      for (int other : values) {
        count += other == value ? 1 : 0;
      }
      return count;
    }
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    for (Example example : examples) {
      Grid in = example.input();
      Grid out = example.output();
      if (out.height() > in.height() || out.width() > in.width() || in.sameSize(out)) {
        return List.of();
      }
    }
    List<Fitted> fitted = new ArrayList<>();
    for (Choices.Maker maker : Choices.MAKERS) {
      List<Choices> made = new ArrayList<>();
      for (Example example : examples) {
        Choices choices = maker.function().apply(example.input());
        if (!choices.grids().contains(example.output())) {
          break;
        }
        made.add(choices);
      }
      if (made.size() == examples.size()) {
        select(maker, made, examples, fitted);
      }
    }
    fitted.sort(Comparator.comparingDouble(Fitted::cost));
    return fitted.subList(0, Math.min(MOST_READINGS, fitted.size()));
  }

  private static void select(
      Choices.Maker maker, List<Choices> made, List<Example> examples, List<Fitted> fitted) {
    for (int m = 0; m < maker.measures().size(); m++) {
      for (Selector selector : Selector.values()) {
        if (!sensible(maker.measures().get(m), selector)) {
          continue;
        }
        Choices first = made.get(0);
        int index = first.grids().indexOf(examples.get(0).output());
        int fixed = first.values().get(m)[index];
        boolean right = true;
        for (int e = 0; right && e < made.size(); e++) {
          int picked = selector.pick(made.get(e), made.get(e).values().get(m), fixed);
          right = picked >= 0 && made.get(e).grids().get(picked).equals(examples.get(e).output());
        }
        if (right) {
          fitted.add(rule(maker, m, selector, fixed));
        }
      }
    }
  }

  /** Names are not greater or less, and of yes and no only yes, or a value that none shares. */
  private static boolean sensible(String measure, Selector selector) {
    boolean name =
        measure.contains("looks") || measure.contains("shape") || measure.contains("colour");
    boolean number = measure.startsWith("number") || measure.startsWith("how many");
    if (measure.startsWith("whether")) {
      return selector == Selector.MOST || selector == Selector.LEAST;
    }
    return number || !name || !(selector == Selector.MOST || selector == Selector.LEAST);
  }

  private static Rule rule(Choices.Maker maker, int measure, Selector selector, int fixed) {
    boolean odd = measure >= GridMeasure.values().length && selector != Selector.FIXED;
    return new Rule(
        maker.words() + ": that with the " + selector.words + " " + maker.measures().get(measure),
        1 + maker.cost() + selector.cost + (odd ? 0.3 : 0),
        input -> {
          Choices choices = maker.function().apply(input);
          if (choices.grids().isEmpty()) {
            return Optional.empty();
          }
          int picked = selector.pick(choices, choices.values().get(measure), fixed);
          return picked < 0 ? Optional.empty() : Optional.of(choices.grids().get(picked));
        });
  }
}
