package io.github.archrm.augment.program.primitive;

import java.util.Arrays;

/** Insides, outsides and edges of what is coloured, and colours that spread. */
final class Filling {
  private Filling() {}

  /** Everything in the commonest colour but the black that reaches the edge of the box. */
  static PlacedGrid filled(PlacedGrid grid) {
    byte[] out = new byte[grid.cells.length];
    Arrays.fill(out, (byte) grid.majority());
    int[] stack = new int[out.length];
    int top = 0;
    for (int i = 0; i < out.length; i++) {
      if (grid.cells[i] == 0 && onEdge(grid, i) && out[i] != 0) {
        out[i] = 0;
        stack[top++] = i;
      }
    }
    while (top > 0) {
      int at = stack[--top];
      int c = at % grid.width;
      if (c > 0 && grid.cells[at - 1] == 0 && out[at - 1] != 0) {
        out[at - 1] = 0;
        stack[top++] = at - 1;
      }
      if (c + 1 < grid.width && grid.cells[at + 1] == 0 && out[at + 1] != 0) {
        out[at + 1] = 0;
        stack[top++] = at + 1;
      }
      int up = at - grid.width;
      if (up >= 0 && grid.cells[up] == 0 && out[up] != 0) {
        out[up] = 0;
        stack[top++] = up;
      }
      int down = at + grid.width;
      if (down < out.length && grid.cells[down] == 0 && out[down] != 0) {
        out[down] = 0;
        stack[top++] = down;
      }
    }
    return grid.with(out);
  }

  private static boolean onEdge(PlacedGrid grid, int cell) {
    int r = cell / grid.width;
    int c = cell % grid.width;
    return r == 0 || c == 0 || r == grid.height - 1 || c == grid.width - 1;
  }

  /** Only what {@link #filled} adds. */
  static PlacedGrid holes(PlacedGrid grid) {
    byte[] out = filled(grid).cells;
    for (int i = 0; i < out.length; i++) {
      if (grid.cells[i] != 0) {
        out[i] = 0;
      }
    }
    return grid.with(out);
  }

  /** The coloured cells that lie on the edge of the box or touch, also by a corner, the outside. */
  static PlacedGrid outerLayer(PlacedGrid grid) {
    return grid.with(layer(grid, true));
  }

  /** The coloured cells that are not in the outer layer. */
  static PlacedGrid innerPart(PlacedGrid grid) {
    return grid.with(layer(grid, false));
  }

  private static byte[] layer(PlacedGrid grid, boolean outer) {
    boolean[] reached = new boolean[grid.cells.length];
    int[] stack = new int[reached.length];
    int top = 0;
    for (int i = 0; i < reached.length; i++) {
      if (onEdge(grid, i)) {
        reached[i] = true;
        if (grid.cells[i] == 0) {
          stack[top++] = i;
        }
      }
    }
    while (top > 0) {
      int at = stack[--top];
      int row = at / grid.width;
      int column = at % grid.width;
      for (int r = Math.max(0, row - 1); r <= Math.min(grid.height - 1, row + 1); r++) {
        for (int c = Math.max(0, column - 1); c <= Math.min(grid.width - 1, column + 1); c++) {
          int next = r * grid.width + c;
          if (!reached[next]) {
            reached[next] = true;
            if (grid.cells[next] == 0) {
              stack[top++] = next;
            }
          }
        }
      }
    }
    byte[] out = new byte[reached.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = reached[i] == outer ? grid.cells[i] : 0;
    }
    return out;
  }

  /** Black cells within the box that touch a coloured one, also by a corner; in colour 1. */
  static PlacedGrid halo(PlacedGrid grid) {
    byte[] out = new byte[grid.cells.length];
    for (int row = 0, i = 0; row < grid.height; row++) {
      for (int column = 0; column < grid.width; column++, i++) {
        if (grid.cells[i] == 0) {
          continue;
        }
        for (int r = Math.max(0, row - 1); r <= Math.min(grid.height - 1, row + 1); r++) {
          for (int c = Math.max(0, column - 1); c <= Math.min(grid.width - 1, column + 1); c++) {
            if (grid.cells[r * grid.width + c] == 0) {
              out[r * grid.width + c] = 1;
            }
          }
        }
      }
    }
    return grid.with(out);
  }

  /**
   * Colours grow into the black around them, step by step, first come, first served.
   *
   * @param still a colour that does not grow, -1 for none
   */
  static PlacedGrid spread(PlacedGrid grid, int still) {
    byte[] out = grid.cells.clone();
    int[] queue = new int[out.length];
    int tail = 0;
    for (int i = 0; i < out.length; i++) {
      if (out[i] != 0 && out[i] != still) {
        queue[tail++] = i;
      }
    }
    for (int head = 0; head < tail; head++) {
      int at = queue[head];
      int c = at % grid.width;
      int[] near = {
        at + grid.width < out.length ? at + grid.width : -1,
        at - grid.width,
        c + 1 < grid.width ? at + 1 : -1,
        c > 0 ? at - 1 : -1
      };
      for (int next : near) {
        if (next >= 0 && out[next] == 0) {
          out[next] = out[at];
          queue[tail++] = next;
        }
      }
    }
    return grid.with(out);
  }

  /** Black cells that touch a coloured one by an edge, or those that touch one only by a corner. */
  static PlacedGrid near(PlacedGrid grid, boolean corners) {
    byte[] out = new byte[grid.cells.length];
    for (int i = 0; i < out.length; i++) {
      int r = i / grid.width;
      int c = i % grid.width;
      if (grid.cells[i] != 0) {
        continue;
      }
      int edge =
          firstOf(
              grid.colourAt(r - 1, c), grid.colourAt(r + 1, c),
              grid.colourAt(r, c - 1), grid.colourAt(r, c + 1));
      int corner =
          firstOf(
              grid.colourAt(r - 1, c - 1), grid.colourAt(r - 1, c + 1),
              grid.colourAt(r + 1, c - 1), grid.colourAt(r + 1, c + 1));
      out[i] = (byte) (!corners ? edge : edge == 0 ? corner : 0);
    }
    return grid.with(out);
  }

  private static int firstOf(int a, int b, int c, int d) {
    return a != 0 ? a : b != 0 ? b : c != 0 ? c : d;
  }

  /** Only the largest rectangle of black cells, in colour 1; the first of several. */
  static PlacedGrid largestBlackRectangle(PlacedGrid grid) {
    int[] above = new int[grid.width];
    int bestArea = 0;
    int bestRow = 0;
    int bestColumn = 0;
    int bestWidth = 0;
    int bestHeight = 0;
    for (int r = 0; r < grid.height; r++) {
      for (int c = 0; c < grid.width; c++) {
        above[c] = grid.cells[r * grid.width + c] == 0 ? above[c] + 1 : 0;
      }
      for (int c = 0; c < grid.width; c++) {
        int height = above[c];
        for (int k = c; k >= 0 && above[k] > 0; k--) {
          height = Math.min(height, above[k]);
          if (height * (c - k + 1) > bestArea) {
            bestArea = height * (c - k + 1);
            bestRow = r - height + 1;
            bestColumn = k;
            bestWidth = c - k + 1;
            bestHeight = height;
          }
        }
      }
    }
    byte[] out = new byte[grid.cells.length];
    for (int r = bestRow; r < bestRow + bestHeight; r++) {
      for (int c = bestColumn; c < bestColumn + bestWidth; c++) {
        out[r * grid.width + c] = 1;
      }
    }
    return grid.with(out);
  }

  /** Each cell takes the commonest colour, black included, of itself and its neighbours. */
  static PlacedGrid smooth(PlacedGrid grid) {
    byte[] out = grid.cells.clone();
    int[] times = new int[PlacedGrid.COLOURS];
    for (int i = 0; i < out.length; i++) {
      int row = i / grid.width;
      int column = i % grid.width;
      Arrays.fill(times, 0);
      for (int r = Math.max(0, row - 1); r <= Math.min(grid.height - 1, row + 1); r++) {
        for (int c = Math.max(0, column - 1); c <= Math.min(grid.width - 1, column + 1); c++) {
          times[grid.cells[r * grid.width + c]]++;
        }
      }
      int best = grid.cells[i];
      for (int c = 0; c < times.length; c++) {
        best = times[c] > times[best] ? c : best;
      }
      out[i] = (byte) best;
    }
    return grid.with(out);
  }
}
