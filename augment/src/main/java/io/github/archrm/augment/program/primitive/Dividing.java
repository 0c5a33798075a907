package io.github.archrm.augment.program.primitive;

import java.util.ArrayList;
import java.util.List;

/** Ways to cut a grid into a list of parts. */
final class Dividing {
  private Dividing() {}

  /**
   * Cuts along the separating colour: what is left, in groups of any colours whose cells touch,
   * also by corners.
   */
  static List<PlacedGrid> cut(PlacedGrid grid) {
    int separator = separator(grid);
    boolean[] member = new boolean[grid.cells.length];
    for (int i = 0; i < member.length; i++) {
      member[i] = grid.cells[i] != separator;
    }
    return Components.parts(grid, Components.label(grid, member, (a, b) -> true, true));
  }

  /**
   * The colour that reaches two opposite edges and leaves at least two groups, none of which is
   * enclosed by cells that do not hang together with the edge. Of several, the one whose smallest
   * group is largest; of none, the commonest.
   */
  private static int separator(PlacedGrid grid) {
    int[] histogram = grid.histogram();
    int best = 0;
    for (int c = 1; c < histogram.length; c++) {
      if (histogram[c] > histogram[best]) {
        best = c;
      }
    }
    int bestScore = -1;
    for (int c = 0; c < histogram.length; c++) {
      int score = histogram[c] > 0 ? smallestGroup(grid, c) : -1;
      if (score > bestScore) {
        bestScore = score;
        best = c;
      }
    }
    return best;
  }

  /** How many cells the smallest group has that a colour separates, -1 if it separates none. */
  private static int smallestGroup(PlacedGrid grid, int colour) {
    int w = grid.width;
    int h = grid.height;
    boolean top = false;
    boolean bottom = false;
    boolean left = false;
    boolean right = false;
    boolean[] done = new boolean[w * h];
    int[] stack = new int[w * h];
    for (int i = 0; i < done.length; i++) {
      int r = i / w;
      int c = i % w;
      if (grid.cells[i] != colour) {
        continue;
      }
      top |= r == 0;
      bottom |= r == h - 1;
      left |= c == 0;
      right |= c == w - 1;
    }
    if (!(top && bottom || left && right)) {
      return -1;
    }
    for (int i = 0; i < done.length; i++) {
      int r = i / w;
      int c = i % w;
      boolean edge = r == 0 || c == 0 || r == h - 1 || c == w - 1;
      if (edge && grid.cells[i] == colour && !done[i]) {
        flood(grid, i, done, stack, colour, true);
      }
    }
    int smallest = Integer.MAX_VALUE;
    int groups = 0;
    for (int i = 0; i < done.length; i++) {
      if (!done[i] && grid.cells[i] != colour) {
        int size = flood(grid, i, done, stack, colour, false);
        if (size < 0) {
          return -1;
        }
        groups++;
        smallest = Math.min(smallest, size);
      }
    }
    return groups >= 2 ? smallest : -1;
  }

  /**
   * Marks a group with its diagonal neighbours.
   *
   * @param own whether the group is of the colour, or of all others
   * @return its size; negative if no cell beside a group of others is marked already
   */
  private static int flood(
      PlacedGrid grid, int start, boolean[] done, int[] stack, int colour, boolean own) {
    int w = grid.width;
    boolean open = own;
    int size = 0;
    int top = 0;
    stack[top++] = start;
    done[start] = true;
    while (top > 0) {
      int at = stack[--top];
      size++;
      int row = at / w;
      int column = at % w;
      for (int r = Math.max(0, row - 1); r <= Math.min(grid.height - 1, row + 1); r++) {
        for (int c = Math.max(0, column - 1); c <= Math.min(w - 1, column + 1); c++) {
          int next = r * w + c;
          if (grid.cells[next] == colour != own) {
            open |= done[next];
          } else if (!done[next]) {
            done[next] = true;
            stack[top++] = next;
          }
        }
      }
    }
    return open ? size : -1;
  }

  /** One grid of the whole size for each colour but black. */
  static List<PlacedGrid> byColour(PlacedGrid grid) {
    List<PlacedGrid> parts = new ArrayList<>();
    for (int c = 1; c < PlacedGrid.COLOURS; c++) {
      if ((grid.colours() >> c & 1) != 0) {
        parts.add(Colours.keep(grid, c));
      }
    }
    return parts;
  }

  /** Groups of coloured cells. */
  static List<PlacedGrid> objects(PlacedGrid grid, boolean oneColour, boolean diagonal) {
    return Components.parts(
        grid,
        Components.label(
            grid,
            Components.coloured(grid),
            oneColour ? Components.SAME : Components.COLOURED,
            diagonal));
  }

  static List<PlacedGrid> rows(PlacedGrid grid) {
    List<PlacedGrid> parts = new ArrayList<>();
    for (int r = 0; r < grid.height; r++) {
      parts.add(grid.part(r, 0, grid.width, 1));
    }
    return parts;
  }

  static List<PlacedGrid> columns(PlacedGrid grid) {
    List<PlacedGrid> parts = new ArrayList<>();
    for (int c = 0; c < grid.width; c++) {
      parts.add(grid.part(0, c, 1, grid.height));
    }
    return parts;
  }

  /** What lies within four corner marks of one colour, each three cells of a square of four. */
  static List<PlacedGrid> withinCornerMarks(PlacedGrid grid) {
    List<PlacedGrid> parts = new ArrayList<>();
    for (int r = 0; r + 1 < grid.height; r++) {
      for (int c = 0; c + 1 < grid.width; c++) {
        int colour = grid.cell(r, c);
        if (colour == 0 || !mark(grid, r, c, 3, colour)) {
          continue;
        }
        for (int h = 1; r + h + 1 < grid.height; h++) {
          if (!mark(grid, r + h, c, 1, colour)) {
            continue;
          }
          for (int w = 1; c + w + 1 < grid.width; w++) {
            if (mark(grid, r, c + w, 2, colour) && mark(grid, r + h, c + w, 0, colour)) {
              parts.add(grid.part(r + 1, c + 1, w, h));
            }
          }
        }
      }
    }
    return parts;
  }

  /** Whether all of a square of four but one is of the colour. */
  private static boolean mark(PlacedGrid grid, int row, int column, int open, int colour) {
    for (int d = 0; d < 4; d++) {
      if ((d != open) != (grid.cell(row + d / 2, column + d % 2) == colour)) {
        return false;
      }
    }
    return true;
  }
}
