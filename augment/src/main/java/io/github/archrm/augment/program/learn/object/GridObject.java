package io.github.archrm.augment.program.learn.object;

import io.github.archrm.tasks.Grid;
import java.util.Arrays;

/**
 * Connected cells of a grid.
 *
 * @param grid the whole grid
 * @param cells row × width + column of each cell, ascending
 * @param top the first row
 * @param left the first column
 * @param height rows of the box
 * @param width columns of the box
 * @param colour the commonest colour of the cells, the lowest of several
 */
public record GridObject(
    Grid grid, int[] cells, int top, int left, int height, int width, int colour) {

  static GridObject of(Grid grid, int[] cells) {
    int top = grid.height();
    int left = grid.width();
    int bottom = 0;
    int right = 0;
    int[] counts = new int[128];
    for (int cell : cells) {
      int row = cell / grid.width();
      int column = cell % grid.width();
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
      counts[grid.cell(row, column)]++;
    }
    int colour = 0;
    for (int c = 1; c < counts.length; c++) {
      colour = counts[c] > counts[colour] ? c : colour;
    }
    return new GridObject(grid, cells, top, left, bottom - top + 1, right - left + 1, colour);
  }

  public int size() {
    return cells.length;
  }

  /** The cells' colours in the box, -1 where the box is not the object. */
  public int[][] picture() {
    int[][] picture = new int[height][width];
    for (int[] row : picture) {
      Arrays.fill(row, -1);
    }
    for (int cell : cells) {
      int row = cell / grid.width();
      int column = cell % grid.width();
      picture[row - top][column - left] = grid.cell(row, column);
    }
    return picture;
  }

  /** The grid inside the box, whatever is there. */
  public Grid crop() {
    return Grid.generate(height, width, (r, c) -> grid.cell(top + r, left + c));
  }

  /** The object alone in its box, on a background. */
  public Grid alone(int background) {
    int[][] picture = picture();
    return Grid.generate(height, width, (r, c) -> picture[r][c] < 0 ? background : picture[r][c]);
  }
}
