package io.github.archrm.augment.program.learn.panel;

import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.tasks.Grid;
import java.util.function.ToIntFunction;

/** A number that can be said of a grid. */
public enum GridMeasure {
  FILLED("filled cells", g -> (int) g.cells().filter(c -> c > 0).count()),
  EMPTY("black cells", g -> (int) g.cells().filter(c -> c == 0).count()),
  AREA("area", g -> g.height() * g.width()),
  HEIGHT("height", Grid::height),
  WIDTH("width", Grid::width),
  COLOURS("number of colours", g -> (int) g.cells().filter(c -> c > 0).distinct().count()),
  OBJECTS("number of objects", g -> Segmentation.regions(g, true, true, 0).size()),
  PARTS("number of connected parts", g -> Segmentation.regions(g, false, true, 0).size()),
  REGIONS("number of regions", g -> Segmentation.regions(g, true, false, -1).size()),
  COMMONEST("commonest colour", Segmentation::commonestColour),
  MOST_OF_ONE("cells of its commonest colour", g -> ranked(g, true)),
  LEAST_OF_ONE("cells of its rarest colour", g -> ranked(g, false)),
  MINORITY("cells not of its commonest colour", g -> g.height() * g.width() - ranked(g, true)),
  ACROSS("left-right symmetry", g -> mirror(g, true) ? 1 : 0),
  DOWN("up-down symmetry", g -> mirror(g, false) ? 1 : 0),
  SYMMETRIC("symmetry", g -> mirror(g, true) || mirror(g, false) || diagonal(g) ? 1 : 0),
  FULL("being full", g -> g.cells().allMatch(c -> c > 0) ? 1 : 0),
  SQUARE("being square", g -> g.height() == g.width() ? 1 : 0),
  LOOKS("looks", Grid::hashCode),
  SHAPE(
      "shape",
      g -> Grid.generate(g.height(), g.width(), (r, c) -> g.cell(r, c) == 0 ? 0 : 1).hashCode());

  private final String words;
  private final ToIntFunction<Grid> value;

  GridMeasure(String words, ToIntFunction<Grid> value) {
    this.words = words;
    this.value = value;
  }

  public String words() {
    return words;
  }

  public int of(Grid grid) {
    return value.applyAsInt(grid);
  }

  /** The commonest colour but black, the lowest of several; 0 if there is none. */
  static int filledColour(Grid grid) {
    int[] counts = new int[128];
    grid.cells().filter(c -> c > 0).forEach(c -> counts[c]++);
    int best = 0;
    for (int c = 1; c < counts.length; c++) {
      best = counts[c] > counts[best] ? c : best;
    }
    return best;
  }

  private static int ranked(Grid grid, boolean most) {
    int[] counts = new int[128];
    grid.cells().forEach(c -> counts[Math.max(0, c)]++);
    int best = 0;
    for (int count : counts) {
      if (count > 0 && (best == 0 || (most ? count > best : count < best))) {
        best = count;
      }
    }
    return best;
  }

  private static boolean mirror(Grid g, boolean across) {
    for (int r = 0; r < g.height(); r++) {
      for (int c = 0; c < g.width(); c++) {
        int other = across ? g.cell(r, g.width() - 1 - c) : g.cell(g.height() - 1 - r, c);
        if (g.cell(r, c) != other) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean diagonal(Grid g) {
    int n = g.height();
    if (n != g.width()) {
      return false;
    }
    boolean main = true;
    boolean other = true;
    for (int r = 0; r < n; r++) {
      for (int c = 0; c < n; c++) {
        main &= g.cell(r, c) == g.cell(c, r);
        other &= g.cell(r, c) == g.cell(n - 1 - c, n - 1 - r);
      }
    }
    return main || other;
  }
}
