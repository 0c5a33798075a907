package io.github.archrm.augment.program.learn.cell;

import io.github.archrm.augment.program.learn.cell.CellFeatures.Feature;
import io.github.archrm.augment.program.learn.object.GridObject;
import io.github.archrm.augment.program.learn.object.Measure;
import io.github.archrm.augment.program.learn.object.Scene;
import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.tasks.Grid;
import java.util.Arrays;
import java.util.List;

/** What is said of the objects that a cell is near to, in line with, or seen from. */
final class NearFeatures {
  private static final int MOST_OBJECTS = 60;

  private NearFeatures() {}

  static void add(List<Feature> all) {
    all.add(new Feature("the colour in whose box it is", 1, CellScene::colourBoxes));
    all.add(
        new Feature(
            "whether it is in a colour's box",
            1,
            s -> Arrays.stream(s.colourBoxes()).map(v -> v < 0 ? 0 : 1).toArray()));
    for (Measure measure :
        List.of(Measure.SIZE, Measure.SINGLE, Measure.LARGEST, Measure.FULL, Measure.HAS_HOLE)) {
      all.add(
          new Feature("of the nearest object " + measure.words(), 1.4, s -> nearest(s, measure)));
    }
    all.add(
        new Feature(
            "steps through the background from a rare colour", 1.6, CellScene::stepsFromRare));
    all.add(
        new Feature(
            "whether the way from a rare colour has even length",
            1.2,
            s -> Arrays.stream(s.stepsFromRare()).map(v -> v < 0 ? -1 : v % 2).toArray()));
    all.add(
        new Feature(
            "whether there is a way from a rare colour",
            1.1,
            s -> Arrays.stream(s.stepsFromRare()).map(v -> v < 0 ? 0 : 1).toArray()));
    all.add(new Feature("whether an object's middle is in its row", 1.2, s -> middles(s, true)));
    all.add(
        new Feature("whether an object's middle is in its column", 1.2, s -> middles(s, false)));
    all.add(new Feature("whether it is the middle of an object", 1.1, NearFeatures::middle));
    all.add(new Feature("whether the largest object surrounds it", 1, NearFeatures::surrounded));
    for (int d = 0; d < 8; d++) {
      int direction = d;
      all.add(
          new Feature(
              "the pattern around what is seen " + CellScene.NAMES[d],
              1.5,
              s -> patternSeen(s, direction)));
    }
  }

  /** The one, two or four cells in the middle of the box of an object of more than one cell. */
  private static int[] middle(CellScene s) {
    int[] values = new int[s.cells.length];
    Scene scene = s.scene(Segmentation.ALL.get(0));
    for (int i = 0; i < Math.min(MOST_OBJECTS, scene.count()); i++) {
      GridObject o = scene.object(i);
      for (int r = (o.height() - 1) / 2; r <= o.height() / 2 && o.size() > 1; r++) {
        for (int c = (o.width() - 1) / 2; c <= o.width() / 2; c++) {
          values[(o.top() + r) * s.width + o.left() + c] = 1;
        }
      }
    }
    return values;
  }

  /** Cells that are cut off from the edge by the largest object alone; 2 is the object itself. */
  private static int[] surrounded(CellScene s) {
    int[] values = new int[s.cells.length];
    Scene scene = s.scene(Segmentation.ALL.get(0));
    int largest = -1;
    for (int i = 0; i < scene.count(); i++) {
      largest = largest < 0 || scene.object(i).size() > scene.object(largest).size() ? i : largest;
    }
    if (largest < 0) {
      return values;
    }
    int[] owner = scene.owner();
    int wall = largest;
    Grid mask = Grid.generate(s.height, s.width, (r, c) -> owner[r * s.width + c] == wall ? 1 : 0);
    for (GridObject region : Segmentation.regions(mask, true, false, 1)) {
      boolean edge =
          region.top() == 0
              || region.left() == 0
              || region.top() + region.height() == s.height
              || region.left() + region.width() == s.width;
      for (int cell : region.cells()) {
        values[cell] = edge ? 0 : 1;
      }
    }
    for (int cell : scene.object(wall).cells()) {
      values[cell] = 2;
    }
    return values;
  }

  private static int[] nearest(CellScene s, Measure measure) {
    Scene scene = s.scene(Segmentation.ALL.get(0));
    int[] nearest = s.nearestObject();
    int[] values = measure.all(scene);
    return Arrays.stream(nearest).map(o -> o < 0 ? -9 : values[o]).toArray();
  }

  private static int[] middles(CellScene s, boolean rows) {
    int[] marked = new int[rows ? s.height : s.width];
    Scene scene = s.scene(Segmentation.ALL.get(2));
    for (int i = 0; i < Math.min(MOST_OBJECTS, scene.count()); i++) {
      GridObject o = scene.object(i);
      int from = rows ? 2 * o.top() + o.height() - 1 : 2 * o.left() + o.width() - 1;
      if (o.size() > 1) {
        marked[from / 2] = 1;
        marked[(from + 1) / 2] = 1;
      }
    }
    return s.each((r, c) -> marked[rows ? r : c]);
  }

  /** Which sides of the cell that is seen are filled, -1 where none is seen. */
  private static int[] patternSeen(CellScene s, int direction) {
    int[] step = CellScene.STEPS[direction];
    return s.each(
        (r, c) -> {
          int row = r + step[0];
          int column = c + step[1];
          while (s.at(row, column) == s.background) {
            row += step[0];
            column += step[1];
          }
          if (s.at(row, column) < 0) {
            return -1;
          }
          int pattern = 0;
          for (int d = 0; d < 4; d++) {
            int[] side = CellScene.STEPS[d];
            pattern = pattern * 2 + (s.filled(row + side[0], column + side[1]) ? 1 : 0);
          }
          return pattern;
        });
  }
}
