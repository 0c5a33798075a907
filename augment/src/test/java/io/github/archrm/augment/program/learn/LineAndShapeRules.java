package io.github.archrm.augment.program.learn;

import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Made-up rules of lines that turn, shapes that are copied or changed, and legends. */
final class LineAndShapeRules {
  static final List<MadeUpRules.Case> ALL =
      List.of(
          new MadeUpRules.Case(
              "turn right at a wall", "walk", LineAndShapeRules::wall, g -> walked(g), true),
          new MadeUpRules.Case(
              "thrown back from the edge",
              "walk",
              LineAndShapeRules::thrower,
              g -> thrown(g),
              true),
          new MadeUpRules.Case(
              "copy to each dot", "copying", LineAndShapeRules::dots, g -> crosses(g), true),
          new MadeUpRules.Case(
              "copy into each frame", "copying", LineAndShapeRules::frames, g -> framed(g), true),
          new MadeUpRules.Case(
              "recolour by a legend", "legend", LineAndShapeRules::keyed, g -> recoloured(g), true),
          new MadeUpRules.Case(
              "fill what is hollow and hollow what is full",
              "object table",
              LineAndShapeRules::squares,
              g -> exchanged(g),
              true),
          new MadeUpRules.Case(
              "fullest panel last",
              "panel order",
              LineAndShapeRules::panels,
              g -> panels(List.of(0, 1, 2, 3)),
              false),
          new MadeUpRules.Case(
              "to the middle between walls",
              "object table",
              LineAndShapeRules::between,
              g -> centred(g),
              true));

  private LineAndShapeRules() {}

  private static Grid wall(Random random) {
    int[][] cells = new int[9][9];
    int column = 1 + random.nextInt(6);
    cells[8][column] = 1;
    cells[1 + random.nextInt(5)][column] = 2;
    return Grid.of(cells);
  }

  private static Grid walked(Grid grid) {
    int[][] cells = grid.toRows();
    for (int c = 0; c < 9; c++) {
      for (int r = 7; cells[8][c] == 1; r--) {
        if (grid.cell(r, c) == 2) {
          for (int right = c + 1; right < 9; right++) {
            cells[r + 1][right] = 1;
          }
          return Grid.of(cells);
        }
        cells[r][c] = 1;
      }
    }
    throw new IllegalStateException("no wall");
  }

  private static Grid thrower(Random random) {
    int[][] cells = new int[12][4 + random.nextInt(3)];
    cells[0][random.nextInt(cells[0].length - 1)] = 6;
    return Grid.of(cells);
  }

  private static Grid thrown(Grid grid) {
    int[][] cells = grid.toRows();
    int c = 0;
    while (cells[0][c] != 6) {
      c++;
    }
    int across = 1;
    for (int r = 1; r < 12; r++) {
      across = c + across < 0 || c + across >= cells[0].length ? -across : across;
      c += across;
      cells[r][c] = 6;
    }
    return Grid.of(cells);
  }

  private static Grid dots(Random random) {
    int[][] cells = new int[12][12];
    cross(cells, 1 + random.nextInt(2), 1 + random.nextInt(9), 4);
    cells[6 + random.nextInt(4)][2 + random.nextInt(2)] = 4;
    cells[6 + random.nextInt(4)][8 + random.nextInt(2)] = 4;
    return Grid.of(cells);
  }

  private static void cross(int[][] cells, int row, int column, int colour) {
    for (int[] step : new int[][] {{0, 0}, {0, 1}, {1, 0}, {0, -1}, {-1, 0}}) {
      cells[row + step[0]][column + step[1]] = colour;
    }
  }

  private static Grid crosses(Grid grid) {
    int[][] cells = grid.toRows();
    for (int r = 5; r < 11; r++) {
      for (int c = 1; c < 11; c++) {
        if (grid.cell(r, c) == 4) {
          cross(cells, r, c, 4);
        }
      }
    }
    return Grid.of(cells);
  }

  private static Grid frames(Random random) {
    int[][] cells = new int[14][14];
    cross(cells, 1 + random.nextInt(2), 1 + random.nextInt(11), 4);
    int colour = 1 + random.nextInt(2);
    square(cells, 5 + random.nextInt(3), 1 + random.nextInt(2), 5, colour, false);
    square(cells, 5 + random.nextInt(3), 8, 5, colour, false);
    return Grid.of(cells);
  }

  private static Grid framed(Grid grid) {
    int[][] cells = grid.toRows();
    for (int r = 5; r < 8; r++) {
      for (int c = 1; c < 10; c++) {
        boolean corner =
            grid.cell(r, c) > 0
                && grid.cell(r, c - 1) == 0
                && grid.cell(r, c + 1) > 0
                && grid.cell(r, c) == grid.cell(r, c + 4)
                && grid.cell(r, c) == grid.cell(r + 4, c)
                && grid.cell(r + 2, c + 2) == 0;
        if (corner) {
          cross(cells, r + 2, c + 2, 4);
        }
      }
    }
    return Grid.of(cells);
  }

  private static void square(int[][] cells, int top, int left, int side, int colour, boolean full) {
    for (int r = 0; r < side; r++) {
      for (int c = 0; c < side; c++) {
        boolean edge = r == 0 || c == 0 || r == side - 1 || c == side - 1;
        cells[top + r][left + c] = full || edge ? colour : 0;
      }
    }
  }

  private static Grid keyed(Random random) {
    int[][] cells = new int[9][9];
    int one = 1 + random.nextInt(4);
    int two = 5 + random.nextInt(4);
    cells[0][0] = one;
    cells[0][1] = two;
    square(cells, 3, random.nextInt(2), 3, one, false);
    square(cells, 3 + random.nextInt(2), 5, 4, one, true);
    return Grid.of(cells);
  }

  private static Grid recoloured(Grid grid) {
    return Grid.generate(
        9, 9, (r, c) -> r > 0 && grid.cell(r, c) > 0 ? grid.cell(0, 1) : grid.cell(r, c));
  }

  private static Grid squares(Random random) {
    int[][] cells = new int[8][16];
    boolean full = random.nextBoolean();
    square(cells, 1 + random.nextInt(2), 1, 3 + random.nextInt(2), 3, full);
    square(cells, 1 + random.nextInt(2), 6, 3 + random.nextInt(2), 3, !full);
    square(cells, 1 + random.nextInt(2), 11, 5, 3, random.nextBoolean());
    return Grid.of(cells);
  }

  private static Grid exchanged(Grid grid) {
    int[][] cells = grid.toRows();
    for (int r = 1; r < 7; r++) {
      for (int c = 1; c < 15; c++) {
        cells[r][c] = isInside(grid, r, c) ? 3 - grid.cell(r, c) : grid.cell(r, c);
      }
    }
    return Grid.of(cells);
  }

  /** Whether the edge of a square lies above, below and at both sides. */
  private static boolean isInside(Grid grid, int r, int c) {
    if (grid.cell(r, c) == 3) {
      return grid.cell(r - 1, c) == 3
          && grid.cell(r + 1, c) == 3
          && grid.cell(r, c - 1) == 3
          && grid.cell(r, c + 1) == 3;
    }
    boolean above = false;
    boolean below = false;
    boolean left = false;
    boolean right = false;
    for (int i = 1; i < 4; i++) {
      above |= r >= i && grid.cell(r - i, c) == 3;
      below |= r + i < 8 && grid.cell(r + i, c) == 3;
      left |= c >= i && grid.cell(r, c - i) == 3;
      right |= c + i < 16 && grid.cell(r, c + i) == 3;
    }
    return above && below && left && right;
  }

  /** Four panels of four cells with none to three of them filled. */
  private static Grid panels(Random random) {
    List<Integer> counts = new ArrayList<>(List.of(0, 1, 2, 3));
    Collections.shuffle(counts, random);
    return panels(counts);
  }

  private static Grid panels(List<Integer> counts) {
    return Grid.generate(
        2, 11, (r, c) -> c % 3 == 2 ? 5 : 2 * r + c % 3 < counts.get(c / 3) ? 3 : 0);
  }

  private static Grid between(Random random) {
    int[][] cells = new int[9][9];
    int right = 4 + 2 * random.nextInt(3);
    for (int r = 0; r < 9; r++) {
      cells[r][0] = 2;
      cells[r][right] = 2;
    }
    cells[1 + random.nextInt(7)][1 + random.nextInt(right / 2 - 1)] = 5;
    return Grid.of(cells);
  }

  private static Grid centred(Grid grid) {
    int right = 8;
    while (grid.cell(0, right) != 2) {
      right--;
    }
    int wall = right;
    return Grid.generate(
        9,
        9,
        (r, c) -> {
          boolean has = false;
          for (int i = 1; i < wall; i++) {
            has |= grid.cell(r, i) == 5;
          }
          return has && c == wall / 2 ? 5 : c > 0 && c < wall ? 0 : grid.cell(r, c);
        });
  }
}
