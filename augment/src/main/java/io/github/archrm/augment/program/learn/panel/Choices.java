package io.github.archrm.augment.program.learn.panel;

import io.github.archrm.augment.program.learn.object.GridObject;
import io.github.archrm.augment.program.learn.object.Measure;
import io.github.archrm.augment.program.learn.object.Scene;
import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Grids of which one is to be picked, with what can be said of each.
 *
 * @param grids the choices in reading order
 * @param values [measure][choice]
 */
record Choices(List<Grid> grids, List<int[]> values) {
  private static final int MOST = 60;

  /**
   * A way to make choices of a grid.
   *
   * @param words what they are
   * @param cost how unusual it is, from 1
   * @param measures words of the measures
   * @param function makes them
   */
  record Maker(
      String words, double cost, List<String> measures, Function<Grid, Choices> function) {}

  static final List<Maker> MAKERS = makers();

  private static List<Maker> makers() {
    List<String> ofGrids = new ArrayList<>();
    for (GridMeasure measure : GridMeasure.values()) {
      ofGrids.add(measure.words());
    }
    List<String> ofObjects = new ArrayList<>(ofGrids);
    for (Measure measure : Measure.values()) {
      ofObjects.add(measure.words());
    }
    ofGrids.add("place");
    List<Maker> makers = new ArrayList<>();
    int rank = 0;
    for (Segmentation segmentation : Segmentation.ALL) {
      double cost = 1 + 0.1 * rank++;
      makers.add(new Maker("crop", cost, ofObjects, grid -> objects(grid, segmentation, false)));
      makers.add(
          new Maker(
              "crop without the rest", cost, ofObjects, grid -> objects(grid, segmentation, true)));
    }
    makers.add(new Maker("crop to the box of a colour", 1.2, ofObjects, Choices::colours));
    makers.add(
        new Maker("crop to the inside of the box of a colour", 1.4, ofObjects, Choices::insides));
    for (Split split : Split.ALL) {
      makers.add(new Maker("of " + split, 1, ofGrids, grid -> of(split.of(grid))));
    }
    return List.copyOf(makers);
  }

  private static Choices of(List<Grid> grids) {
    if (grids.size() > MOST) {
      return new Choices(List.of(), List.of());
    }
    List<int[]> values = new ArrayList<>(measured(grids));
    int[] places = new int[grids.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    values.add(places);
    return new Choices(grids, values);
  }

  private static List<int[]> measured(List<Grid> grids) {
    List<int[]> values = new ArrayList<>();
    for (GridMeasure measure : GridMeasure.values()) {
      values.add(grids.stream().mapToInt(measure::of).toArray());
    }
    return values;
  }

  private static Choices objects(Grid grid, Segmentation segmentation, boolean alone) {
    Scene scene = new Scene(grid, segmentation);
    return of(scene, o -> alone ? o.alone(scene.background()) : o.crop());
  }

  private static Choices of(Scene scene, Function<GridObject, Grid> picture) {
    if (scene.count() == 0 || scene.count() > MOST) {
      return new Choices(List.of(), List.of());
    }
    List<Grid> grids = new ArrayList<>();
    for (int i = 0; i < scene.count(); i++) {
      grids.add(picture.apply(scene.object(i)));
    }
    List<int[]> values = new ArrayList<>(measured(grids));
    values.addAll(Measure.table(scene));
    return new Choices(grids, values);
  }

  private static Choices colours(Grid grid) {
    return of(Scene.ofColours(grid), GridObject::crop);
  }

  private static Choices insides(Grid grid) {
    return of(
        Scene.ofColours(grid),
        o ->
            o.height() < 3 || o.width() < 3
                ? o.crop()
                : Grid.generate(
                    o.height() - 2,
                    o.width() - 2,
                    (r, c) -> grid.cell(o.top() + 1 + r, o.left() + 1 + c)));
  }
}
