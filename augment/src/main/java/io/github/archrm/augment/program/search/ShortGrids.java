package io.github.archrm.augment.program.search;

import io.github.archrm.augment.program.primitive.PlacedGrid;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Single grids that short programs make of every input, to which rules may be fitted: first those
 * that have the size of the outputs where inputs have not, then those that have more of the
 * outputs' cells.
 */
public final class ShortGrids {
  private final Frame frame;
  private final List<Graph> graphs;
  private final Walk walk;
  private final ProgramWords words;

  ShortGrids(Frame frame, List<Graph> graphs, Walk walk, ProgramWords words) {
    this.frame = frame;
    this.graphs = graphs;
    this.walk = walk;
    this.words = words;
  }

  /** What a program makes of every input, in the task's colours. */
  public record Made(List<Grid> grids, int cost, String words) {}

  List<Made> best(int most) {
    List<Integer> candidates = new ArrayList<>();
    Map<Integer, Double> worth = new HashMap<>();
    for (int i = 1; i < walk.size() && walk.cost(walk.tuple(i)) <= 1; i++) {
      int tuple = walk.tuple(i);
      if (words.start(tuple) != 0) {
        continue;
      }
      double value = worth(tuple);
      if (value > 0) {
        candidates.add(tuple);
        worth.put(tuple, value);
      }
    }
    candidates.sort(Comparator.comparingDouble(tuple -> -worth.get(tuple)));
    return candidates.stream().limit(most).map(this::made).toList();
  }

  private double worth(int tuple) {
    double worth = 1;
    for (int e = 0; e < graphs.size(); e++) {
      int state = walk.state(tuple, e);
      if (graphs.get(e).isList(state)) {
        return 0;
      }
      PlacedGrid grid = graphs.get(e).grid(state);
      if (grid.area() == 0 || grid.width() > 30 || grid.height() > 30) {
        return 0;
      }
      if (e < frame.demonstrations()) {
        worth += worth(grid, frame.inputs().get(e), frame.outputs().get(e));
      }
    }
    return worth;
  }

  private static double worth(PlacedGrid grid, PlacedGrid input, PlacedGrid output) {
    if (grid.width() != output.width() || grid.height() != output.height()) {
      return 0;
    }
    boolean sizeIsNew = input.width() != output.width() || input.height() != output.height();
    int same = 0;
    for (int i = 0; i < grid.area(); i++) {
      int row = i / grid.width();
      same += grid.cell(row, i % grid.width()) == output.cell(row, i % grid.width()) ? 1 : 0;
    }
    return (sizeIsNew ? 1 : 0) + (double) same / grid.area();
  }

  private Made made(int tuple) {
    List<Grid> grids = new ArrayList<>();
    for (int e = 0; e < graphs.size(); e++) {
      grids.add(frame.original(e, graphs.get(e).grid(walk.state(tuple, e))));
    }
    return new Made(grids, walk.cost(tuple), words.of(tuple));
  }
}
