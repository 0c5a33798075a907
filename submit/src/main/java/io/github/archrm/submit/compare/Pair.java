package io.github.archrm.submit.compare;

import io.github.archrm.submit.compare.Bootstrap.Interval;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A second system against a first one.
 *
 * @param first its place among the systems, from 0 on
 * @param second the other's place
 * @param both how many items both solve
 * @param neither how many neither solves
 * @param onlyFirst the items that only the first one solves
 * @param onlySecond the items that only the second one solves
 * @param p of McNemar's exact test: how likely at least so unequal a share would be by chance
 * @param differences the second's score less the first's, with the interval of 95 %
 */
public record Pair(
    int first,
    int second,
    int both,
    int neither,
    List<String> onlyFirst,
    List<String> onlySecond,
    double p,
    Map<Measure, Difference> differences) {
  /** A difference of scores, and between what it would lie with other tasks of the same sort. */
  public record Difference(double value, Interval interval) {}

  static Pair of(List<Item> items, int first, int second, Bootstrap bootstrap) {
    List<String> onlyFirst =
        items.stream()
            .filter(item -> item.solved(first) && !item.solved(second))
            .map(Item::name)
            .toList();
    List<String> onlySecond =
        items.stream()
            .filter(item -> item.solved(second) && !item.solved(first))
            .map(Item::name)
            .toList();
    int both =
        (int) items.stream().filter(item -> item.solved(first) && item.solved(second)).count();
    Map<Measure, Difference> differences = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      differences.put(
          measure,
          new Difference(
              measure.of(items, second) - measure.of(items, first),
              bootstrap.difference(items, measure, first, second)));
    }
    return new Pair(
        first,
        second,
        both,
        items.size() - both - onlyFirst.size() - onlySecond.size(),
        onlyFirst,
        onlySecond,
        McNemar.p(onlyFirst.size(), onlySecond.size()),
        differences);
  }
}
