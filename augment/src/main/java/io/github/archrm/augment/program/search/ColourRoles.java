package io.github.archrm.augment.program.search;

import io.github.archrm.augment.program.primitive.Feature;
import io.github.archrm.augment.program.primitive.PlacedGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * Colours renamed by the part they play, so that a program that speaks of one colour means the same
 * in every example.
 *
 * <p>Black stays. Colours with a constant part come next: in every input and no output, new in all
 * outputs, or the one palette of all outputs. The others are named one after another by the
 * property in which, in the worst demonstration, one colour stands out most from those left: more
 * or fewer cells, parts or enclosed cells, reach in eight directions, or its own number. A test
 * input is read by the same properties.
 */
final class ColourRoles {
  private static final int COLOURS = PlacedGrid.COLOURS;

  private final int constant;
  private final List<Integer> features = new ArrayList<>();

  ColourRoles(List<PlacedGrid> inputs, List<PlacedGrid> outputs) {
    int anyIn = 0;
    int allIn = ~0;
    int anyOut = 0;
    int allOut = ~0;
    for (PlacedGrid input : inputs) {
      anyIn |= input.colours();
      allIn &= input.colours();
    }
    for (PlacedGrid output : outputs) {
      anyOut |= output.colours();
      allOut &= output.colours();
    }
    int kept = anyOut == allOut ? allOut : allOut & ~anyIn;
    constant = kept | allIn & ~anyOut | anyOut & ~anyIn | 1;
    choose(inputs);
  }

  private void choose(List<PlacedGrid> inputs) {
    List<List<Integer>> left = new ArrayList<>();
    List<double[][]> properties = new ArrayList<>();
    for (PlacedGrid input : inputs) {
      left.add(colours(input, 0));
      properties.add(Feature.ofColours(input));
    }
    while (left.stream().anyMatch(colours -> !colours.isEmpty())) {
      double bestScore = -1;
      int best = 0;
      for (int f = 0; f < Feature.COUNT; f++) {
        double worst = Double.MAX_VALUE;
        for (int i = 0; i < left.size(); i++) {
          if (!left.get(i).isEmpty()) {
            int pick = outstanding(properties.get(i), left.get(i), f);
            worst = Math.min(worst, lead(properties.get(i), left.get(i), f, pick));
          }
        }
        if (worst > bestScore) {
          bestScore = worst;
          best = f;
        }
      }
      features.add(best);
      for (int i = 0; i < left.size(); i++) {
        if (!left.get(i).isEmpty()) {
          left.get(i).remove((Integer) outstanding(properties.get(i), left.get(i), best));
        }
      }
    }
  }

  private static List<Integer> colours(PlacedGrid input, int without) {
    List<Integer> colours = new ArrayList<>();
    for (int c = 1; c < COLOURS; c++) {
      if ((input.colours() >> c & 1) != 0 && (without >> c & 1) == 0) {
        colours.add(c);
      }
    }
    return colours;
  }

  /** The colour that stands out most; the greatest number of equal ones. */
  private static int outstanding(double[][] properties, List<Integer> left, int feature) {
    int best = left.get(0);
    double bestLead = -1;
    for (int colour : left) {
      double lead = lead(properties, left, feature, colour);
      if (lead >= bestLead) {
        bestLead = lead;
        best = colour;
      }
    }
    return best;
  }

  /** By what factor a colour's property exceeds that of the next. */
  private static double lead(double[][] properties, List<Integer> left, int feature, int colour) {
    double lead = 1000;
    for (int other : left) {
      if (other != colour) {
        lead = Math.min(lead, properties[colour][feature] / (properties[other][feature] + 1e-5));
      }
    }
    return lead;
  }

  /** The new name of each colour in an example, by its input. */
  int[] names(PlacedGrid input) {
    int[] names = new int[COLOURS];
    int next = 0;
    int named = 0;
    for (int c = 0; c < COLOURS; c++) {
      if ((constant >> c & 1) != 0) {
        names[c] = next++;
        named |= 1 << c;
      }
    }
    List<Integer> left = colours(input, named);
    double[][] properties = left.isEmpty() ? null : Feature.ofColours(input);
    for (int turn = 0; !left.isEmpty(); turn++) {
      int pick =
          turn < features.size()
              ? outstanding(properties, left, features.get(turn))
              : mostOutstanding(properties, left);
      names[pick] = next++;
      named |= 1 << pick;
      left.remove((Integer) pick);
    }
    for (int c = 0; c < COLOURS; c++) {
      if ((named >> c & 1) == 0) {
        names[c] = next++;
      }
    }
    return names;
  }

  /** What a colour is called whose name stands for different colours in different examples. */
  String words(int name) {
    int turn = name - Integer.bitCount(constant);
    String property = turn < 0 || turn >= features.size() ? "" : Feature.words(features.get(turn));
    return property.isEmpty()
        ? "another colour"
        : "the " + property + (turn == 0 ? " colour" : " other colour");
  }

  private static int mostOutstanding(double[][] properties, List<Integer> left) {
    int best = left.get(0);
    double bestLead = -1;
    for (int colour : left) {
      for (int f = 0; f < Feature.COUNT; f++) {
        double lead = lead(properties, left, f, colour);
        if (lead >= bestLead) {
          bestLead = lead;
          best = colour;
        }
      }
    }
    return best;
  }
}
