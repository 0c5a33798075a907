package io.github.archrm.augment.program.learn.cell;

import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Two cell tables, one after the other: the first makes the cells of one new colour, the second
 * sees its result and makes all others. Which colour comes first is tried.
 */
public final class Stepwise implements Learner {
  private static final int MOST_COLOURS = 4;

  private final CellTable table = new CellTable();

  @Override
  public String name() {
    return "two cell tables";
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    TreeSet<Integer> colours = new TreeSet<>();
    for (Example example : examples) {
      if (!example.input().sameSize(example.output())) {
        return List.of();
      }
      colours.addAll(newColours(example));
    }
    List<Fitted> fitted = new ArrayList<>();
    if (colours.size() < 2 || colours.size() > MOST_COLOURS) {
      return fitted;
    }
    for (int colour : colours) {
      if (!examples.stream().allMatch(e -> newColours(e).contains(colour))) {
        continue;
      }
      List<Example> first = new ArrayList<>();
      List<Example> second = new ArrayList<>();
      for (Example example : examples) {
        Grid between = only(example, colour);
        first.add(new Example(example.input(), between));
        second.add(new Example(between, example.output()));
      }
      List<Fitted> one = table.fitAll(first);
      List<Fitted> two = one.isEmpty() ? List.of() : table.fitAll(second);
      for (int i = 0; i < Math.min(2, one.size()); i++) {
        for (int j = 0; j < Math.min(2, two.size()); j++) {
          fitted.add(then(one.get(i), two.get(j)));
        }
      }
    }
    fitted.sort(Comparator.comparingDouble(Fitted::cost));
    return fitted;
  }

  private static Rule then(Fitted one, Fitted two) {
    return new Rule(
        one.words() + "; then " + two.words(),
        0.5 + (one.cost() + two.cost()) / 2,
        input -> one.apply(input).flatMap(two::apply));
  }

  private static TreeSet<Integer> newColours(Example example) {
    TreeSet<Integer> colours = new TreeSet<>();
    Grid in = example.input();
    Grid out = example.output();
    for (int r = 0; r < in.height(); r++) {
      for (int c = 0; c < in.width(); c++) {
        if (in.cell(r, c) != out.cell(r, c)) {
          colours.add(out.cell(r, c));
        }
      }
    }
    return colours;
  }

  private static Grid only(Example example, int colour) {
    return Grid.generate(
        example.input().height(),
        example.input().width(),
        (r, c) -> example.output().cell(r, c) == colour ? colour : example.input().cell(r, c));
  }
}
