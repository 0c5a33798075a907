package io.github.archrm.augment.program.learn.panel;

import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.augment.program.learn.TableFit;
import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.draw.ColourNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Every output cell is decided by what lies at its place in layers that are made of the input: its
 * panels, or its enlarged and repeated copies. Covers the logic of panels, overlays, tilings, and
 * products of a grid with itself.
 */
public final class LayerTable implements Learner {
  private static final int MOST_READINGS = 4;

  @Override
  public String name() {
    return "layer table";
  }

  /** What features and sources say, in the order in which they are computed. */
  private record Column(String words, double cost, int[] values) {}

  private static int[] each(Grid size, Grid.CellFunction value) {
    int[] values = new int[size.height() * size.width()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.at(i / size.width(), i % size.width());
    }
    return values;
  }

  private static List<Column> features(List<Grid> layers) {
    List<Column> all = new ArrayList<>();
    Grid one = layers.get(0);
    all.add(
        new Column(
            "all colours there",
            0.8,
            each(
                one,
                (r, c) ->
                    layers.stream().mapToInt(l -> l.cell(r, c)).reduce(7, (a, b) -> a * 31 + b))));
    all.add(
        new Column(
            "in how many it is filled",
            0.6,
            each(one, (r, c) -> (int) layers.stream().filter(l -> l.cell(r, c) > 0).count())));
    all.add(
        new Column(
            "in which it is filled",
            0.9,
            each(
                one,
                (r, c) ->
                    layers.stream()
                        .mapToInt(l -> l.cell(r, c) > 0 ? 1 : 0)
                        .reduce(1, (a, b) -> a * 2 + b))));
    for (int i = 0; i < layers.size(); i++) {
      Grid layer = layers.get(i);
      int most = Segmentation.commonestColour(layer);
      all.add(new Column("colour in layer " + (i + 1), 0.5, each(one, layer::cell)));
      all.add(
          new Column(
              "whether layer " + (i + 1) + " is filled",
              0.4,
              each(one, (r, c) -> layer.cell(r, c) > 0 ? 1 : 0)));
      boolean[] rows = new boolean[layer.height()];
      boolean[] columns = new boolean[layer.width()];
      for (int r = 0; r < rows.length; r++) {
        for (int c = 0; c < columns.length; c++) {
          rows[r] |= layer.cell(r, c) > 0;
          columns[c] |= layer.cell(r, c) > 0;
        }
      }
      if (layers.size() <= 6) {
        String name = " of layer " + (i + 1) + " has something";
        all.add(new Column("whether the row" + name, 0.9, each(one, (r, c) -> rows[r] ? 1 : 0)));
        all.add(
            new Column("whether the column" + name, 0.9, each(one, (r, c) -> columns[c] ? 1 : 0)));
      }
      all.add(
          new Column(
              "whether layer " + (i + 1) + " has its commonest colour",
              0.7,
              each(one, (r, c) -> layer.cell(r, c) == most ? 1 : 0)));
    }
    for (int n = 2; n <= 3; n++) {
      int p = n;
      all.add(new Column("row mod " + n, 1.2, each(one, (r, c) -> r % p)));
      all.add(new Column("column mod " + n, 1.2, each(one, (r, c) -> c % p)));
    }
    return all;
  }

  private static List<Column> sources(Grid input, List<Grid> layers) {
    List<Column> all = new ArrayList<>();
    Grid one = layers.get(0);
    for (int i = 0; i < layers.size(); i++) {
      all.add(new Column("layer " + (i + 1), 0.1, each(one, layers.get(i)::cell)));
    }
    for (int colour = 0; colour < 10; colour++) {
      int value = colour;
      all.add(new Column(ColourNames.of(colour), 0.2, each(one, (r, c) -> value)));
    }
    int[] counts = new int[128];
    input.cells().forEach(c -> counts[Math.max(0, c)]++);
    counts[0] = 0;
    int most = -1;
    for (int c = 1; c < 128; c++) {
      most = counts[c] > 0 && (most < 0 || counts[c] > counts[most]) ? c : most;
    }
    int commonest = most;
    all.add(new Column("the commonest colour", 0.5, each(one, (r, c) -> commonest)));
    all.add(
        new Column(
            "the first that is filled",
            0.3,
            each(
                one,
                (r, c) ->
                    layers.stream()
                        .mapToInt(l -> l.cell(r, c))
                        .filter(v -> v > 0)
                        .findFirst()
                        .orElse(-1))));
    return all;
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    List<Fitted> fitted = new ArrayList<>();
    for (Layers layers : Layers.fitting(examples)) {
      fit(layers, examples, fitted::add);
    }
    fitted.sort(Comparator.comparingDouble(Fitted::cost));
    return fitted;
  }

  private static void fit(Layers layers, List<Example> examples, Consumer<Fitted> sink) {
    int rows = 0;
    for (Example example : examples) {
      rows += example.output().height() * example.output().width();
    }
    int[][] features = null;
    double[] featureCosts = null;
    double[] sourceCosts = null;
    long[] masks = new long[rows];
    int start = 0;
    for (Example example : examples) {
      List<Grid> made = layers.of(example.input());
      List<Column> columns = features(made);
      List<Column> sources = sources(example.input(), made);
      if (features == null) {
        features = new int[columns.size()][rows];
        featureCosts = columns.stream().mapToDouble(Column::cost).toArray();
        sourceCosts = sources.stream().mapToDouble(Column::cost).toArray();
      }
      int[] output = example.output().cells().toArray();
      for (int i = 0; i < output.length; i++) {
        for (int s = 0; s < sources.size(); s++) {
          masks[start + i] |= sources.get(s).values()[i] == output[i] ? 1L << s : 0;
        }
        for (int f = 0; f < columns.size(); f++) {
          features[f][start + i] = columns.get(f).values()[i];
        }
        if (masks[start + i] == 0) {
          return;
        }
      }
      start += output.length;
    }
    for (TableFit.Table table :
        new TableFit(features, masks, featureCosts, sourceCosts).tables(0, MOST_READINGS)) {
      List<Grid> made = layers.of(examples.get(0).input());
      List<Column> columns = features(made);
      StringBuilder words = new StringBuilder(layers.words() + ": each cell by ");
      for (int i = 0; i < table.features().length; i++) {
        words.append(i == 0 ? "" : " and ").append(columns.get(table.features()[i]).words());
      }
      int count = made.size();
      sink.accept(
          new Rule(
              words.toString(),
              table.cost() + layers.cost(),
              input -> apply(layers, count, table, input)));
    }
  }

  private static Optional<Grid> apply(Layers layers, int count, TableFit.Table table, Grid input) {
    List<Grid> made = layers.of(input);
    if (made.size() != count) {
      return Optional.empty();
    }
    int[][] features = features(made).stream().map(Column::values).toArray(int[][]::new);
    List<Column> sources = sources(input, made);
    Grid one = made.get(0);
    int[] output = new int[one.height() * one.width()];
    for (int i = 0; i < output.length; i++) {
      int source = table.source(features, i);
      if (source < 0 || sources.get(source).values()[i] < 0) {
        return Optional.empty();
      }
      output[i] = sources.get(source).values()[i];
    }
    return Optional.of(
        Grid.generate(one.height(), one.width(), (r, c) -> output[r * one.width() + c]));
  }
}
