package io.github.archrm.train.tokens;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.train.model.Canvas;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The part of a demonstration that a row shows, after its view: what lies beyond is not there, but
 * the border of the window is no border of the grid.
 */
public record Window(int top, int left, int height, int width) {

  /** All that two grids of an example fill. */
  static Window whole(Example seen) {
    return new Window(
        0,
        0,
        Math.max(seen.input().height(), seen.output().height()),
        Math.max(seen.input().width(), seen.output().width()));
  }

  /**
   * A random part of two grids of one size that shows a cell in which they differ, if there is one.
   *
   * @param side longest side of the part
   */
  static Window random(Example seen, int side, RandomGenerator random) {
    Grid input = seen.input();
    List<int[]> differing = new ArrayList<>();
    for (int r = 0; r < input.height(); r++) {
      for (int c = 0; c < input.width(); c++) {
        if (input.cell(r, c) != seen.output().cell(r, c)) {
          differing.add(new int[] {r, c});
        }
      }
    }
    int[] shown =
        differing.isEmpty()
            ? new int[] {random.nextInt(input.height()), random.nextInt(input.width())}
            : differing.get(random.nextInt(differing.size()));
    int height = Math.min(side, input.height());
    int width = Math.min(side, input.width());
    return new Window(
        from(shown[0], height, input.height(), random),
        from(shown[1], width, input.width(), random),
        height,
        width);
  }

  /** Where a part of a line may begin that shows one of its cells. */
  private static int from(int cell, int length, int all, RandomGenerator random) {
    int first = Math.max(0, cell - length + 1);
    int last = Math.min(cell, all - length);
    return random.nextInt(first, last + 1);
  }

  /** This part of a grid; it may reach beyond. */
  Grid of(Grid grid) {
    return Grid.generate(
        height,
        width,
        (r, c) ->
            top + r < grid.height() && left + c < grid.width()
                ? grid.cell(top + r, left + c)
                : Grid.OUTSIDE);
  }

  /**
   * What a cell of a canvas shows of a grid: 0 for outside and for what lies beyond the window, 1 +
   * colour otherwise.
   */
  int symbol(Grid grid, Canvas laid, int cell) {
    int r = cell / laid.width();
    int c = cell % laid.width();
    return r < height && c < width && isInside(grid, top + r, left + c)
        ? grid.cell(top + r, left + c) + 1
        : 0;
  }

  /** Whether a viewed grid has something at a place, which may lie beyond it. */
  static boolean isInside(Grid grid, int r, int c) {
    return r >= 0
        && c >= 0
        && r < grid.height()
        && c < grid.width()
        && grid.cell(r, c) != Grid.OUTSIDE;
  }
}
