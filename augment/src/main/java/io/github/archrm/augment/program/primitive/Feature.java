package io.github.archrm.augment.program.primitive;

import java.util.List;

/** Numbers by which the colours of a grid are told apart. */
public final class Feature {
  /** How many there are. */
  public static final int COUNT = 24;

  private static final List<String> WORDS =
      List.of(
          "commonest",
          "rarest",
          "most scattered",
          "least scattered",
          "most enclosing",
          "least enclosing",
          "upper left",
          "leftmost",
          "lower left",
          "topmost",
          "lowest",
          "upper right",
          "rightmost",
          "lower right");

  private Feature() {}

  /**
   * @return [colour][feature], null for a colour that does not occur; all positive, larger is more
   *     outstanding
   */
  public static double[][] ofColours(PlacedGrid grid) {
    double[][] features = new double[PlacedGrid.COLOURS][];
    for (int c = 1; c < features.length; c++) {
      if ((grid.colours() >> c & 1) != 0) {
        features[c] = of(Colours.keep(grid, c), c);
      }
    }
    return features;
  }

  /** Says of a colour that it stands out by a property; nothing of its own number. */
  public static String words(int feature) {
    int reach = COUNT - 8;
    return feature < WORDS.size() - 8
        ? WORDS.get(feature)
        : feature < reach ? "" : WORDS.get(feature - reach + WORDS.size() - 8);
  }

  private static double[] of(PlacedGrid shape, int colour) {
    double[] features = new double[COUNT];
    int next = 0;
    int[] counts = {shape.count(), Components.count(shape), Filling.holes(shape).count()};
    for (int count : counts) {
      features[next++] = count;
      features[next++] = 1 / (count + 1e-3);
    }
    for (int c = 0; c < PlacedGrid.COLOURS; c++) {
      features[next++] = c == colour ? 3 : 2;
    }
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        if (dx != 0 || dy != 0) {
          features[next++] = 1000 + reach(shape, dx, dy);
        }
      }
    }
    return features;
  }

  /** How far from the middle the shape goes one way, in half cells times two or three. */
  private static int reach(PlacedGrid shape, int dx, int dy) {
    int weight = dx != 0 && dy != 0 ? 2 : 3;
    int most = -50;
    for (int i = 0; i < shape.cells.length; i++) {
      if (shape.cells[i] != 0) {
        int x = 2 * (i % shape.width) - (shape.width - 1);
        int y = 2 * (i / shape.width) - (shape.height - 1);
        most = Math.max(most, weight * (x * dx + y * dy));
      }
    }
    return most;
  }
}
