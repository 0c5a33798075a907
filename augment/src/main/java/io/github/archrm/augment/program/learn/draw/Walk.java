package io.github.archrm.augment.program.learn.draw;

import io.github.archrm.augment.program.learn.Family;
import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.draw.ColourNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Lines that start from the cells of a colour and turn where something is in their way: right or
 * left, by the colour of what they meet, until they leave the grid; or thrown back from everything
 * and from the edge, as long as there is anything new to draw.
 */
public final class Walk implements Learner {
  private static final int MOST_CELLS = 900;
  private static final int MOST_SOURCES = 12;
  private static final int MOST_STEPS = 400;
  private static final int OWN = -1;

  /** Down and across, clockwise from up. */
  private static final int[][] STEPS = {
    {-1, 0}, {-1, 1}, {0, 1}, {1, 1}, {1, 0}, {1, -1}, {0, -1}, {-1, -1}
  };

  private static final String[] NAMES = {
    "up", "up right", "right", "down right", "down", "down left", "left", "up left"
  };

  @Override
  public String name() {
    return "walk";
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    TreeSet<Integer> sources = new TreeSet<>();
    TreeSet<Integer> drawn = new TreeSet<>();
    TreeSet<Integer> met = new TreeSet<>();
    for (Example example : examples) {
      Grid in = example.input();
      if (!in.sameSize(example.output())
          || in.equals(example.output())
          || in.height() * in.width() > MOST_CELLS
          || !collect(example, drawn)) {
        return List.of();
      }
      in.cells().filter(c -> c > 0 && c < 10).forEach(met::add);
    }
    for (int colour : met) {
      if (examples.stream().allMatch(e -> isSource(e.input(), colour))) {
        sources.add(colour);
      }
    }
    List<Rule> rules = new ArrayList<>();
    for (int source : sources) {
      int line = drawn.size() > 1 || drawn.first() == source ? OWN : drawn.first();
      met.remove(source);
      for (int direction = 0; direction < STEPS.length; direction++) {
        add(rules, source, line, direction, List.copyOf(met));
      }
      met.add(source);
    }
    return new Family(name(), rules).fitAll(examples);
  }

  /** Collects the colours of new cells; tells whether nothing else has changed. */
  private static boolean collect(Example example, TreeSet<Integer> drawn) {
    Grid in = example.input();
    for (int r = 0; r < in.height(); r++) {
      for (int c = 0; c < in.width(); c++) {
        int colour = example.output().cell(r, c);
        if (in.cell(r, c) != colour) {
          if (in.cell(r, c) != 0 || drawn.size() > 3) {
            return false;
          }
          drawn.add(colour);
        }
      }
    }
    return true;
  }

  private static boolean isSource(Grid grid, int colour) {
    long count = grid.cells().filter(c -> c == colour).count();
    return count > 0 && count <= MOST_SOURCES;
  }

  private static void add(
      List<Rule> rules, int source, int line, int direction, List<Integer> met) {
    String start =
        "walk " + NAMES[direction] + " from each cell that is " + ColourNames.of(source) + ", ";
    if (direction % 2 == 1) {
      String[] sides = {"beside it", "above and below it", "in its way on any side"};
      for (int mode = 1; mode <= 3; mode++) {
        int back = mode;
        rules.add(
            new Rule(
                start + "thrown back by what is " + sides[mode - 1],
                2.6,
                input -> walked(input, source, line, direction, 0, 0, back)));
      }
    }
    if (met.isEmpty() || met.size() > 3) {
      return;
    }
    for (int set = 0; set < 1 << met.size(); set++) {
      int right = 0;
      int left = 0;
      List<String> turns = new ArrayList<>();
      for (int i = 0; i < met.size(); i++) {
        boolean turnsRight = (set >> i & 1) != 0;
        right |= turnsRight ? 1 << met.get(i) : 0;
        left |= turnsRight ? 0 : 1 << met.get(i);
        turns.add((turnsRight ? "right" : "left") + " at " + ColourNames.of(met.get(i)));
      }
      int toRight = right;
      int toLeft = left;
      rules.add(
          new Rule(
              start + "turning " + String.join(" and ", turns),
              2.6 + 0.3 * met.size(),
              input -> walked(input, source, line, direction, toRight, toLeft, 0)));
    }
  }

  private static Optional<Grid> walked(
      Grid input, int source, int line, int direction, int right, int left, int back) {
    if (input.height() * input.width() > MOST_CELLS || !isSource(input, source)) {
      return Optional.empty();
    }
    int[][] cells = input.toRows();
    for (int r = 0; r < input.height(); r++) {
      for (int c = 0; c < input.width(); c++) {
        if (input.cell(r, c) == source) {
          int colour = line == OWN ? source : line;
          if (back > 0) {
            bounce(input, cells, r, c, direction, colour, back);
          } else {
            turn(input, cells, r, c, direction, colour, right, left);
          }
        }
      }
    }
    return Optional.of(Grid.of(cells));
  }

  private static boolean inside(Grid grid, int r, int c) {
    return r >= 0 && c >= 0 && r < grid.height() && c < grid.width();
  }

  private static void turn(
      Grid input,
      int[][] cells,
      int row,
      int column,
      int direction,
      int colour,
      int right,
      int left) {
    int r = row;
    int c = column;
    int d = direction;
    for (int step = 0; step < MOST_STEPS; step++) {
      int nextRow = r + STEPS[d][0];
      int nextColumn = c + STEPS[d][1];
      if (!inside(input, nextRow, nextColumn)) {
        return;
      }
      int there = input.cell(nextRow, nextColumn);
      if (there == 0) {
        r = nextRow;
        c = nextColumn;
        cells[r][c] = colour;
      } else if ((right >> there & 1) != 0) {
        d = (d + 2) % STEPS.length;
      } else if ((left >> there & 1) != 0) {
        d = (d + 6) % STEPS.length;
      } else {
        return;
      }
    }
  }

  /**
   * A diagonal line whose direction is reversed by what lies that way, and which ends at what does
   * not reverse it.
   *
   * @param back 1 if it is reversed across, 2 if down, 3 for both
   */
  private static void bounce(
      Grid input, int[][] cells, int row, int column, int direction, int colour, int back) {
    int r = row;
    int c = column;
    int down = STEPS[direction][0];
    int across = STEPS[direction][1];
    for (int step = 0; step < MOST_STEPS; step++) {
      across = (back & 1) != 0 && !free(input, r, c + across) ? -across : across;
      down = (back & 2) != 0 && !free(input, r + down, c) ? -down : down;
      if (!free(input, r + down, c + across)) {
        return;
      }
      r += down;
      c += across;
      cells[r][c] = colour;
    }
  }

  private static boolean free(Grid input, int r, int c) {
    return inside(input, r, c) && input.cell(r, c) == 0;
  }
}
