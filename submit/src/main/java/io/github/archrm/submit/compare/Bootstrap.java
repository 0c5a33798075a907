package io.github.archrm.submit.compare;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The percentile bootstrap (Efron 1979): items are drawn with replacement, the same ones for every
 * system, so that an easy draw is easy for all of them.
 */
public final class Bootstrap {
  /** Within which 95 % of the draws lie. */
  public record Interval(double low, double high) {}

  private static final int DRAWS = 10_000;
  private static final double TAIL = 0.025;

  private final int items;
  private final long seed;

  /**
   * @param items how many there are, at least one
   * @param seed decides the draws
   */
  Bootstrap(int items, long seed) {
    this.items = items;
    this.seed = seed;
  }

  /** The interval of one system's score. */
  Interval score(List<Item> items, Measure measure, int system) {
    Fraction fraction = new Fraction(items, measure, system);
    return interval(fraction::of);
  }

  /** The interval of a second system's score less a first one's. */
  Interval difference(List<Item> items, Measure measure, int first, int second) {
    Fraction one = new Fraction(items, measure, first);
    Fraction other = new Fraction(items, measure, second);
    return interval(draw -> other.of(draw) - one.of(draw));
  }

  private Interval interval(ToDoubleFunction<int[]> value) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[DRAWS];
    int[] counts = new int[items];
    for (int draw = 0; draw < DRAWS; draw++) {
      Arrays.fill(counts, 0);
      for (int i = 0; i < items; i++) {
        counts[random.nextInt(items)]++;
      }
      values[draw] = value.applyAsDouble(counts);
    }
    Arrays.sort(values);
    int cut = (int) Math.floor(TAIL * DRAWS);
    return new Interval(values[cut], values[DRAWS - 1 - cut]);
  }

  /** A score of drawn items. */
  private static final class Fraction {
    private final double[] above;
    private final double[] below;

    Fraction(List<Item> items, Measure measure, int system) {
      above = items.stream().mapToDouble(i -> measure.above(i.grades().get(system))).toArray();
      below = items.stream().mapToDouble(i -> measure.below(i.grades().get(system))).toArray();
    }

    double of(int[] counts) {
      double sum = 0;
      double all = 0;
      for (int i = 0; i < counts.length; i++) {
        sum += counts[i] * above[i];
        all += counts[i] * below[i];
      }
      return sum / all;
    }
  }
}
