package io.github.archrm.augment.program.learn.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A number that can be said of an object among the others of its grid. */
public enum Measure {
  COLOUR("colour", 1, (s, i) -> s.object(i).colour()),
  SIZE("number of cells", 1, (s, i) -> s.object(i).size()),
  LARGEST("whether it is the largest", 1, (s, i) -> s.rank(Scene::sizes, i, -1) == 0 ? 1 : 0),
  SMALLEST("whether it is the smallest", 1, (s, i) -> s.rank(Scene::sizes, i, 1) == 0 ? 1 : 0),
  SIZE_RANK("rank by size", 1.3, (s, i) -> s.rank(Scene::sizes, i, -1)),
  SIZE_RANK_UP("rank by size from the smallest", 1.4, (s, i) -> s.rank(Scene::sizes, i, 1)),
  HEIGHT("height", 1.2, (s, i) -> s.object(i).height()),
  WIDTH("width", 1.2, (s, i) -> s.object(i).width()),
  TALLEST("whether it is the tallest", 1.2, (s, i) -> s.rank(Scene::heights, i, -1) == 0 ? 1 : 0),
  WIDEST("whether it is the widest", 1.2, (s, i) -> s.rank(Scene::widths, i, -1) == 0 ? 1 : 0),
  UPRIGHT(
      "whether it lies or stands",
      1.2,
      (s, i) -> Integer.signum(s.object(i).height() - s.object(i).width())),
  HOLES("number of holes", 1, (s, i) -> s.holes(i)),
  HAS_HOLE("whether it has a hole", 1, (s, i) -> Math.min(1, s.holes(i))),
  BORDER("whether it touches the border", 1, (s, i) -> s.touchesBorder(i)),
  SYMMETRIC("whether it is symmetric", 1, (s, i) -> Math.min(1, s.symmetries(i))),
  SYMMETRIES("which mirrorings leave it as it is", 1.3, (s, i) -> s.symmetries(i) & 3),
  FULL("whether it fills its box", 1, (s, i) -> s.full(i)),
  SQUARE(
      "whether its box is square",
      1.2,
      (s, i) -> s.object(i).height() == s.object(i).width() ? 1 : 0),
  FULL_SQUARE(
      "whether it is a full square",
      1.2,
      (s, i) -> s.object(i).height() == s.object(i).width() ? s.full(i) : 0),
  SINGLE("whether it is a single cell", 1, (s, i) -> s.object(i).size() == 1 ? 1 : 0),
  LINE(
      "whether it is a straight line",
      1.1,
      (s, i) -> Math.min(s.object(i).height(), s.object(i).width()) == 1 ? 1 : 0),
  SHAPE("shape", 1.1, (s, i) -> Pictures.hash(s.shape(i))),
  SHAPE_ANY("shape up to turns", 1.2, (s, i) -> s.freeShape(i)),
  SAME_SHAPE("how many have its shape", 1.2, (s, i) -> s.equal(Scene::shapes, i)),
  SAME_FREE_SHAPE(
      "how many have its shape up to turns", 1.3, (s, i) -> s.equal(Scene::freeShapes, i)),
  OWN_SHAPE(
      "whether no other has its shape", 1.2, (s, i) -> s.equal(Scene::shapes, i) == 1 ? 1 : 0),
  OWN_PICTURE(
      "whether no other looks the same", 1.2, (s, i) -> s.equal(Scene::pictures, i) == 1 ? 1 : 0),
  MOST_PICTURE(
      "whether its looks are the commonest", 1.2, (s, i) -> s.commonest(Scene::pictures, i)),
  MOST_SHAPE("whether its shape is the commonest", 1.3, (s, i) -> s.commonest(Scene::shapes, i)),
  SAME_COLOUR("how many have its colour", 1.2, (s, i) -> s.equal(Scene::colours, i)),
  OWN_COLOUR(
      "whether no other has its colour", 1.2, (s, i) -> s.equal(Scene::colours, i) == 1 ? 1 : 0),
  LARGER_SAME("whether a larger one has its colour", 1.2, (s, i) -> Relations.largerSame(s, i)),
  OWN_SIZE("whether no other has its size", 1.3, (s, i) -> s.equal(Scene::sizes, i) == 1 ? 1 : 0),
  COLOURS("number of its colours", 1, (s, i) -> s.colourCount(i)),
  MOST_COLOURS(
      "whether it has the most colours",
      1.1,
      (s, i) -> s.rank(Scene::colourCounts, i, -1) == 0 ? 1 : 0),
  EVEN("whether its size is even", 1.5, (s, i) -> s.object(i).size() % 2),
  FROM_TOP("place from the top", 1.3, (s, i) -> s.rank(Scene::tops, i, 1)),
  FROM_BOTTOM("place from the bottom", 1.3, (s, i) -> s.rank(Scene::bottoms, i, -1)),
  FROM_LEFT("place from the left", 1.3, (s, i) -> s.rank(Scene::lefts, i, 1)),
  FROM_RIGHT("place from the right", 1.3, (s, i) -> s.rank(Scene::rights, i, -1)),
  TOPMOST("whether it is topmost", 1.2, (s, i) -> s.rank(Scene::tops, i, 1) == 0 ? 1 : 0),
  BOTTOMMOST("whether it is lowest", 1.2, (s, i) -> s.rank(Scene::bottoms, i, -1) == 0 ? 1 : 0),
  LEFTMOST("whether it is leftmost", 1.2, (s, i) -> s.rank(Scene::lefts, i, 1) == 0 ? 1 : 0),
  RIGHTMOST("whether it is rightmost", 1.2, (s, i) -> s.rank(Scene::rights, i, -1) == 0 ? 1 : 0),
  ENCLOSES("whether another is inside its box", 1.2, (s, i) -> Relations.encloses(s, i)),
  ENCLOSED("whether it is inside another's box", 1.2, (s, i) -> Relations.enclosed(s, i)),
  WITHIN("whether another surrounds it", 1.2, (s, i) -> Relations.surrounded(s, i)),
  MIDDLE(
      "whether it is nearest to the middle of all",
      1.2,
      (s, i) -> s.rank(Relations::fromMiddle, i, 1) == 0 ? 1 : 0),
  TOUCHED("whether another touches it", 1.2, (s, i) -> Relations.touched(s, i) >= 0 ? 1 : 0),
  TOUCHED_COLOUR("the colour that touches it", 1.4, (s, i) -> Relations.touched(s, i)),
  DENSEST(
      "whether it fills most of its box",
      1.4,
      (s, i) -> s.rank(Scene::densities, i, -1) == 0 ? 1 : 0),
  LARGEST_BOX(
      "whether its box is largest", 1.2, (s, i) -> s.rank(Scene::boxes, i, -1) == 0 ? 1 : 0),
  SMALLEST_BOX(
      "whether its box is smallest", 1.2, (s, i) -> s.rank(Scene::boxes, i, 1) == 0 ? 1 : 0),
  MOST_HOLES(
      "whether it has the most holes",
      1.2,
      (s, i) -> s.rank(Scene::holeCounts, i, -1) == 0 ? 1 : 0),
  MOST_SPOTS(
      "whether it has the most cells of its rarer colours",
      1.2,
      (s, i) -> s.rank(Scene::spots, i, -1) == 0 ? 1 : 0),
  FEWEST_SPOTS(
      "whether it has the fewest cells of its rarer colours",
      1.2,
      (s, i) -> s.rank(Scene::spots, i, 1) == 0 ? 1 : 0);

  /** Computes the value. */
  @FunctionalInterface
  interface Value {
    int of(Scene scene, int object);
  }

  private final String words;
  private final double cost;
  private final Value value;

  Measure(String words, double cost, Value value) {
    this.words = words;
    this.cost = cost;
    this.value = value;
  }

  public String words() {
    return words;
  }

  /** How unusual it is, from 1. */
  public double cost() {
    return cost;
  }

  public int of(Scene scene, int object) {
    return value.of(scene, object);
  }

  /** Of every object of a scene. */
  public int[] all(Scene scene) {
    int[] values = new int[scene.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.of(scene, i);
    }
    return values;
  }

  /** Every measure's value for every object: [measure][object]. */
  public static List<int[]> table(Scene scene) {
    List<int[]> table = new ArrayList<>();
    for (Measure measure : values()) {
      table.add(measure.all(scene));
    }
    return table;
  }

  static int[] distinctSorted(int[] values) {
    return Arrays.stream(values).distinct().sorted().toArray();
  }
}
