package io.github.archrm.augment.program.learn.cell;

import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.augment.program.learn.TableFit;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every cell's new colour comes from a source (its own, a constant, what is seen to the left, the
 * mirror image …) that one to three features of the cell decide (its colour, whether it is
 * enclosed, the rank of its object …). Covers colour maps, local rules, fills, rays, periodic
 * patterns and recolouring of objects. A key that no example has leaves the output open.
 */
public final class CellTable implements Learner {
  private static final int MOST_ROWS = 20_000;
  private static final int MOST_READINGS = 8;

  /** The longest table; of longer ones three in four are wrong where they were not fitted. */
  private static final double MOST_COST = 8.5;

  @Override
  public String name() {
    return "cell table";
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    int rows = 0;
    boolean change = false;
    for (Example example : examples) {
      if (!example.input().sameSize(example.output())) {
        return List.of();
      }
      rows += example.input().height() * example.input().width();
      change |= !example.input().equals(example.output());
    }
    if (!change || rows > MOST_ROWS) {
      return List.of();
    }
    int[][] features = new int[CellFeatures.ALL.size()][rows];
    long[] masks = new long[rows];
    int start = 0;
    for (Example example : examples) {
      CellScene scene = new CellScene(example.input());
      int[] output = example.output().cells().toArray();
      for (int s = 0; s < CellSources.ALL.size(); s++) {
        int[] values = CellSources.ALL.get(s).values().apply(scene);
        for (int i = 0; i < output.length; i++) {
          masks[start + i] |= values[i] == output[i] ? 1L << s : 0;
        }
      }
      for (int i = 0; i < output.length; i++) {
        if (masks[start + i] == 0) {
          return List.of();
        }
      }
      for (int f = 0; f < features.length; f++) {
        int[] values = CellFeatures.ALL.get(f).values().apply(scene);
        System.arraycopy(values, 0, features[f], start, values.length);
      }
      start += output.length;
    }
    double[] featureCosts =
        CellFeatures.ALL.stream().mapToDouble(CellFeatures.Feature::cost).toArray();
    double[] sourceCosts = CellSources.ALL.stream().mapToDouble(CellSources.Source::cost).toArray();
    List<Fitted> fitted = new ArrayList<>();
    for (TableFit.Table table :
        new TableFit(features, masks, featureCosts, sourceCosts).tables(0, MOST_READINGS)) {
      if (table.cost() > MOST_COST) {
        break;
      }
      fitted.add(new Rule(words(table), table.cost(), input -> apply(table, input)));
    }
    return fitted;
  }

  private static String words(TableFit.Table table) {
    StringBuilder words = new StringBuilder("colour each cell by ");
    for (int i = 0; i < table.features().length; i++) {
      words.append(i == 0 ? "" : " and ").append(CellFeatures.ALL.get(table.features()[i]).words());
    }
    Set<String> sources = new LinkedHashSet<>();
    table.entries().values().stream()
        .sorted()
        .forEach(s -> sources.add(CellSources.ALL.get(s).words()));
    return words.append(": ").append(String.join(", ", sources)).toString();
  }

  private static Optional<Grid> apply(TableFit.Table table, Grid input) {
    CellScene scene = new CellScene(input);
    int[][] features = new int[CellFeatures.ALL.size()][];
    for (int f : table.features()) {
      features[f] = CellFeatures.ALL.get(f).values().apply(scene);
    }
    int[][] sources = new int[CellSources.ALL.size()][];
    int[] output = new int[scene.cells.length];
    for (int i = 0; i < output.length; i++) {
      int source = table.source(features, i);
      if (source < 0) {
        return Optional.empty();
      }
      if (sources[source] == null) {
        sources[source] = CellSources.ALL.get(source).values().apply(scene);
      }
      output[i] = sources[source][i];
      if (output[i] < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(
        Grid.generate(input.height(), input.width(), (r, c) -> output[r * input.width() + c]));
  }
}
