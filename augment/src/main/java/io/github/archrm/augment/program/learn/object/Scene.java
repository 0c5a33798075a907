package io.github.archrm.augment.program.learn.object;

import io.github.archrm.tasks.Grid;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The objects of one grid under one segmentation, with what measures share, computed once. */
public final class Scene {
  private final Grid grid;
  private final List<GridObject> objects;
  private final int background;
  private final Map<Function<Scene, int[]>, int[]> shared = new HashMap<>();
  private final Map<Function<Scene, int[]>, int[]> distinct = new HashMap<>();
  private final Map<Function<Scene, int[]>, Map<Integer, Integer>> counts = new HashMap<>();
  private int[] owner;
  private int[] holes;
  private int[] free;

  public Scene(Grid grid, Segmentation segmentation) {
    this(grid, segmentation.of(grid), segmentation.background(grid));
  }

  /** Regions of one colour joined at sides, those of the background too. */
  public static Scene ofRegions(Grid grid) {
    return new Scene(grid, Segmentation.regions(grid, true, false, -1), -1);
  }

  /** All cells of a colour as one object, a colour other than black each, lowest first. */
  public static Scene ofColours(Grid grid) {
    return new Scene(grid, Segmentation.COLOURS);
  }

  private Scene(Grid grid, List<GridObject> objects, int background) {
    this.grid = grid;
    this.objects = objects;
    this.background = background;
  }

  public Grid grid() {
    return grid;
  }

  public int background() {
    return background;
  }

  public int count() {
    return objects.size();
  }

  List<GridObject> objects() {
    return objects;
  }

  public GridObject object(int index) {
    return objects.get(index);
  }

  /** The object of each cell, row by row, -1 for none. */
  public int[] owner() {
    if (owner == null) {
      owner = new int[grid.height() * grid.width()];
      Arrays.fill(owner, -1);
      for (int i = 0; i < objects.size(); i++) {
        for (int cell : objects.get(i).cells()) {
          owner[cell] = i;
        }
      }
    }
    return owner;
  }

  private interface Each {
    int of(GridObject object);
  }

  private int[] each(Each each) {
    int[] values = new int[objects.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = each.of(objects.get(i));
    }
    return values;
  }

  int[] sizes() {
    return each(GridObject::size);
  }

  int[] heights() {
    return each(GridObject::height);
  }

  int[] widths() {
    return each(GridObject::width);
  }

  int[] tops() {
    return each(GridObject::top);
  }

  int[] bottoms() {
    return each(o -> o.top() + o.height());
  }

  int[] lefts() {
    return each(GridObject::left);
  }

  int[] rights() {
    return each(o -> o.left() + o.width());
  }

  int[] colours() {
    return each(GridObject::colour);
  }

  int[] boxes() {
    return each(o -> o.height() * o.width());
  }

  int[] densities() {
    return each(o -> 1000 * o.size() / (o.height() * o.width()));
  }

  int[] spots() {
    return each(
        o -> {
          int others = 0;
          for (int cell : o.cells()) {
            others += cell(cell) == o.colour() ? 0 : 1;
          }
          return others;
        });
  }

  int[] colourCounts() {
    return each(
        o -> {
          long seen = 0;
          for (int cell : o.cells()) {
            seen |= 1L << cell(cell);
          }
          return Long.bitCount(seen);
        });
  }

  int[] shapes() {
    int[] values = new int[objects.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Pictures.hash(shape(i));
    }
    return values;
  }

  int[] pictures() {
    return each(o -> Pictures.hash(o.picture()));
  }

  int[] freeShapes() {
    if (free == null) {
      free = new int[objects.size()];
      for (int i = 0; i < free.length; i++) {
        int[][] picture = shape(i);
        int least = Integer.MAX_VALUE;
        for (int turn = 0; turn < 4; turn++) {
          least =
              Math.min(
                  least,
                  Math.min(Pictures.hash(picture), Pictures.hash(Pictures.transposed(picture))));
          picture = Pictures.turned(picture);
        }
        free[i] = least;
      }
    }
    return free;
  }

  int[] holeCounts() {
    if (holes == null) {
      holes = new int[objects.size()];
      for (int i = 0; i < holes.length; i++) {
        holes[i] = Pictures.countHoles(shape(i));
      }
    }
    return holes;
  }

  private int cell(int index) {
    return grid.cell(index / grid.width(), index % grid.width());
  }

  int holes(int i) {
    return holeCounts()[i];
  }

  int freeShape(int i) {
    return freeShapes()[i];
  }

  int colourCount(int i) {
    return shared(Scene::colourCounts)[i];
  }

  private int[] shared(Function<Scene, int[]> key) {
    return shared.computeIfAbsent(key, k -> k.apply(this));
  }

  /** How many distinct values come before an object's: 0 for the first. */
  int rank(Function<Scene, int[]> key, int i, int sign) {
    int[] values = shared(key);
    int[] order = distinct.computeIfAbsent(key, k -> Measure.distinctSorted(values));
    int place = Arrays.binarySearch(order, values[i]);
    return sign > 0 ? place : order.length - 1 - place;
  }

  int equal(Function<Scene, int[]> key, int i) {
    return counts(key).get(shared(key)[i]);
  }

  int commonest(Function<Scene, int[]> key, int i) {
    int most = 0;
    for (int count : counts(key).values()) {
      most = Math.max(most, count);
    }
    return equal(key, i) == most ? 1 : 0;
  }

  private Map<Integer, Integer> counts(Function<Scene, int[]> key) {
    return counts.computeIfAbsent(
        key,
        k -> {
          Map<Integer, Integer> result = new HashMap<>();
          for (int value : shared(key)) {
            result.merge(value, 1, Integer::sum);
          }
          return result;
        });
  }

  int touchesBorder(int i) {
    GridObject o = objects.get(i);
    return o.top() == 0
            || o.left() == 0
            || o.top() + o.height() == grid.height()
            || o.left() + o.width() == grid.width()
        ? 1
        : 0;
  }

  int full(int i) {
    GridObject o = objects.get(i);
    return o.size() == o.height() * o.width() ? 1 : 0;
  }

  /** Bits: 1 left-right, 2 up-down, 4 diagonal, 8 half turn; of the coloured picture. */
  int symmetries(int i) {
    int[][] p = objects.get(i).picture();
    int height = p.length;
    int width = p[0].length;
    int symmetries = 15;
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        symmetries &= p[r][c] == p[r][width - 1 - c] ? 15 : ~1;
        symmetries &= p[r][c] == p[height - 1 - r][c] ? 15 : ~2;
        symmetries &= height == width && p[r][c] == p[c][r] ? 15 : ~4;
        symmetries &= p[r][c] == p[height - 1 - r][width - 1 - c] ? 15 : ~8;
      }
    }
    return symmetries;
  }

  /** 1 for the object and 0 for the rest of its box. */
  int[][] shape(int i) {
    int[][] picture = objects.get(i).picture();
    for (int[] row : picture) {
      for (int c = 0; c < row.length; c++) {
        row[c] = row[c] < 0 ? 0 : 1;
      }
    }
    return picture;
  }
}
