package io.github.archrm.augment.program.learn.panel;

import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.augment.program.learn.TableFit;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Each panel between full lines stays, is emptied, or is filled with a colour, as a measure of the
 * panel among the others decides; the lines stay.
 */
public final class PanelPaint implements Learner {
  private static final int MOST_PANELS = 80;
  private static final int EMPTIED = 1;
  private static final int ITS_COLOUR = 2;
  private static final int FIRST_COLOUR = 2;
  private static final int ACTIONS = 12;

  @Override
  public String name() {
    return "panel paint";
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    List<int[][]> measured = new ArrayList<>();
    List<long[]> allowed = new ArrayList<>();
    for (Example example : examples) {
      Optional<FullLines> lines = FullLines.of(example.input());
      if (lines.isEmpty()
          || !example.input().sameSize(example.output())
          || example.input().equals(example.output())) {
        return List.of();
      }
      List<Grid> panels = lines.get().panels(example.input());
      List<Grid> outputs = lines.get().panels(example.output());
      if (panels.size() > MOST_PANELS) {
        return List.of();
      }
      long[] masks = new long[panels.size()];
      for (int i = 0; i < masks.length; i++) {
        for (int action = 0; action < ACTIONS; action++) {
          masks[i] |= acted(panels.get(i), action).equals(outputs.get(i)) ? 1L << action : 0;
        }
        if (masks[i] == 0) {
          return List.of();
        }
      }
      measured.add(features(panels));
      allowed.add(masks);
    }
    int rows = allowed.stream().mapToInt(m -> m.length).sum();
    int[][] features = new int[measured.get(0).length][rows];
    long[] masks = new long[rows];
    int start = 0;
    for (int e = 0; e < measured.size(); e++) {
      System.arraycopy(allowed.get(e), 0, masks, start, allowed.get(e).length);
      for (int f = 0; f < features.length; f++) {
        System.arraycopy(measured.get(e)[f], 0, features[f], start, allowed.get(e).length);
      }
      start += allowed.get(e).length;
    }
    double[] featureCosts = new double[features.length];
    Arrays.fill(featureCosts, 1);
    double[] sourceCosts = new double[ACTIONS];
    Arrays.fill(sourceCosts, 1, ACTIONS, 0.3);
    List<Fitted> fitted = new ArrayList<>();
    for (TableFit.Table table :
        new TableFit(features, masks, featureCosts, sourceCosts).tables(-1, 4)) {
      StringBuilder words = new StringBuilder("keep, empty or fill panels by ");
      for (int i = 0; i < table.features().length; i++) {
        words.append(i == 0 ? "" : " and ").append(featureWords(table.features()[i]));
      }
      Rule rule = new Rule(words.toString(), table.cost() + 1, input -> painted(table, input));
      if (rule.explains(examples)) {
        fitted.add(rule);
      }
    }
    return fitted;
  }

  private static Grid acted(Grid panel, int action) {
    int most = GridMeasure.filledColour(panel);
    return switch (action) {
      case 0 -> panel;
      case EMPTIED -> Grid.generate(panel.height(), panel.width(), (r, c) -> 0);
      case ITS_COLOUR -> Grid.generate(panel.height(), panel.width(), (r, c) -> most);
      default -> Grid.generate(panel.height(), panel.width(), (r, c) -> action - FIRST_COLOUR);
    };
  }

  private static int[][] features(List<Grid> panels) {
    List<int[]> all = new ArrayList<>();
    for (GridMeasure measure : GridMeasure.values()) {
      int[] values = panels.stream().mapToInt(measure::of).toArray();
      int most = Arrays.stream(values).max().orElse(0);
      int least = Arrays.stream(values).min().orElse(0);
      all.add(values);
      all.add(Arrays.stream(values).map(v -> v == most ? 1 : 0).toArray());
      all.add(Arrays.stream(values).map(v -> v == least ? 1 : 0).toArray());
    }
    int[] place = new int[panels.size()];
    Arrays.setAll(place, i -> i);
    all.add(place);
    return all.toArray(int[][]::new);
  }

  private static String featureWords(int feature) {
    if (feature / 3 >= GridMeasure.values().length) {
      return "place";
    }
    String measure = GridMeasure.values()[feature / 3].words();
    return switch (feature % 3) {
      case 1 -> "having the most in " + measure;
      case 2 -> "having the least in " + measure;
      default -> measure;
    };
  }

  private static Optional<Grid> painted(TableFit.Table table, Grid input) {
    Optional<FullLines> lines = FullLines.of(input);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    List<Grid> panels = lines.get().panels(input);
    if (panels.size() > MOST_PANELS) {
      return Optional.empty();
    }
    int[][] values = features(panels);
    int[][] cells = input.toRows();
    int i = 0;
    for (int[] row : lines.get().rows()) {
      for (int[] column : lines.get().columns()) {
        int action = table.source(values, i);
        if (action < 0) {
          return Optional.empty();
        }
        Grid panel = acted(panels.get(i), action);
        for (int r = row[0]; r < row[1]; r++) {
          for (int c = column[0]; c < column[1]; c++) {
            cells[r][c] = panel.cell(r - row[0], c - column[0]);
          }
        }
        i++;
      }
    }
    return Optional.of(Grid.of(cells));
  }
}
