package io.github.archrm.augment.program.learn;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Rules with inputs drawn at random, each of which one learner is to recover from examples. */
final class MadeUpRules {
  /**
   * A rule.
   *
   * @param learner the name of the learner that is to find it
   * @param input draws an input
   * @param rule makes the output
   * @param turns whether it must be found in every turned and mirrored copy of the examples too
   */
  record Case(
      String name,
      String learner,
      Function<Random, Grid> input,
      UnaryOperator<Grid> rule,
      boolean turns) {
    @Override
    public String toString() {
      return learner + ": " + name;
    }
  }

  static final List<Case> ALL =
      List.of(
          new Case(
              "swap two colours", "cell table", r -> noise(r, 6, 7, 4), MadeUpRules::swap, true),
          new Case("fill boxes", "cell table", r -> boxes(r, false), g -> fill(g, 4), true),
          new Case(
              "colour all but the commonest",
              "cell table with colours by their count",
              MadeUpRules::twoColours,
              MadeUpRules::commonestOnly,
              true),
          new Case(
              "fill boxes on any background",
              "cell table with the commonest colour as background",
              r -> exchanged(boxes(r, false), 5 + r.nextInt(5)),
              g -> exchanged(fill(exchanged(g, g.cell(0, 0)), 4), g.cell(0, 0)),
              true),
          new Case(
              "insides of blocks",
              "each object's cell table",
              r -> boxes(r, true),
              g -> inside(g),
              true),
          new Case("crop the largest", "pick", r -> boxes(r, true), MadeUpRules::largest, true),
          new Case("both halves", "layer table", MadeUpRules::halves, MadeUpRules::both, true),
          new Case(
              "self product", "layer table", r -> noise(r, 3, 3, 2), MadeUpRules::product, true),
          new Case("repair a period", "repair", MadeUpRules::damaged, MadeUpRules::periodic, true),
          new Case(
              "three times as wide", "continue", r -> periodic(damaged(r)), g -> grown(g), false),
          new Case(
              "three times as wide to the left",
              "continue seen mirrored left to right",
              r -> Dihedral.FLIP_LEFT_RIGHT.apply(periodic(damaged(r))),
              g -> Dihedral.FLIP_LEFT_RIGHT.apply(grown(Dihedral.FLIP_LEFT_RIGHT.apply(g))),
              false),
          new Case(
              "three times as wide to the left",
              "continue seen mirrored left to right",
              r -> Dihedral.FLIP_LEFT_RIGHT.apply(periodic(damaged(r))),
              g -> Dihedral.FLIP_LEFT_RIGHT.apply(grown(Dihedral.FLIP_LEFT_RIGHT.apply(g))),
              false),
          new Case(
              "kaleidoscope", "turned tiles", r -> noise(r, 3, 4, 5), MadeUpRules::mirrored, true),
          new Case("the tile", "tile", r -> grown(noise(r, 3, 3, 5)), g -> corner(g, 3), true),
          new Case("fall", "object table", r -> boxes(r, true), MadeUpRules::fallen, true),
          new Case(
              "panels' colours", "panel summary", MadeUpRules::panels, MadeUpRules::summary, true),
          new Case(
              "fill the fullest panel",
              "panel paint",
              MadeUpRules::panels,
              MadeUpRules::fullest,
              true),
          new Case("rings", "stamp", r -> dots(r, 12), g -> rings(g), true),
          new Case("count", "counts", r -> dots(r, 8), MadeUpRules::count, false),
          new Case(
              "colours by count", "colour list", MadeUpRules::twoColours, g -> ordered(g), false),
          new Case("a bent path", "path", MadeUpRules::ends, MadeUpRules::path, true),
          new Case("the same drawing", "template", MadeUpRules::parts, MadeUpRules::whole, true),
          new Case(
              "below 1 and above 2",
              "two cell tables",
              r -> noise(r, 7, 7, 3),
              g -> twice(g),
              true));

  private MadeUpRules() {}

  private static Grid noise(Random random, int height, int width, int colours) {
    return Grid.generate(height, width, (r, c) -> random.nextInt(colours));
  }

  private static Grid swap(Grid grid) {
    return each(
        grid, (r, c) -> grid.cell(r, c) == 1 ? 2 : grid.cell(r, c) == 2 ? 1 : grid.cell(r, c));
  }

  private static Grid each(Grid grid, Grid.CellFunction cell) {
    return Grid.generate(grid.height(), grid.width(), cell);
  }

  private static Grid exchanged(Grid grid, int colour) {
    return each(
        grid,
        (r, c) -> grid.cell(r, c) == 0 ? colour : grid.cell(r, c) == colour ? 0 : grid.cell(r, c));
  }

  /** Two rectangles of different sizes in the two halves of a grid. */
  private static Grid boxes(Random random, boolean full) {
    int[][] cells = new int[8][14];
    int small = 3 + random.nextInt(2);
    box(cells, 1 + random.nextInt(2), 1, small, full);
    box(cells, 1, 7 + random.nextInt(2), small + 1, full);
    return Grid.of(cells);
  }

  private static void box(int[][] cells, int top, int left, int side, boolean full) {
    for (int r = 0; r < side; r++) {
      for (int c = 0; c < side; c++) {
        boolean edge = r == 0 || c == 0 || r == side - 1 || c == side - 1;
        cells[top + r][left + c] = full || edge ? 3 : 0;
      }
    }
  }

  private static Grid fill(Grid grid, int colour) {
    return each(
        grid, (r, c) -> grid.cell(r, c) == 0 && between(grid, r, c) ? colour : grid.cell(r, c));
  }

  private static boolean between(Grid grid, int row, int column) {
    boolean left = false;
    boolean up = false;
    for (int c = 0; c < column; c++) {
      left |= grid.cell(row, c) == 3;
    }
    for (int r = 0; r < row; r++) {
      up |= grid.cell(r, column) == 3;
    }
    return left && up && columnHas(grid, row, column) && rowHas(grid, row, column);
  }

  private static boolean rowHas(Grid grid, int row, int from) {
    for (int c = from; c < grid.width(); c++) {
      if (grid.cell(row, c) == 3) {
        return true;
      }
    }
    return false;
  }

  private static boolean columnHas(Grid grid, int from, int column) {
    for (int r = from; r < grid.height(); r++) {
      if (grid.cell(r, column) == 3) {
        return true;
      }
    }
    return false;
  }

  private static Grid inside(Grid grid) {
    return each(
        grid,
        (r, c) ->
            grid.cell(r, c) == 3
                    && grid.cell(r - 1, c) == 3
                    && grid.cell(r + 1, c) == 3
                    && grid.cell(r, c - 1) == 3
                    && grid.cell(r, c + 1) == 3
                ? 5
                : grid.cell(r, c));
  }

  private static Grid largest(Grid grid) {
    int side =
        (int) grid.cells().skip(grid.width()).limit(grid.width()).filter(c -> c == 3).count();
    int side2 = side > 5 ? (side + 1) / 2 : side;
    return Grid.generate(side2, side2, (r, c) -> 3);
  }

  private static Grid twoColours(Random random) {
    int[] colours = {1 + random.nextInt(4), 5 + random.nextInt(4)};
    int most = random.nextInt(2);
    int[][] cells = new int[7][7];
    for (int i = 0; i < 9 + random.nextInt(3); i++) {
      cells[i * 2 % 7][i * 3 / 7 % 7] = colours[most];
    }
    for (int i = 0; i < 3; i++) {
      cells[6][2 * i] = colours[1 - most];
    }
    return Grid.of(cells);
  }

  private static int most(Grid grid) {
    int[] counts = new int[10];
    grid.cells().filter(c -> c > 0).forEach(c -> counts[c]++);
    int best = 0;
    for (int c = 1; c < 10; c++) {
      best = counts[c] > counts[best] ? c : best;
    }
    return best;
  }

  private static Grid commonestOnly(Grid grid) {
    int most = most(grid);
    return each(grid, (r, c) -> grid.cell(r, c) == most ? most : 0);
  }

  private static Grid ordered(Grid grid) {
    int most = most(grid);
    int other = grid.cells().filter(c -> c > 0 && c != most).findFirst().orElse(0);
    return Grid.of(new int[][] {{most, other}});
  }

  private static Grid halves(Random random) {
    return Grid.generate(4, 9, (r, c) -> c == 4 ? 5 : random.nextInt(2) * (c < 4 ? 1 : 2));
  }

  private static Grid both(Grid grid) {
    return Grid.generate(4, 4, (r, c) -> grid.cell(r, c) == 1 && grid.cell(r, c + 5) == 2 ? 3 : 0);
  }

  private static Grid product(Grid grid) {
    return Grid.generate(9, 9, (r, c) -> grid.cell(r / 3, c / 3) * grid.cell(r % 3, c % 3));
  }

  /** A tile of three colours over and over, with a square of 9 over a part of it. */
  private static Grid damaged(Random random) {
    Grid tile = noise(random, 3, 3, 3);
    int top = 2 + random.nextInt(4);
    int left = 2 + random.nextInt(4);
    return Grid.generate(
        9,
        9,
        (r, c) ->
            r >= top && r < top + 3 && c >= left && c < left + 3
                ? 9
                : r == c && r == 0 ? 1 + tile.cell(0, 0) : 1 + tile.cell(r % 3, c % 3));
  }

  private static Grid periodic(Grid grid) {
    return each(
        grid,
        (r, c) -> {
          for (int i = r % 3; i < 9; i += 3) {
            for (int j = c % 3; j < 9; j += 3) {
              if (grid.cell(i, j) != 9) {
                return grid.cell(i, j);
              }
            }
          }
          throw new IllegalStateException("all copies are damaged");
        });
  }

  private static Grid grown(Grid grid) {
    return Grid.generate(grid.height(), 3 * grid.width(), (r, c) -> grid.cell(r, c % grid.width()));
  }

  private static Grid corner(Grid grid, int side) {
    return Grid.generate(side, side, grid::cell);
  }

  private static Grid mirrored(Grid g) {
    int h = g.height();
    int w = g.width();
    return Grid.generate(
        2 * h, 2 * w, (r, c) -> g.cell(r < h ? r : 2 * h - 1 - r, c < w ? c : 2 * w - 1 - c));
  }

  private static Grid fallen(Grid grid) {
    int[][] cells = new int[grid.height()][grid.width()];
    for (int c = 0; c < grid.width(); c++) {
      int next = grid.height() - 1;
      for (int r = grid.height() - 1; r >= 0; r--) {
        if (grid.cell(r, c) > 0) {
          cells[next--][c] = grid.cell(r, c);
        }
      }
    }
    return Grid.of(cells);
  }

  /**
   * Three by three panels of 3 × 3, each with cells of one colour; one has more than all others.
   */
  private static Grid panels(Random random) {
    int fullest = random.nextInt(9);
    int[] colours = random.ints(9, 1, 5).toArray();
    int[] counts = random.ints(9, 1, 4).toArray();
    return Grid.generate(
        11,
        11,
        (r, c) -> {
          if (r % 4 == 3 || c % 4 == 3) {
            return 5;
          }
          int panel = r / 4 * 3 + c / 4;
          int place = (r % 4 * 3 + c % 4) * 7 % 9;
          return place < (panel == fullest ? 5 : counts[panel]) ? colours[panel] : 0;
        });
  }

  private static int panelColour(Grid grid, int down, int across) {
    int colour = 0;
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        colour = Math.max(colour, grid.cell(4 * down + r, 4 * across + c));
      }
    }
    return colour;
  }

  private static Grid summary(Grid grid) {
    return Grid.generate(3, 3, (r, c) -> panelColour(grid, r, c));
  }

  private static Grid fullest(Grid grid) {
    return each(
        grid,
        (r, c) -> {
          int filled = 0;
          for (int i = 0; i < 9 && r % 4 < 3 && c % 4 < 3; i++) {
            filled += grid.cell(r / 4 * 4 + i / 3, c / 4 * 4 + i % 3) > 0 ? 1 : 0;
          }
          return filled == 5 ? panelColour(grid, r / 4, c / 4) : grid.cell(r, c);
        });
  }

  /** Single cells of colours 1 and 2, far from each other. */
  private static Grid dots(Random random, int side) {
    int[][] cells = new int[side][side];
    for (int r = 1; r < side; r += 4) {
      for (int c = 1; c < side; c += 4) {
        cells[r][c] = random.nextInt(3);
      }
    }
    cells[1][1] = 1;
    cells[5][5] = 2;
    return Grid.of(cells);
  }

  private static Grid rings(Grid grid) {
    return each(
        grid,
        (r, c) -> {
          for (int i = 0; i < 9; i++) {
            int row = r + i / 3 - 1;
            int column = c + i % 3 - 1;
            if (i != 4
                && row >= 0
                && column >= 0
                && row < grid.height()
                && column < grid.width()
                && grid.cell(row, column) > 0) {
              return grid.cell(row, column) + 5;
            }
          }
          return grid.cell(r, c);
        });
  }

  private static Grid count(Grid grid) {
    long count = grid.cells().filter(c -> c > 0).count();
    return Grid.generate(3, 3, (r, c) -> 3 * r + c < count ? 7 : 0);
  }

  private static Grid ends(Random random) {
    int[][] cells = new int[9][9];
    cells[random.nextInt(4)][random.nextInt(4)] = 1;
    cells[5 + random.nextInt(4)][5 + random.nextInt(4)] = 2;
    return Grid.of(cells);
  }

  private static Grid path(Grid grid) {
    int from = grid.cells().boxed().toList().indexOf(1);
    int to = grid.cells().boxed().toList().indexOf(2);
    int[][] cells = grid.toRows();
    for (int r = from / 9 + 1; r <= to / 9; r++) {
      cells[r][from % 9] = 4;
    }
    for (int c = from % 9; c < to % 9; c++) {
      cells[to / 9][c] = 4;
    }
    return Grid.of(cells);
  }

  private static final int[][] DRAWING = {{1, 2, 0}, {3, 3, 1}, {0, 2, 2}};

  /** A drawing, and elsewhere its two cells of colour 3 alone. */
  private static Grid parts(Random random) {
    int[][] cells = new int[12][12];
    draw(cells, 1 + random.nextInt(2), 1 + random.nextInt(8), false);
    draw(cells, 7 + random.nextInt(2), random.nextInt(9), true);
    return Grid.of(cells);
  }

  private static void draw(int[][] cells, int top, int left, boolean part) {
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        cells[top + r][left + c] = !part || DRAWING[r][c] == 3 ? DRAWING[r][c] : 0;
      }
    }
  }

  private static Grid whole(Grid grid) {
    int[][] cells = grid.toRows();
    for (int r = 6; r < 12; r++) {
      for (int c = 0; c < 11; c++) {
        if (grid.cell(r, c) == 3 && grid.cell(r, c + 1) == 3) {
          draw(cells, r - 1, c, false);
          return Grid.of(cells);
        }
      }
    }
    throw new IllegalStateException("no part");
  }

  private static Grid twice(Grid grid) {
    List<int[]> drawn = new ArrayList<>();
    for (int r = 0; r < 7; r++) {
      for (int c = 0; c < 7; c++) {
        if (grid.cell(r, c) == 0 && r > 0 && grid.cell(r - 1, c) == 1) {
          drawn.add(new int[] {r, c, 4});
        } else if (grid.cell(r, c) == 0 && r < 6 && grid.cell(r + 1, c) == 2) {
          drawn.add(new int[] {r, c, 6});
        }
      }
    }
    int[][] cells = grid.toRows();
    drawn.forEach(d -> cells[d[0]][d[1]] = d[2]);
    return Grid.of(cells);
  }
}
