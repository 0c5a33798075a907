package io.github.archrm.augment.program.learn.object;

import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.augment.program.learn.TableFit;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of each object (it stays, goes, slides until it meets something, mirrors itself …)
 * is decided by one or two of its measures. What moves first is what has the way before it free.
 */
public final class ObjectTable implements Learner {
  private static final int MOST_OBJECTS = 60;
  private static final int MOST_READINGS = 6;
  private static final int MOST_TABLES = 12;

  @Override
  public String name() {
    return "object table";
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    for (Example example : examples) {
      if (!example.input().sameSize(example.output())
          || example.input().height() * example.input().width() > 900) {
        return List.of();
      }
    }
    if (examples.stream().allMatch(e -> e.input().equals(e.output()))) {
      return List.of();
    }
    List<Fitted> fitted = new ArrayList<>();
    double extra = 0;
    for (Segmentation segmentation : Segmentation.ALL) {
      fit(examples, segmentation, extra, fitted);
      extra += 0.1;
    }
    fit(examples, Segmentation.COLOURS, extra, fitted);
    fitted.sort(Comparator.comparingDouble(Fitted::cost));
    return fitted.subList(0, Math.min(MOST_READINGS, fitted.size()));
  }

  private static void fit(
      List<Example> examples, Segmentation segmentation, double extra, List<Fitted> fitted) {
    List<Scene> scenes = new ArrayList<>();
    int rows = 0;
    for (Example example : examples) {
      Scene scene = new Scene(example.input(), segmentation);
      if (scene.count() == 0 || scene.count() > MOST_OBJECTS) {
        return;
      }
      scenes.add(scene);
      rows += scene.count();
    }
    int measures = Measure.values().length;
    int[][] features = new int[measures + 1][rows];
    Arrays.fill(features[measures], 0);
    long[] masks = new long[rows];
    int start = 0;
    for (int e = 0; e < scenes.size(); e++) {
      Scene scene = scenes.get(e);
      for (int i = 0; i < scene.count(); i++) {
        masks[start + i] = mask(scene, i, examples.get(e).output());
        if (masks[start + i] == 0) {
          return;
        }
      }
      start += scene.count();
    }
    start = 0;
    for (Scene scene : scenes) {
      for (int m = 0; m < measures; m++) {
        int[] values = Measure.values()[m].all(scene);
        System.arraycopy(values, 0, features[m], start, values.length);
      }
      start += scene.count();
    }
    double[] featureCosts = new double[measures + 1];
    for (int m = 0; m < measures; m++) {
      featureCosts[m] = Measure.values()[m].cost();
    }
    int before = fitted.size();
    uniform(examples, segmentation, extra, masks, fitted);
    for (boolean leaves : new boolean[] {false, true}) {
      if (fitted.size() == before) {
        long[] those = leaves ? masks : withoutLeaving(masks);
        tables(examples, segmentation, extra, those, features, featureCosts, fitted);
      }
    }
  }

  /** An object that may have gone elsewhere has not just gone. */
  private static long[] withoutLeaving(long[] masks) {
    long goes = 1L << ObjectAction.GOES;
    return Arrays.stream(masks).map(mask -> mask == goes ? mask : mask & ~goes).toArray();
  }

  private static void tables(
      List<Example> examples,
      Segmentation segmentation,
      double extra,
      long[] masks,
      int[][] features,
      double[] featureCosts,
      List<Fitted> fitted) {
    double[] sourceCosts = ObjectAction.ALL.stream().mapToDouble(ObjectAction::cost).toArray();
    for (TableFit.Table table :
        new TableFit(features, masks, featureCosts, sourceCosts).tables(0, MOST_TABLES)) {
      Rule rule =
          new Rule(
              words(segmentation, table),
              table.cost() + extra + 0.5,
              input -> apply(segmentation, table, input));
      if (rule.explains(examples)) {
        fitted.add(rule);
      }
    }
  }

  /** One action for all objects. */
  private static void uniform(
      List<Example> examples,
      Segmentation segmentation,
      double extra,
      long[] masks,
      List<Fitted> fitted) {
    long all = -1;
    for (long mask : masks) {
      all &= mask;
    }
    for (int a = 1; a < ObjectAction.ALL.size(); a++) {
      if ((all >> a & 1) != 0) {
        int action = a;
        Rule rule =
            new Rule(
                "each of the " + segmentation + " " + ObjectAction.ALL.get(a).words(),
                2 + ObjectAction.ALL.get(a).cost() + extra,
                input -> {
                  Scene scene = new Scene(input, segmentation);
                  int[] actions = new int[scene.count()];
                  Arrays.fill(actions, action);
                  return ObjectPainter.painted(scene, actions);
                });
        if (rule.explains(examples)) {
          fitted.add(rule);
        }
      }
    }
  }

  /** The actions that may be right; an object that has grown has done nothing else. */
  private static long mask(Scene scene, int object, Grid output) {
    long mask = 0;
    boolean grown = false;
    GridObject o = scene.object(object);
    int width = output.width();
    for (int a = 0; a < ObjectAction.ALL.size(); a++) {
      boolean right;
      if (ObjectAction.slide(a) != null) {
        right = slides(scene, o, ObjectAction.slide(a), output);
      } else if (a == ObjectAction.GOES) {
        right = true;
        for (int cell : o.cells()) {
          right &=
              output.cell(cell / width, cell % width)
                      != scene.grid().cell(cell / width, cell % width)
                  || o.size() > 1;
        }
      } else {
        int[] made = ObjectAction.ALL.get(a).effect().of(scene, object);
        right = made != null && made.length > 0;
        for (int n = 0; right && n < made.length; n += 2) {
          right = output.cell(made[n] / width, made[n] % width) == made[n + 1];
        }
      }
      mask |= right ? 1L << a : 0;
      grown |= right && ObjectAction.grows(a) && changes(scene, a, object);
    }
    return grown ? mask & ObjectAction.GROWING : mask;
  }

  /** Whether an action makes a cell that the input does not have. */
  private static boolean changes(Scene scene, int action, int object) {
    int[] made = ObjectAction.ALL.get(action).effect().of(scene, object);
    int width = scene.grid().width();
    for (int n = 0; n < made.length; n += 2) {
      if (scene.grid().cell(made[n] / width, made[n] % width) != made[n + 1]) {
        return true;
      }
    }
    return false;
  }

  /** Whether the object stands somewhere in that direction in the output, or where it was. */
  private static boolean slides(Scene scene, GridObject o, int[] step, Grid output) {
    int width = output.width();
    for (int steps = 0; ; steps++) {
      boolean right = true;
      for (int cell : o.cells()) {
        int r = cell / width + steps * step[0];
        int c = cell % width + steps * step[1];
        if (r < 0 || c < 0 || r >= output.height() || c >= width) {
          return false;
        }
        right &= output.cell(r, c) == scene.grid().cell(cell / width, cell % width);
      }
      if (right) {
        return true;
      }
    }
  }

  private static Optional<Grid> apply(Segmentation segmentation, TableFit.Table table, Grid input) {
    Scene scene = new Scene(input, segmentation);
    if (scene.count() > MOST_OBJECTS) {
      return Optional.empty();
    }
    int[][] features = new int[Measure.values().length + 1][];
    for (int f : table.features()) {
      features[f] = Measure.values()[f].all(scene);
    }
    int[] actions = new int[scene.count()];
    for (int i = 0; i < actions.length; i++) {
      actions[i] = table.source(features, i);
      if (actions[i] < 0) {
        return Optional.empty();
      }
    }
    return ObjectPainter.painted(scene, actions);
  }

  private static String words(Segmentation segmentation, TableFit.Table table) {
    StringBuilder words = new StringBuilder("of the " + segmentation + ", by ");
    for (int i = 0; i < table.features().length; i++) {
      words.append(i == 0 ? "" : " and ").append(Measure.values()[table.features()[i]].words());
    }
    Set<String> actions = new LinkedHashSet<>();
    table.entries().values().stream()
        .sorted()
        .forEach(a -> actions.add("one " + ObjectAction.ALL.get(a).words()));
    return words.append(": ").append(String.join(", ", actions)).toString();
  }
}
