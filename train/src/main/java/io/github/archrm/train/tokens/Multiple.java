package io.github.archrm.train.tokens;

import io.github.archrm.tasks.Grid;
import io.github.archrm.train.model.Canvas;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * An input whose output is a multiple of it in size: what it has at the place of each cell of the
 * output, enlarged and repeated.
 *
 * @param input as its view shows it
 * @param region has the cells of the viewed output
 * @param symbols planes of the row
 * @param laid the canvas of both
 */
record Multiple(Grid input, Grid region, int[] symbols, Canvas laid) {

  /** The input enlarged to its output's size, as plane indices; -1 elsewhere: [cells]. */
  int[] scaled() {
    Box from = Box.of(input);
    Box to = Box.of(region);
    return where(
        to, (r, c) -> symbol(from, r * from.height() / to.height(), c * from.width() / to.width()));
  }

  /** The input repeated to its output's size, likewise. */
  int[] tiled() {
    Box from = Box.of(input);
    return where(Box.of(region), (r, c) -> symbol(from, r % from.height(), c % from.width()));
  }

  private int[] where(Box to, IntBinaryOperator symbol) {
    int[] planes = new int[laid.cells()];
    for (int i = 0; i < planes.length; i++) {
      planes[i] =
          laid.symbol(region, i) == Grid.OUTSIDE
              ? -1
              : symbol.applyAsInt(i / laid.width() - to.top(), i % laid.width() - to.left());
    }
    return planes;
  }

  private int symbol(Box from, int r, int c) {
    return Arrays.binarySearch(symbols, input.cell(from.top() + r, from.left() + c) + 1);
  }

  /** The rectangle of a viewed grid that is not outside. */
  private record Box(int top, int left, int height, int width) {
    static Box of(Grid grid) {
      int top = 0;
      while (grid.cell(top, grid.width() - 1) == Grid.OUTSIDE) {
        top++;
      }
      int left = 0;
      while (grid.cell(grid.height() - 1, left) == Grid.OUTSIDE) {
        left++;
      }
      return new Box(top, left, grid.height() - top, grid.width() - left);
    }
  }
}
