package io.github.archrm.augment.program.learn.draw;

import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.augment.program.learn.object.GridObject;
import io.github.archrm.augment.program.learn.object.Scene;
import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Around each object a pattern is drawn, the same around all of one kind: of one colour, of one
 * shape, or of any. What is drawn is where every one of a kind has the same new colour, or its own.
 */
public final class Stamp implements Learner {
  private static final int REACH = 5;
  private static final int SIDE = 2 * REACH + 1;
  private static final int OWN = 10;
  private static final int MOST_OBJECTS = 40;

  /** Objects that must show a cell of the stamp, for it not to be there by chance. */
  private static final int LEAST_SEEN = 2;

  /** What makes two objects of a kind. */
  private enum Kind {
    ANY("any object"),
    COLOUR("objects of a colour"),
    SHAPE("objects of a shape"),
    LOOKS("objects that look the same");

    final String words;

    Kind(String words) {
      this.words = words;
    }

    int of(GridObject o) {
      return switch (this) {
        case ANY -> 0;
        case COLOUR -> o.colour();
        case SHAPE -> shape(o);
        case LOOKS -> Arrays.deepHashCode(o.picture());
      };
    }

    private static int shape(GridObject o) {
      int[][] picture = o.picture();
      int hash = o.width();
      for (int[] row : picture) {
        for (int cell : row) {
          hash = hash * 31 + (cell < 0 ? 0 : 1);
        }
      }
      return hash;
    }
  }

  @Override
  public String name() {
    return "stamp";
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    List<Fitted> fitted = new ArrayList<>();
    if (examples.stream().anyMatch(e -> !e.input().sameSize(e.output()))
        || examples.stream().allMatch(e -> e.input().equals(e.output()))) {
      return fitted;
    }
    double extra = 0;
    for (Segmentation segmentation : Segmentation.ALL.subList(0, 3)) {
      for (Kind kind : Kind.values()) {
        fit(examples, segmentation, kind, extra, fitted);
        extra += 0.1;
      }
    }
    fitted.sort(Comparator.comparingDouble(Fitted::cost));
    return fitted.subList(0, Math.min(3, fitted.size()));
  }

  private static void fit(
      List<Example> examples,
      Segmentation segmentation,
      Kind kind,
      double extra,
      List<Fitted> fitted) {
    Map<Integer, int[]> allowed = new TreeMap<>();
    for (Example example : examples) {
      Scene scene = new Scene(example.input(), segmentation);
      if (scene.count() == 0 || scene.count() > MOST_OBJECTS) {
        return;
      }
      for (int i = 0; i < scene.count(); i++) {
        GridObject o = scene.object(i);
        if (o.height() > 7 || o.width() > 7) {
          continue;
        }
        narrow(allowed.computeIfAbsent(kind.of(o), k -> fresh()), o, example);
      }
    }
    for (int reach = 1; reach <= REACH; reach++) {
      Optional<Rule> rule = within(reach, segmentation, kind, extra, allowed);
      if (rule.isPresent() && rule.get().explains(examples)) {
        fitted.add(rule.get());
        return;
      }
    }
  }

  /**
   * The rule that draws only so near; the nearest that explains all has most objects to show it.
   */
  private static Optional<Rule> within(
      int reach, Segmentation segmentation, Kind kind, double extra, Map<Integer, int[]> allowed) {
    Map<Integer, int[]> stamps = new TreeMap<>();
    int drawn = 0;
    for (Map.Entry<Integer, int[]> entry : allowed.entrySet()) {
      int[] stamp = new int[SIDE * SIDE * 4];
      for (int at = 0; at < stamp.length; at++) {
        stamp[at] = chosen(entry.getValue()[at]);
        if (stamp[at] >= 0 && entry.getValue()[stamp.length + at] < LEAST_SEEN) {
          stamp[at] = -1;
        }
        drawn += stamp[at] >= 0 ? 1 : 0;
      }
      stamps.put(entry.getKey(), stamp);
    }
    return drawn == 0
        ? Optional.empty()
        : Optional.of(
            new Rule(
                "around " + kind.words + " draw what always stands there (" + segmentation + ")",
                3 + extra + 0.04 * drawn + 0.2 * stamps.size(),
                input -> apply(segmentation, kind, stamps, reach, input)));
  }

  private static int[] fresh() {
    int[] masks = new int[SIDE * SIDE * 8];
    Arrays.fill(masks, 0, SIDE * SIDE * 4, -1);
    return masks;
  }

  /**
   * One colour that is drawn, or -1: masks that saw no cell or only unchanged ones draw nothing.
   */
  private static int chosen(int mask) {
    if (mask == -1 || mask == 0 || (mask >> 11 & 1) != 0) {
      return -1;
    }
    return (mask >> OWN & 1) != 0 ? OWN : Integer.numberOfTrailingZeros(mask);
  }

  /** Bits: 0-9 the colour in the output, 10 the object's own colour, 11 as in the input. */
  private static void narrow(int[] masks, GridObject o, Example example) {
    Grid in = example.input();
    Grid out = example.output();
    for (int dr = 0; dr < 2 * SIDE; dr++) {
      for (int dc = 0; dc < 2 * SIDE; dc++) {
        int r = o.top() + dr - REACH;
        int c = o.left() + dc - REACH;
        if (dr >= o.height() + 2 * REACH
            || dc >= o.width() + 2 * REACH
            || r < 0
            || c < 0
            || r >= in.height()
            || c >= in.width()) {
          continue;
        }
        int colour = out.cell(r, c);
        int mask =
            1 << Math.max(0, colour)
                | (colour == o.colour() ? 1 << OWN : 0)
                | (colour == in.cell(r, c) ? 1 << 11 : 0);
        if (in.cell(r, c) != 0 && colour == in.cell(r, c)) {
          continue;
        }
        masks[dr * 2 * SIDE + dc] &= mask;
        masks[SIDE * SIDE * 4 + dr * 2 * SIDE + dc]++;
      }
    }
  }

  private static Optional<Grid> apply(
      Segmentation segmentation, Kind kind, Map<Integer, int[]> stamps, int reach, Grid input) {
    Scene scene = new Scene(input, segmentation);
    if (scene.count() > MOST_OBJECTS) {
      return Optional.empty();
    }
    int[][] cells = input.toRows();
    for (int i = 0; i < scene.count(); i++) {
      GridObject o = scene.object(i);
      int[] stamp = stamps.get(kind.of(o));
      if (stamp == null) {
        if (o.height() > 7 || o.width() > 7) {
          continue;
        }
        return Optional.empty();
      }
      for (int at = 0; at < stamp.length; at++) {
        int r = o.top() + at / (2 * SIDE) - REACH;
        int c = o.left() + at % (2 * SIDE) - REACH;
        boolean near =
            r >= o.top() - reach
                && c >= o.left() - reach
                && r < o.top() + o.height() + reach
                && c < o.left() + o.width() + reach;
        if (near && stamp[at] >= 0 && r >= 0 && c >= 0 && r < input.height() && c < input.width()) {
          cells[r][c] = stamp[at] == OWN ? o.colour() : stamp[at];
        }
      }
    }
    return Optional.of(Grid.of(cells));
  }
}
