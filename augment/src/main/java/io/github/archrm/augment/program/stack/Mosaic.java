package io.github.archrm.augment.program.stack;

import io.github.archrm.augment.program.primitive.PlacedGrid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Fills the black cells of a grid from its own pattern: squares of three by three without black, in
 * all eight orientations, the commonest first, are laid where they agree with what is there.
 */
final class Mosaic {
  private static final int SIDE = 3;
  private static final int AREA = SIDE * SIDE;

  /** A square of cells and how often it occurs. */
  private record Patch(String cells, int times) {}

  /** A place in the grid and how many of its cells were known when it was queued. */
  private record Window(int row, int column, int known) {}

  private final int width;
  private final int height;
  private final byte[] cells;
  private final boolean[] known;

  private Mosaic(PlacedGrid grid) {
    width = grid.width();
    height = grid.height();
    cells = new byte[width * height];
    grid.copyTo(cells, 0);
    known = new boolean[cells.length];
    for (int i = 0; i < cells.length; i++) {
      known[i] = cells[i] != 0;
    }
  }

  /** The cells without any black, null if the pattern does not tell them. */
  static byte[] complete(PlacedGrid grid) {
    if (grid.width() < SIDE || grid.height() < SIDE) {
      return null;
    }
    Mosaic mosaic = new Mosaic(grid);
    return mosaic.fill(mosaic.patches()) ? mosaic.cells : null;
  }

  private List<Patch> patches() {
    Map<String, Integer> times = new HashMap<>();
    char[] patch = new char[AREA];
    for (int turn = 0; turn < 8; turn++) {
      for (int r = 0; r + SIDE <= height; r++) {
        for (int c = 0; c + SIDE <= width; c++) {
          boolean whole = true;
          for (int i = 0; i < AREA && whole; i++) {
            int y = i / SIDE;
            int x = i % SIDE;
            int a = (turn & 1) == 0 ? y : SIDE - 1 - y;
            int b = (turn & 2) == 0 ? x : SIDE - 1 - x;
            byte cell =
                cells[(r + ((turn & 4) == 0 ? a : b)) * width + c + ((turn & 4) == 0 ? b : a)];
            patch[i] = (char) cell;
            whole = cell != 0;
          }
          if (whole) {
            times.merge(new String(patch), 1, Integer::sum);
          }
        }
      }
    }
    List<Patch> patches = new ArrayList<>();
    times.forEach((cellsOf, count) -> patches.add(new Patch(cellsOf, count)));
    patches.sort(Comparator.comparingInt(Patch::times).thenComparing(Patch::cells).reversed());
    return patches;
  }

  private boolean fill(List<Patch> patches) {
    int[] knownOf = new int[cells.length];
    PriorityQueue<Window> queue =
        new PriorityQueue<>(
            Comparator.comparingInt(Window::known)
                .thenComparingInt(Window::column)
                .thenComparingInt(Window::row)
                .reversed());
    for (int r = 0; r + SIDE <= height; r++) {
      for (int c = 0; c + SIDE <= width; c++) {
        knownOf[r * width + c] = -1;
        queue(queue, knownOf, r, c);
      }
    }
    while (!queue.isEmpty()) {
      Window window = queue.poll();
      if (window.known != knownOf[window.row * width + window.column]) {
        continue;
      }
      Patch patch = fitting(patches, window);
      if (patch == null) {
        return false;
      }
      for (int i = 0; i < AREA; i++) {
        int at = (window.row + i / SIDE) * width + window.column + i % SIDE;
        cells[at] = (byte) patch.cells.charAt(i);
        known[at] = true;
      }
      for (int r = Math.max(0, window.row - SIDE + 1);
          r < Math.min(window.row + SIDE, height - SIDE + 1);
          r++) {
        for (int c = Math.max(0, window.column - SIDE + 1);
            c < Math.min(window.column + SIDE, width - SIDE + 1);
            c++) {
          queue(queue, knownOf, r, c);
        }
      }
    }
    return true;
  }

  private Patch fitting(List<Patch> patches, Window window) {
    for (Patch patch : patches) {
      boolean fits = true;
      for (int i = 0; i < AREA && fits; i++) {
        int at = (window.row + i / SIDE) * width + window.column + i % SIDE;
        fits = !known[at] || cells[at] == patch.cells.charAt(i);
      }
      if (fits) {
        return patch;
      }
    }
    return null;
  }

  private void queue(PriorityQueue<Window> queue, int[] knownOf, int row, int column) {
    int count = 0;
    for (int i = 0; i < AREA; i++) {
      count += known[(row + i / SIDE) * width + column + i % SIDE] ? 1 : 0;
    }
    if (count != knownOf[row * width + column]) {
      knownOf[row * width + column] = count;
      queue.add(new Window(row, column, count));
    }
  }
}
