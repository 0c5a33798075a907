package io.github.archrm.augment.program.primitive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Connected groups of cells. */
final class Components {
  private Components() {}

  /** Whether two neighbours belong together, by their colours. */
  @FunctionalInterface
  interface Bond {
    boolean joins(int colour, int neighbour);
  }

  static final Bond SAME = (a, b) -> a == b;
  static final Bond COLOURED = (a, b) -> b != 0;

  /** How many groups of coloured cells there are, diagonal neighbours joined. */
  static int count(PlacedGrid grid) {
    if (grid.count() == 0) {
      return 0;
    }
    byte[] left = grid.cells.clone();
    int[] stack = new int[left.length];
    int groups = 0;
    for (int start = 0; start < left.length; start++) {
      if (left[start] == 0) {
        continue;
      }
      groups++;
      int top = 0;
      stack[top++] = start;
      left[start] = 0;
      while (top > 0) {
        int at = stack[--top];
        int row = at / grid.width;
        int column = at % grid.width;
        for (int r = Math.max(0, row - 1); r <= Math.min(grid.height - 1, row + 1); r++) {
          for (int c = Math.max(0, column - 1); c <= Math.min(grid.width - 1, column + 1); c++) {
            int next = r * grid.width + c;
            if (left[next] != 0) {
              left[next] = 0;
              stack[top++] = next;
            }
          }
        }
      }
    }
    return groups;
  }

  /**
   * Numbers the groups from 1 in reading order of their first cells.
   *
   * @param member which cells belong to any group
   * @return [cell] the group's number, 0 for none
   */
  static int[] label(PlacedGrid grid, boolean[] member, Bond bond, boolean diagonal) {
    int[] labels = new int[grid.cells.length];
    int[] stack = new int[labels.length];
    int number = 0;
    for (int start = 0; start < labels.length; start++) {
      if (labels[start] != 0 || !member[start]) {
        continue;
      }
      number++;
      int top = 0;
      stack[top++] = start;
      labels[start] = number;
      while (top > 0) {
        int at = stack[--top];
        int row = at / grid.width;
        int column = at % grid.width;
        for (int dr = -1; dr <= 1; dr++) {
          for (int dc = -1; dc <= 1; dc++) {
            int r = row + dr;
            int c = column + dc;
            if ((!diagonal && dr != 0 && dc != 0)
                || r < 0
                || c < 0
                || r >= grid.height
                || c >= grid.width) {
              continue;
            }
            int next = r * grid.width + c;
            if (labels[next] == 0 && member[next] && bond.joins(grid.cells[at], grid.cells[next])) {
              labels[next] = number;
              stack[top++] = next;
            }
          }
        }
      }
    }
    return labels;
  }

  /** The groups as grids, each cropped to its cells; other cells in its box are black. */
  static List<PlacedGrid> parts(PlacedGrid grid, int[] labels) {
    int groups = Arrays.stream(labels).max().orElse(0);
    int[] top = new int[groups + 1];
    int[] left = new int[groups + 1];
    int[] bottom = new int[groups + 1];
    int[] right = new int[groups + 1];
    Arrays.fill(top, Integer.MAX_VALUE);
    Arrays.fill(left, Integer.MAX_VALUE);
    Arrays.fill(bottom, -1);
    Arrays.fill(right, -1);
    for (int i = 0; i < labels.length; i++) {
      int label = labels[i];
      int r = i / grid.width;
      int c = i % grid.width;
      top[label] = Math.min(top[label], r);
      bottom[label] = Math.max(bottom[label], r);
      left[label] = Math.min(left[label], c);
      right[label] = Math.max(right[label], c);
    }
    List<PlacedGrid> parts = new ArrayList<>(groups);
    for (int label = 1; label <= groups; label++) {
      int width = right[label] - left[label] + 1;
      int height = bottom[label] - top[label] + 1;
      byte[] cells = new byte[width * height];
      for (int r = 0; r < height; r++) {
        for (int c = 0; c < width; c++) {
          int from = (top[label] + r) * grid.width + left[label] + c;
          if (labels[from] == label) {
            cells[r * width + c] = grid.cells[from];
          }
        }
      }
      parts.add(new PlacedGrid(grid.x + left[label], grid.y + top[label], width, height, cells));
    }
    return parts;
  }

  /** Which cells are coloured. */
  static boolean[] coloured(PlacedGrid grid) {
    boolean[] coloured = new boolean[grid.cells.length];
    for (int i = 0; i < coloured.length; i++) {
      coloured[i] = grid.cells[i] != 0;
    }
    return coloured;
  }
}
