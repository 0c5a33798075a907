package io.github.archrm.augment.program;

import io.github.archrm.augment.program.primitive.PlacedGrid;
import io.github.archrm.augment.program.search.Effort;
import io.github.archrm.augment.program.search.Frame;
import io.github.archrm.augment.program.search.Run;
import io.github.archrm.augment.program.stack.Stack;
import io.github.archrm.augment.program.stack.Stacking;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Searches programs that explain a task's demonstrations, and applies them to its test inputs. */
public final class ProgramSearch {
  private final Task task;
  private final Effort effort;
  private final List<Map<Grid, Explained>> found = new ArrayList<>();
  private final List<List<OutputSize>> sizes = new ArrayList<>();

  private ProgramSearch(Task task, Effort effort) {
    this.task = task;
    this.effort = effort;
    task.testInputs().forEach(input -> found.add(new LinkedHashMap<>()));
    task.testInputs().forEach(input -> sizes.add(new ArrayList<>()));
  }

  /**
   * Searches within the limits. Uses one thread and no randomness: without a limit in time the same
   * task gives the same explanations.
   *
   * @return nothing found for a task whose symbols are not all colours, or without demonstrations
   */
  public static Explanations search(Task task, SearchLimits limits) {
    long started = System.nanoTime();
    long nanos =
        limits.time().compareTo(java.time.Duration.ofDays(365)) > 0
            ? Long.MAX_VALUE
            : started + limits.time().toNanos();
    Effort effort = new Effort(limits.evaluations(), nanos, limits.states());
    ProgramSearch search = new ProgramSearch(task, effort);
    if (isOfColours(task)) {
      search.run(limits);
    }
    List<List<Explained>> ranked = new ArrayList<>();
    for (Map<Grid, Explained> one : search.found) {
      List<Explained> list = new ArrayList<>(one.values());
      list.sort(Comparator.comparingDouble(Explained::weight).reversed());
      ranked.add(list);
    }
    return new Explanations(
        ranked,
        false,
        List.of(),
        search.sizes,
        effort.evaluations(),
        (System.nanoTime() - started) / 1e9,
        effort.cutShort());
  }

  private static boolean isOfColours(Task task) {
    List<Grid> grids = new ArrayList<>(task.testInputs());
    for (Example example : task.demonstrations()) {
      grids.add(example.input());
      grids.add(example.output());
    }
    return !task.demonstrations().isEmpty()
        && grids.stream()
            .allMatch(
                grid ->
                    grid.side() <= PlacedGrid.SIDE
                        && grid.cells().allMatch(c -> c >= 0 && c < PlacedGrid.COLOURS));
  }

  private void run(SearchLimits limits) {
    Frame frame = Frame.of(task.demonstrations(), task.testInputs(), new Frame.Choice(true, false));
    collect(new Run(frame, limits.depth(), limits.evaluations(), effort));
  }

  private void collect(Run run) {
    int demonstrations = run.frame().demonstrations();
    int[] starts = new int[run.sizes().size() + 1];
    for (int e = 0; e < run.sizes().size(); e++) {
      starts[e + 1] = starts[e] + run.sizes().get(e).width() * run.sizes().get(e).height();
    }
    for (Stack stack : run.stacks()) {
      int exact = 0;
      for (int d = 0; d < demonstrations; d++) {
        exact |= shows(run.frame().outputs().get(d), stack.cells(), starts[d]) ? 1 << d : 0;
      }
      if (exact == 0) {
        continue;
      }
      double weight = Integer.bitCount(exact) - 0.1 * stack.cost() - 1e-5 * stack.layers().size();
      for (int t = 0; t < task.testInputs().size(); t++) {
        int e = demonstrations + t;
        if (isKnown(stack.cells(), starts[e], starts[e + 1])) {
          Grid grid =
              run.frame()
                  .original(
                      e,
                      stack.cells(),
                      starts[e],
                      run.sizes().get(e).width(),
                      run.sizes().get(e).height());
          Explained known = found.get(t).get(grid);
          if (known == null || known.weight() < weight) {
            found
                .get(t)
                .put(
                    grid,
                    new Explained(
                        grid,
                        weight,
                        Integer.bitCount(exact),
                        Integer.bitCount(exact & ~stack.fitted()),
                        stack.cost(),
                        stack.layers().size(),
                        ""));
          }
        }
      }
    }
    for (int t = 0; t < task.testInputs().size(); t++) {
      for (var prediction : run.predictions()) {
        sizes.get(t).add(new OutputSize(prediction.get(t).height(), prediction.get(t).width()));
      }
    }
  }

  private static boolean shows(PlacedGrid output, byte[] cells, int from) {
    return output.equalsIn(cells, from);
  }

  private static boolean isKnown(byte[] cells, int from, int to) {
    for (int i = from; i < to; i++) {
      if (cells[i] == Stacking.UNKNOWN) {
        return false;
      }
    }
    return true;
  }
}
