package io.github.archrm.train.senses;

/**
 * What a cell is told of each symbol beyond its own cell: whether the input has the symbol
 * somewhere above it, below, left, right, and on each of the four diagonals; and the share of its
 * row and its column of the canvas, and of the whole input, that the symbol has.
 *
 * <p>What goes on until something stops it, what faces what, and how much there is of what, are
 * thus seen at any distance, instead of being carried from cell to cell.
 */
public final class Senses {
  private static final int[][] DIRECTIONS = {
    {-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-1, -1}, {-1, 1}, {1, -1}, {1, 1}
  };

  /** Numbers per symbol and cell. */
  public static final int COUNT = DIRECTIONS.length + 3;

  private Senses() {}

  /**
   * Writes those of one row into [planes, cells, stride], all 0 before.
   *
   * @param inputs [height · width] plane of each cell, or below 0
   * @param into at an offset
   * @param stride numbers per symbol and cell, {@link #COUNT} or more
   */
  public static void write(
      int[] inputs, int planes, int height, int width, float[] into, int offset, int stride) {
    int cells = inputs.length;
    int[] inRow = new int[planes * height];
    int[] inColumn = new int[planes * width];
    int[] inAll = new int[planes];
    int all = 0;
    for (int i = 0; i < cells; i++) {
      if (inputs[i] >= 0) {
        inRow[inputs[i] * height + i / width]++;
        inColumn[inputs[i] * width + i % width]++;
        inAll[inputs[i]]++;
        all++;
      }
    }
    for (int p = 0; p < planes; p++) {
      int plane = offset + p * cells * stride;
      for (int d = 0; d < DIRECTIONS.length; d++) {
        int down = DIRECTIONS[d][0];
        int across = DIRECTIONS[d][1];
        for (int k = 0; k < cells; k++) {
          int i = down > 0 || down == 0 && across > 0 ? cells - 1 - k : k;
          int r = i / width + down;
          int c = i % width + across;
          if (r >= 0 && r < height && c >= 0 && c < width) {
            int next = r * width + c;
            boolean there = inputs[next] == p || into[plane + next * stride + d] != 0;
            into[plane + i * stride + d] = there ? 1 : 0;
          }
        }
      }
      for (int i = 0; i < cells; i++) {
        int at = plane + i * stride + DIRECTIONS.length;
        into[at] = (float) inRow[p * height + i / width] / width;
        into[at + 1] = (float) inColumn[p * width + i % width] / height;
        into[at + 2] = (float) inAll[p] / Math.max(1, all);
      }
    }
  }
}
