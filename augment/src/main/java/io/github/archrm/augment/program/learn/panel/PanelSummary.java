package io.github.archrm.augment.program.learn.panel;

import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.augment.program.learn.TableFit;
import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One cell for each panel, its colour decided by a measure of the panel; also in place, each panel
 * painted whole, with the lines between left as they are.
 */
public final class PanelSummary implements Learner {
  private static final int MOST_READINGS = 4;

  @Override
  public String name() {
    return "panel summary";
  }

  /** Panels with their places. */
  private record Layout(int down, int across, List<Grid> panels) {}

  private static Optional<Layout> layout(Split split, Grid grid, Grid output) {
    List<Grid> panels = split.of(grid);
    int count = panels.size();
    if (count < 2) {
      return Optional.empty();
    }
    int across = split.across(grid);
    if (across == 0
        || count % across != 0
        || (output != null && (output.width() != across || output.height() != count / across))) {
      return Optional.empty();
    }
    return Optional.of(new Layout(count / across, across, panels));
  }

  private static int[][] features(List<Grid> panels) {
    List<int[]> all = new ArrayList<>();
    for (GridMeasure measure : GridMeasure.values()) {
      int[] values = panels.stream().mapToInt(measure::of).toArray();
      all.add(values);
      int most = Arrays.stream(values).max().orElse(0);
      int least = Arrays.stream(values).min().orElse(0);
      all.add(Arrays.stream(values).map(v -> v == most ? 1 : 0).toArray());
      all.add(Arrays.stream(values).map(v -> v == least ? 1 : 0).toArray());
      all.add(
          Arrays.stream(values)
              .map(v -> (int) Arrays.stream(values).filter(w -> w == v).count())
              .toArray());
    }
    all.add(new int[panels.size()]);
    return all.toArray(int[][]::new);
  }

  private static String featureWords(int feature) {
    String measure =
        feature / 4 < GridMeasure.values().length
            ? GridMeasure.values()[feature / 4].words()
            : "nothing";
    return switch (feature % 4) {
      case 1 -> "having the most in " + measure;
      case 2 -> "having the least in " + measure;
      case 3 -> "how many are equal in " + measure;
      default -> measure;
    };
  }

  private static int[] sources(Grid panel) {
    int[] counts = new int[10];
    panel.cells().filter(c -> c >= 0 && c < 10).forEach(c -> counts[c]++);
    int[] sources = new int[14];
    int most = -1;
    int least = -1;
    for (int c = 1; c < 10; c++) {
      most = counts[c] > 0 && (most < 0 || counts[c] > counts[most]) ? c : most;
      least = counts[c] > 0 && (least < 0 || counts[c] <= counts[least]) ? c : least;
      sources[c + 1] = c;
    }
    sources[0] = Segmentation.commonestColour(panel);
    sources[1] = 0;
    sources[11] = most;
    sources[12] = least;
    sources[13] = panel.cell(panel.height() / 2, panel.width() / 2);
    return sources;
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    List<Fitted> fitted = new ArrayList<>();
    for (Split split : Split.ALL) {
      fit(split, examples, fitted);
    }
    fitted.sort(Comparator.comparingDouble(Fitted::cost));
    return fitted.subList(0, Math.min(MOST_READINGS, fitted.size()));
  }

  private static void fit(Split split, List<Example> examples, List<Fitted> fitted) {
    List<Layout> layouts = new ArrayList<>();
    for (Example example : examples) {
      Optional<Layout> layout = layout(split, example.input(), example.output());
      if (layout.isEmpty()) {
        return;
      }
      layouts.add(layout.get());
    }
    int rows = layouts.stream().mapToInt(l -> l.panels().size()).sum();
    long[] masks = new long[rows];
    int[][] features = new int[features(List.of()).length][rows];
    int start = 0;
    for (int e = 0; e < layouts.size(); e++) {
      Layout layout = layouts.get(e);
      int[][] values = features(layout.panels());
      for (int i = 0; i < layout.panels().size(); i++) {
        int[] sources = sources(layout.panels().get(i));
        int colour = examples.get(e).output().cell(i / layout.across(), i % layout.across());
        for (int s = 0; s < sources.length; s++) {
          masks[start + i] |= sources[s] == colour ? 1L << s : 0;
        }
        for (int f = 0; f < features.length; f++) {
          features[f][start + i] = values[f][i];
        }
        if (masks[start + i] == 0) {
          return;
        }
      }
      start += layout.panels().size();
    }
    double[] featureCosts = new double[features.length];
    for (int f = 0; f < featureCosts.length; f++) {
      featureCosts[f] = 0.8 + 0.3 * (f % 4 > 0 ? 1 : 0) + (f / 4 > 15 ? 0.5 : 0);
    }
    double[] sourceCosts = new double[14];
    Arrays.fill(sourceCosts, 0.2);
    sourceCosts[0] = 0.1;
    uniform(split, masks, examples, fitted);
    for (TableFit.Table table :
        new TableFit(features, masks, featureCosts, sourceCosts).tables(-1, MOST_READINGS)) {
      StringBuilder words = new StringBuilder("one cell for each of the " + split + ", by ");
      for (int i = 0; i < table.features().length; i++) {
        words.append(i == 0 ? "" : " and ").append(featureWords(table.features()[i]));
      }
      fitted.add(
          new Rule(
              words.toString(),
              table.cost() + 0.5,
              input -> {
                Optional<Layout> layout = layout(split, input, null);
                if (layout.isEmpty()) {
                  return Optional.empty();
                }
                int[][] values = features(layout.get().panels());
                int[] chosen = new int[layout.get().panels().size()];
                for (int i = 0; i < chosen.length; i++) {
                  chosen[i] = table.source(values, i);
                }
                return painted(layout.get(), chosen);
              }));
    }
  }

  private static void uniform(
      Split split, long[] masks, List<Example> examples, List<Fitted> fitted) {
    long all = -1;
    for (long mask : masks) {
      all &= mask;
    }
    String[] words = {
      "commonest colour", "commonest colour that is not black", "rarest colour", "middle"
    };
    int[] sources = {0, 11, 12, 13};
    for (int k = 0; k < sources.length; k++) {
      int source = sources[k];
      if ((all >> source & 1) != 0) {
        fitted.add(
            new Rule(
                "one cell for each of the " + split + ": its " + words[k],
                2.2 + 0.1 * k,
                input ->
                    layout(split, input, null)
                        .flatMap(
                            layout -> {
                              int[] chosen = new int[layout.panels().size()];
                              Arrays.fill(chosen, source);
                              return painted(layout, chosen);
                            })));
      }
    }
  }

  private static Optional<Grid> painted(Layout layout, int[] chosen) {
    int[] colours = new int[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      if (chosen[i] < 0) {
        return Optional.empty();
      }
      colours[i] = sources(layout.panels().get(i))[chosen[i]];
      if (colours[i] < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(
        Grid.generate(layout.down(), layout.across(), (r, c) -> colours[r * layout.across() + c]));
  }
}
