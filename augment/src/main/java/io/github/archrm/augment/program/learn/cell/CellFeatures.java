package io.github.archrm.augment.program.learn.cell;

import io.github.archrm.augment.program.learn.object.GridObject;
import io.github.archrm.augment.program.learn.object.Measure;
import io.github.archrm.augment.program.learn.object.Scene;
import io.github.archrm.augment.program.learn.object.Segmentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Everything that can be said of a cell. The first is its colour. */
final class CellFeatures {
  /** Objects of a grid, beyond which nothing is said of them. */
  private static final int MOST_OBJECTS = 120;

  /**
   * A number for each cell.
   *
   * @param words what it says
   * @param cost how unusual it is
   * @param values per cell
   */
  record Feature(String words, double cost, Function<CellScene, int[]> values) {}

  static final List<Feature> ALL = all();

  private CellFeatures() {}

  private static List<Feature> all() {
    List<Feature> all = new ArrayList<>();
    all.add(new Feature("colour", 0.4, s -> s.cells));
    all.add(new Feature("whether it is background", 0.4, s -> flag(s, (r, c) -> s.filled(r, c))));
    places(all);
    neighbours(all);
    SightFeatures.add(all);
    LineFeatures.add(all);
    NearFeatures.add(all);
    boxes(all);
    whole(all);
    objects(all);
    return List.copyOf(all);
  }

  interface Test {
    boolean at(int row, int column);
  }

  static int[] flag(CellScene s, Test test) {
    return s.each((r, c) -> test.at(r, c) ? 1 : 0);
  }

  private static void places(List<Feature> all) {
    for (int p = 2; p <= 4; p++) {
      int n = p;
      double cost = (p == 4 ? 0.9 : 0.6) + 0.2 * p;
      all.add(new Feature("row mod " + n, cost, s -> s.each((r, c) -> r % n)));
      all.add(new Feature("column mod " + n, cost, s -> s.each((r, c) -> c % n)));
      all.add(
          new Feature(
              "row from below mod " + n,
              cost + 0.3,
              s -> s.each((r, c) -> (s.height - 1 - r) % n)));
      all.add(
          new Feature(
              "column from the right mod " + n,
              cost + 0.3,
              s -> s.each((r, c) -> (s.width - 1 - c) % n)));
      all.add(new Feature("diagonal mod " + n, cost, s -> s.each((r, c) -> (r + c) % n)));
      all.add(
          new Feature(
              "other diagonal mod " + n,
              cost + 0.1,
              s -> s.each((r, c) -> Math.floorMod(r - c, n))));
    }
    all.add(new Feature("row", 3.5, s -> s.each((r, c) -> r)));
    all.add(new Feature("column", 3.5, s -> s.each((r, c) -> c)));
    all.add(new Feature("row from below", 3.6, s -> s.each((r, c) -> s.height - 1 - r)));
    all.add(new Feature("column from the right", 3.6, s -> s.each((r, c) -> s.width - 1 - c)));
    all.add(new Feature("distance from the edge", 1.4, s -> s.each((r, c) -> edge(s, r, c))));
    all.add(
        new Feature("whether it is on the edge", 1, s -> flag(s, (r, c) -> edge(s, r, c) == 0)));
    all.add(new Feature("ring mod 2", 1.4, s -> s.each((r, c) -> edge(s, r, c) % 2)));
    all.add(new Feature("whether it is on the diagonal", 1.8, s -> flag(s, (r, c) -> r == c)));
    all.add(
        new Feature(
            "whether it is on the other diagonal",
            1.1,
            s -> flag(s, (r, c) -> r + c == s.width - 1)));
    all.add(
        new Feature(
            "whether it is a corner",
            1.1,
            s -> flag(s, (r, c) -> (r == 0 || r == s.height - 1) && (c == 0 || c == s.width - 1))));
  }

  private static int edge(CellScene s, int r, int c) {
    return Math.min(Math.min(r, c), Math.min(s.height - 1 - r, s.width - 1 - c));
  }

  private static int count(CellScene s, int r, int c, int directions, boolean same) {
    int count = 0;
    for (int d = 0; d < directions; d++) {
      int row = r + CellScene.STEPS[d][0];
      int column = c + CellScene.STEPS[d][1];
      count += (same ? s.at(row, column) == s.at(r, c) : s.filled(row, column)) ? 1 : 0;
    }
    return count;
  }

  private static int around(CellScene s, int r, int c, int directions, boolean colours) {
    int hash = 7;
    for (int d = 0; d < directions; d++) {
      int row = r + CellScene.STEPS[d][0];
      int column = c + CellScene.STEPS[d][1];
      hash =
          hash * 31
              + (colours
                  ? s.at(row, column) + 1
                  : s.at(row, column) < 0 ? 2 : s.filled(row, column) ? 1 : 0);
    }
    return hash;
  }

  private static void neighbours(List<Feature> all) {
    for (int n : new int[] {4, 8}) {
      String which = n == 4 ? " of four neighbours" : " of eight neighbours";
      all.add(
          new Feature("filled count" + which, 1, s -> s.each((r, c) -> count(s, r, c, n, false))));
      all.add(
          new Feature(
              "whether any" + which + " is filled",
              1,
              s -> flag(s, (r, c) -> count(s, r, c, n, false) > 0)));
      all.add(
          new Feature(
              "count of its own colour" + which,
              1.1,
              s -> s.each((r, c) -> count(s, r, c, n, true))));
      all.add(
          new Feature(
              "whether it is alone" + which,
              1,
              s -> flag(s, (r, c) -> count(s, r, c, n, true) == 0)));
      all.add(
          new Feature(
              "colours" + which, 1.6 + n / 8.0, s -> s.each((r, c) -> around(s, r, c, n, true))));
      all.add(
          new Feature(
              "pattern" + which, 1.4 + n / 8.0, s -> s.each((r, c) -> around(s, r, c, n, false))));
    }
    for (int d = 0; d < 8; d++) {
      int[] step = CellScene.STEPS[d];
      all.add(
          new Feature(
              "colour just " + CellScene.NAMES[d],
              1.1,
              s -> s.each((r, c) -> s.at(r + step[0], c + step[1]))));
    }
    all.add(
        new Feature(
            "whether it belongs to a full 2x2 square",
            1.1,
            s -> flag(s, (r, c) -> inSquare(s, r, c))));
  }

  private static boolean inSquare(CellScene s, int r, int c) {
    int colour = s.at(r, c);
    for (int dr = -1; dr <= 1; dr += 2) {
      for (int dc = -1; dc <= 1; dc += 2) {
        if (s.at(r + dr, c) == colour
            && s.at(r, c + dc) == colour
            && s.at(r + dr, c + dc) == colour) {
          return true;
        }
      }
    }
    return false;
  }

  private static void boxes(List<Feature> all) {
    for (int index : new int[] {0, 2}) {
      Segmentation segmentation = Segmentation.ALL.get(index);
      String words = segmentation.toString();
      all.add(
          new Feature(
              "whether it is in the box of " + words, 1.1, s -> inBox(s, segmentation, true)));
      all.add(
          new Feature("its depth in the box of " + words, 1, s -> inBox(s, segmentation, false)));
    }
  }

  private static int[] inBox(CellScene s, Segmentation segmentation, boolean only) {
    int[] values = new int[s.cells.length];
    Scene scene = s.scene(segmentation);
    for (int i = 0; i < Math.min(MOST_OBJECTS, scene.count()); i++) {
      GridObject o = scene.object(i);
      for (int r = 0; r < o.height(); r++) {
        for (int c = 0; c < o.width(); c++) {
          int depth = 1 + Math.min(Math.min(r, c), Math.min(o.height() - 1 - r, o.width() - 1 - c));
          int cell = (o.top() + r) * s.width + o.left() + c;
          values[cell] = Math.max(values[cell], only ? 1 : depth);
        }
      }
    }
    return values;
  }

  private static void whole(List<Feature> all) {
    all.add(
        new Feature(
            "the grid's commonest colour",
            1,
            s -> all(s, s.byCount().length == 0 ? -1 : s.byCount()[0])));
    all.add(new Feature("the grid's number of colours", 1.1, s -> all(s, s.byCount().length)));
    all.add(
        new Feature(
            "the grid's set of colours", 1.3, s -> all(s, LineFeatures.colourSet(s.cells))));
    all.add(
        new Feature(
            "the number of filled cells",
            1.4,
            s -> all(s, (int) Arrays.stream(s.cells).filter(v -> v != s.background).count())));
    all.add(
        new Feature(
            "the number of objects", 1.3, s -> all(s, s.scene(Segmentation.ALL.get(0)).count())));
    all.add(
        new Feature(
            "rank of its colour by count",
            1.2,
            s ->
                s.each(
                    (r, c) -> {
                      for (int i = 0; i < s.byCount().length; i++) {
                        if (s.byCount()[i] == s.at(r, c)) {
                          return i;
                        }
                      }
                      return -1;
                    })));
  }

  private static int[] all(CellScene s, int value) {
    int[] values = new int[s.cells.length];
    Arrays.fill(values, value);
    return values;
  }

  private static void objects(List<Feature> all) {
    for (Measure measure : Measure.values()) {
      if (measure != Measure.COLOUR && measure != Measure.SINGLE) {
        for (int k = 0; k < 3; k++) {
          int index = k;
          Segmentation segmentation = Segmentation.ALL.get(k);
          all.add(
              new Feature(
                  measure.words() + " (" + segmentation + ")",
                  measure.cost() + 0.1 * k,
                  s -> lifted(s, s.scene(segmentation), measure)));
        }
        all.add(
            new Feature(
                measure.words() + " (regions)",
                measure.cost() + 0.1,
                s -> lifted(s, s.regions(), measure)));
      }
    }
  }

  private static int[] lifted(CellScene s, Scene scene, Measure measure) {
    if (scene.count() > MOST_OBJECTS) {
      return all(s, -2);
    }
    int[] perObject = measure.all(scene);
    int[] owner = scene.owner();
    int[] values = new int[s.cells.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = owner[i] < 0 ? -3 : perObject[owner[i]];
    }
    return values;
  }
}
