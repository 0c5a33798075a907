package io.github.archrm.augment.program.learn.object;

import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What counts as an object.
 *
 * @param oneColour whether cells of different colours are different objects
 * @param diagonal whether cells that meet at a corner are connected
 * @param commonest whether the background is the commonest colour; black otherwise
 * @param whole whether all cells of a colour are one object, wherever they are
 */
public record Segmentation(boolean oneColour, boolean diagonal, boolean commonest, boolean whole) {
  /** From the most to the least usual. */
  public static final List<Segmentation> ALL =
      List.of(
          new Segmentation(true, true, false),
          new Segmentation(true, false, false),
          new Segmentation(false, true, false),
          new Segmentation(false, false, false),
          new Segmentation(true, true, true),
          new Segmentation(true, false, true),
          new Segmentation(false, true, true));

  /** All cells of a colour as one object. */
  public static final Segmentation COLOURS = new Segmentation(true, true, false, true);

  private Segmentation(boolean oneColour, boolean diagonal, boolean commonest) {
    this(oneColour, diagonal, commonest, false);
  }

  /** The colour that belongs to no object. */
  public int background(Grid grid) {
    return commonest ? commonestColour(grid) : 0;
  }

  /** The commonest colour of a grid, the lowest of several. */
  public static int commonestColour(Grid grid) {
    int[] counts = new int[128];
    for (int r = 0; r < grid.height(); r++) {
      for (int c = 0; c < grid.width(); c++) {
        counts[Math.max(0, grid.cell(r, c))]++;
      }
    }
    int best = 0;
    for (int c = 1; c < counts.length; c++) {
      best = counts[c] > counts[best] ? c : best;
    }
    return best;
  }

  /** The objects in reading order of their first cells; colours in theirs. */
  public List<GridObject> of(Grid grid) {
    if (whole) {
      return colours(grid);
    }
    int background = background(grid);
    return regions(grid, oneColour, diagonal, background);
  }

  /** All cells of a colour as one object, a colour other than black each, lowest first. */
  private static List<GridObject> colours(Grid grid) {
    List<GridObject> objects = new ArrayList<>();
    int[] cells = grid.cells().toArray();
    for (int colour = 1; colour < 10; colour++) {
      int wanted = colour;
      int[] its = IntStream.range(0, cells.length).filter(i -> cells[i] == wanted).toArray();
      if (its.length > 0) {
        objects.add(GridObject.of(grid, its));
      }
    }
    return objects;
  }

  /**
   * Connected regions in reading order.
   *
   * @param background the colour that belongs to none, or -1 for all colours
   */
  public static List<GridObject> regions(
      Grid grid, boolean oneColour, boolean diagonal, int background) {
    int height = grid.height();
    int width = grid.width();
    boolean[] seen = new boolean[height * width];
    int[] queue = new int[height * width];
    List<GridObject> objects = new ArrayList<>();
    for (int start = 0; start < seen.length; start++) {
      int colour = grid.cell(start / width, start % width);
      if (seen[start] || colour == background || colour < 0) {
        continue;
      }
      int end = 0;
      queue[end++] = start;
      seen[start] = true;
      for (int next = 0; next < end; next++) {
        int row = queue[next] / width;
        int column = queue[next] % width;
        for (int dr = -1; dr <= 1; dr++) {
          for (int dc = -1; dc <= 1; dc++) {
            int r = row + dr;
            int c = column + dc;
            if ((!diagonal && dr != 0 && dc != 0) || r < 0 || c < 0 || r >= height || c >= width) {
              continue;
            }
            int other = grid.cell(r, c);
            if (!seen[r * width + c]
                && other >= 0
                && (oneColour ? other == colour : other != background)) {
              seen[r * width + c] = true;
              queue[end++] = r * width + c;
            }
          }
        }
      }
      int[] cells = Arrays.copyOf(queue, end);
      Arrays.sort(cells);
      objects.add(GridObject.of(grid, cells));
    }
    return objects;
  }

  @Override
  public String toString() {
    if (whole) {
      return "colours taken as a whole";
    }
    return (oneColour ? "one-coloured " : "")
        + "objects"
        + (diagonal ? "" : " (not joined at corners)")
        + (commonest ? " on the commonest colour" : "");
  }
}
