package io.github.archrm.augment;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import io.github.archrm.tasks.Symmetry;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Draws views of one task out of a family.
 *
 * <p>What a view can be depends on the symmetry of the task's kind, see {@link ViewFamily}; whoever
 * draws views need not know it.
 */
public final class ViewSampler {
  /** Views are told apart by so many grids of a task; tasks of ARC have fewer. */
  private static final int GRIDS_COMPARED = 100;

  /** Views in a row that make nothing new, after which a part of them is taken to be used up. */
  private static final int PATIENCE = 100_000;

  private final List<Grid> grids;
  private final ViewSpace space;

  /** Solutions of the task are not looked at. */
  public ViewSampler(Task task, ViewFamily family) {
    List<Grid> all =
        Stream.concat(
                task.demonstrations().stream().flatMap(e -> Stream.of(e.input(), e.output())),
                task.testInputs().stream())
            .toList();
    this.grids = all.subList(0, Math.min(all.size(), GRIDS_COMPARED));
    this.space = space(task, all, family);
  }

  private static ViewSpace space(Task task, List<Grid> grids, ViewFamily family) {
    List<Grid> puzzles =
        Stream.concat(
                task.demonstrations().stream().map(Example::input), task.testInputs().stream())
            .toList();
    Symmetry symmetry = task.kind().symmetry(puzzles);
    return symmetry instanceof Symmetry.Lines lines
        ? LineViews.of(lines, family)
        : plane((Symmetry.Plane) symmetry, task, grids, family);
  }

  private static ViewSpace plane(
      Symmetry.Plane symmetry, Task task, List<Grid> grids, ViewFamily family) {
    int height = grids.stream().mapToInt(Grid::height).max().orElseThrow();
    int width = grids.stream().mapToInt(Grid::width).max().orElseThrow();
    for (Grid input : task.testInputs()) {
      // An output whose size is not told may fill the canvas.
      OutputSize size =
          OutputSize.predict(task, input)
              .orElse(new OutputSize(family.canvasHeight(), family.canvasWidth()));
      height = Math.max(height, size.height());
      width = Math.max(width, size.width());
    }
    return PlaneViews.of(symmetry, grids, family).forSize(height, width);
  }

  /**
   * Up to n views, no two of which make the same grids of the task's demonstrations and test
   * inputs.
   *
   * <p>The first is the identity. The ways to turn a grid take turns, in random order each time
   * round, so they are represented equally as long as each has distinct views left. A task with
   * fewer than n distinct views gets all of them.
   */
  public static List<View> distinct(Task task, ViewFamily family, int n, long seed) {
    return new ViewSampler(task, family).distinct(n, new Random(seed));
  }

  /** As {@link #distinct(Task, ViewFamily, int, long)}. */
  public List<View> distinct(int n, RandomGenerator random) {
    List<View> views = new ArrayList<>();
    Set<List<Grid>> images = new HashSet<>();
    List<Part> parts = new ArrayList<>();
    for (int part = 0; part < space.parts(); part++) {
      parts.add(new Part(part, new Deck(space.size())));
    }
    while (views.size() < n && !parts.isEmpty()) {
      shuffle(parts, views.isEmpty() ? 1 : 0, random);
      for (Part part : List.copyOf(parts)) {
        boolean found = false;
        int inVain = 0;
        while (!found && !part.deck.isEmpty() && inVain < PATIENCE && views.size() < n) {
          View view =
              views.isEmpty() ? View.identity() : space.view(part.number, part.deck.draw(random));
          found = images.add(grids.stream().map(view::apply).toList());
          inVain++;
          if (found) {
            views.add(view);
          }
        }
        if (part.deck.isEmpty() || inVain == PATIENCE) {
          parts.remove(part);
        }
      }
    }
    return views;
  }

  /** Whether some view makes a grid's height its width. */
  public boolean transposes() {
    return space.transposes();
  }

  /** A uniformly random view that keeps every grid of the task on the canvas. */
  public View random(RandomGenerator random) {
    return space.random(random);
  }

  /**
   * A uniformly random view for one example of the task: it moves as far as this example's two
   * grids can on the canvas.
   */
  public View random(RandomGenerator random, Example example) {
    if (space instanceof PlaneViews plane) {
      return plane
          .forSize(
              Math.max(example.input().height(), example.output().height()),
              Math.max(example.input().width(), example.output().width()))
          .random(random);
    }
    return space.random(random);
  }

  private static void shuffle(List<Part> parts, int from, RandomGenerator random) {
    for (int last = parts.size() - 1; last > from; last--) {
      Collections.swap(parts, last, random.nextInt(from, last + 1));
    }
  }

  /** A part of the space, with the numbers of its views that are left. */
  private record Part(int number, Deck deck) {}
}
