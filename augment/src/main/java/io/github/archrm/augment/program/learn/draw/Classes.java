package io.github.archrm.augment.program.learn.draw;

import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.augment.program.learn.TableFit;
import io.github.archrm.augment.program.learn.object.Measure;
import io.github.archrm.augment.program.learn.object.Scene;
import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.augment.program.learn.panel.GridMeasure;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The output is one of those that the examples have, decided by one measure of the input: the grid
 * is sorted into a class.
 */
public final class Classes implements Learner {
  @Override
  public String name() {
    return "classes";
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>();
    for (GridMeasure measure : GridMeasure.values()) {
      words.add(measure.words());
    }
    for (Measure measure : Measure.values()) {
      words.add(measure.words() + " of its largest object");
    }
    words.add("the number of different shapes");
    words.add("the colour of the largest object");
    return words;
  }

  private static int[] measured(Grid grid) {
    List<Integer> values = new ArrayList<>();
    for (GridMeasure measure : GridMeasure.values()) {
      values.add(measure.of(grid));
    }
    Scene scene = new Scene(grid, Segmentation.ALL.get(0));
    int largest = -1;
    for (int i = 0; i < scene.count(); i++) {
      largest = largest < 0 || scene.object(i).size() > scene.object(largest).size() ? i : largest;
    }
    for (Measure measure : Measure.values()) {
      values.add(largest < 0 ? -1 : measure.of(scene, largest));
    }
    values.add((int) Arrays.stream(Measure.SHAPE.all(scene)).distinct().count());
    values.add(largest < 0 ? -1 : scene.object(largest).colour());
    return values.stream().mapToInt(v -> v).toArray();
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    List<Grid> outputs = examples.stream().map(Example::output).distinct().toList();
    List<Fitted> fitted = new ArrayList<>();
    if (examples.size() < 3 || outputs.size() < 2 || outputs.size() >= examples.size()) {
      return fitted;
    }
    List<String> words = words();
    int[][] features = new int[words.size()][examples.size()];
    long[] masks = new long[examples.size()];
    for (int e = 0; e < examples.size(); e++) {
      int[] values = measured(examples.get(e).input());
      for (int f = 0; f < values.length; f++) {
        features[f][e] = values[f];
      }
      masks[e] = 1L << outputs.indexOf(examples.get(e).output());
    }
    double[] featureCosts = new double[words.size()];
    Arrays.fill(featureCosts, 1.5);
    double[] sourceCosts = new double[outputs.size()];
    for (TableFit.Table table :
        new TableFit(features, masks, featureCosts, sourceCosts).tables(-1, 4)) {
      if (table.features().length == 1 && table.entries().size() == outputs.size()) {
        int f = table.features()[0];
        fitted.add(
            new Rule(
                "one of " + outputs.size() + " outputs by " + words.get(f),
                table.cost() + 2,
                input -> {
                  int source = table.entries().getOrDefault(List.of(measured(input)[f]), -1);
                  return source < 0 ? Optional.empty() : Optional.of(outputs.get(source));
                }));
      }
    }
    return fitted;
  }
}
