package io.github.archrm.augment.program.learn.object;

import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What another learner finds for the box of each object alone, put back in its place. */
public record EachObject(Segmentation segmentation, Learner learner) implements Learner {
  private static final int MOST_OBJECTS = 40;

  @Override
  public String name() {
    return (segmentation.oneColour() ? "each one-coloured object's " : "each object's ")
        + learner.name();
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    Set<Example> boxes = new LinkedHashSet<>();
    for (Example example : examples) {
      if (!example.input().sameSize(example.output())) {
        return List.of();
      }
      List<GridObject> objects = segmentation.of(example.input());
      if (objects.isEmpty() || objects.size() > MOST_OBJECTS) {
        return List.of();
      }
      boolean[] inside = new boolean[example.input().height() * example.input().width()];
      for (GridObject o : objects) {
        boxes.add(new Example(o.crop(), crop(example.output(), o)));
        for (int r = o.top(); r < o.top() + o.height(); r++) {
          for (int c = o.left(); c < o.left() + o.width(); c++) {
            inside[r * example.input().width() + c] = true;
          }
        }
      }
      for (int i = 0; i < inside.length; i++) {
        int r = i / example.input().width();
        int c = i % example.input().width();
        if (!inside[i] && example.input().cell(r, c) != example.output().cell(r, c)) {
          return List.of();
        }
      }
    }
    List<Fitted> fitted = new ArrayList<>();
    for (Fitted inner : learner.fitAll(List.copyOf(boxes))) {
      Rule rule =
          new Rule(
              "in the box of each of the " + segmentation + ", " + inner.words(),
              inner.cost() + 0.9,
              input -> apply(inner, input));
      if (rule.explains(examples)) {
        fitted.add(rule);
      }
    }
    return fitted;
  }

  private static Grid crop(Grid grid, GridObject o) {
    return Grid.generate(o.height(), o.width(), (r, c) -> grid.cell(o.top() + r, o.left() + c));
  }

  private Optional<Grid> apply(Fitted inner, Grid input) {
    List<GridObject> objects = segmentation.of(input);
    if (objects.size() > MOST_OBJECTS) {
      return Optional.empty();
    }
    int[][] cells = input.toRows();
    for (GridObject o : objects) {
      Optional<Grid> made = inner.apply(o.crop());
      if (made.isEmpty() || made.get().height() != o.height() || made.get().width() != o.width()) {
        return Optional.empty();
      }
      for (int r = 0; r < o.height(); r++) {
        for (int c = 0; c < o.width(); c++) {
          cells[o.top() + r][o.left() + c] = made.get().cell(r, c);
        }
      }
    }
    return Optional.of(Grid.of(cells));
  }
}
