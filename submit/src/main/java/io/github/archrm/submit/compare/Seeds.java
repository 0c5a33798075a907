package io.github.archrm.submit.compare;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Several runs of one system that differ in their seeds.
 *
 * @param runs how many
 * @param spreads of each score over the runs
 * @param union items that at least one run solves
 * @param always items that every run solves
 * @param items all of them
 */
public record Seeds(int runs, Map<Measure, Spread> spreads, int union, int always, int items) {
  /**
   * A score over the runs.
   *
   * @param deviation the standard deviation of the sample, divided by runs less one; 0 of one run
   */
  public record Spread(double mean, double deviation, double least, double most) {}

  static Seeds of(List<Item> items, int runs) {
    Map<Measure, Spread> spreads = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      double[] scores =
          IntStream.range(0, runs).mapToDouble(run -> measure.of(items, run)).toArray();
      spreads.put(measure, spread(scores));
    }
    return new Seeds(
        runs,
        spreads,
        (int) items.stream().filter(item -> solvedBy(item, runs) > 0).count(),
        (int) items.stream().filter(item -> solvedBy(item, runs) == runs).count(),
        items.size());
  }

  private static long solvedBy(Item item, int runs) {
    return IntStream.range(0, runs).filter(item::solved).count();
  }

  private static Spread spread(double[] scores) {
    double mean = Arrays.stream(scores).average().orElse(0);
    double squares =
        IntStream.range(0, scores.length)
            .mapToDouble(i -> (scores[i] - mean) * (scores[i] - mean))
            .sum();
    return new Spread(
        mean,
        scores.length < 2 ? 0 : Math.sqrt(squares / (scores.length - 1)),
        Arrays.stream(scores).min().orElse(0),
        Arrays.stream(scores).max().orElse(0));
  }
}
