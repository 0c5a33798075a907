package io.github.archrm.augment.program.learn.draw;

import io.github.archrm.augment.program.learn.Family;
import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.draw.ColourNames;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A line from the cell of one colour to that of another: straight to its row and then along it, to
 * its column and then along that, diagonally and then straight, or the shortest way round what is
 * in between.
 */
public final class Path implements Learner {
  private enum Way {
    DOWN_FIRST("first to its row, then along it"),
    ACROSS_FIRST("first to its column, then along it"),
    DIAGONAL_FIRST("diagonally as far as it goes, then straight"),
    STRAIGHT_FIRST("straight as far as needed, then diagonally"),
    SHORTEST("the only shortest way round what is filled");

    final String words;

    Way(String words) {
      this.words = words;
    }
  }

  @Override
  public String name() {
    return "path";
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    Grid in = examples.get(0).input();
    Grid out = examples.get(0).output();
    if (!in.sameSize(out) || in.equals(out)) {
      return List.of();
    }
    int drawn = -1;
    for (int i = 0; i < in.height() * in.width(); i++) {
      int r = i / in.width();
      int c = i % in.width();
      if (in.cell(r, c) != out.cell(r, c)) {
        if (drawn >= 0 && drawn != out.cell(r, c)) {
          return List.of();
        }
        drawn = out.cell(r, c);
      }
    }
    List<Rule> rules = new ArrayList<>();
    int colour = drawn;
    for (int a = 1; a < 10; a++) {
      for (int b = 1; b < 10; b++) {
        if (count(in, a) == 1 && count(in, b) == 1 && a != b) {
          int from = a;
          int to = b;
          for (Way way : Way.values()) {
            rules.add(
                new Rule(
                    "a line of "
                        + ColourNames.of(colour)
                        + " from "
                        + ColourNames.of(a)
                        + " to "
                        + ColourNames.of(b)
                        + ": "
                        + way.words,
                    2.5 + 0.1 * way.ordinal(),
                    input -> drawn(input, from, to, colour, way)));
          }
        }
      }
    }
    return new Family(name(), rules).fitAll(examples);
  }

  private static long count(Grid grid, int colour) {
    return grid.cells().filter(c -> c == colour).count();
  }

  private static int[] find(Grid grid, int colour) {
    for (int i = 0; i < grid.height() * grid.width(); i++) {
      if (grid.cell(i / grid.width(), i % grid.width()) == colour) {
        return new int[] {i / grid.width(), i % grid.width()};
      }
    }
    throw new IllegalArgumentException("no cell of colour " + colour);
  }

  private static Optional<Grid> drawn(Grid input, int from, int to, int colour, Way way) {
    if (count(input, from) != 1 || count(input, to) != 1) {
      return Optional.empty();
    }
    int[] at = find(input, from);
    int[] goal = find(input, to);
    int[][] cells = input.toRows();
    if (way == Way.SHORTEST) {
      return shortest(cells, at, goal, colour);
    }
    while (!Arrays.equals(at, goal)) {
      int down = goal[0] - at[0];
      int across = goal[1] - at[1];
      boolean diagonal =
          way == Way.DIAGONAL_FIRST && down != 0 && across != 0
              || way == Way.STRAIGHT_FIRST && Math.abs(down) == Math.abs(across);
      boolean vertical =
          diagonal
              || (way == Way.DOWN_FIRST && down != 0)
              || (way != Way.DOWN_FIRST && across == 0)
              || (way == Way.STRAIGHT_FIRST && Math.abs(down) > Math.abs(across));
      at = at.clone();
      at[0] += vertical ? Integer.signum(down) : 0;
      at[1] += !vertical || diagonal ? Integer.signum(across) : 0;
      if (!Arrays.equals(at, goal)) {
        cells[at[0]][at[1]] = colour;
      }
    }
    return Optional.of(Grid.of(cells));
  }

  private static Optional<Grid> shortest(int[][] cells, int[] from, int[] to, int colour) {
    int height = cells.length;
    int width = cells[0].length;
    int[] distance = new int[height * width];
    int[] ways = new int[height * width];
    Arrays.fill(distance, -1);
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    int goal = to[0] * width + to[1];
    queue.add(from[0] * width + from[1]);
    distance[queue.peek()] = 0;
    ways[queue.peek()] = 1;
    int[] back = new int[height * width];
    while (!queue.isEmpty()) {
      int cell = queue.remove();
      for (int[] step : new int[][] {{0, 1}, {1, 0}, {0, -1}, {-1, 0}}) {
        int r = cell / width + step[0];
        int c = cell % width + step[1];
        if (r < 0 || c < 0 || r >= height || c >= width) {
          continue;
        }
        int next = r * width + c;
        if (next != goal && cells[r][c] != 0) {
          continue;
        }
        if (distance[next] < 0) {
          distance[next] = distance[cell] + 1;
          back[next] = cell;
          queue.add(next);
        }
        if (distance[next] == distance[cell] + 1) {
          ways[next] = Math.min(2, ways[next] + ways[cell]);
        }
      }
    }
    if (distance[goal] < 0 || ways[goal] > 1) {
      return Optional.empty();
    }
    for (int cell = back[goal]; distance[cell] > 0; cell = back[cell]) {
      cells[cell / width][cell % width] = colour;
    }
    return Optional.of(Grid.of(cells));
  }
}
