package io.github.archrm.augment.program.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Finds tables that say which source a row (a cell, an object) takes, by one, two or three of its
 * features. A table is valid if each key it has seen takes one source that is right in every row
 * with that key.
 */
public final class TableFit {
  /** Keys of one table, beyond which it is no rule. */
  private static final int MOST_KEYS = 1 << 14;

  /** Values from here to below {@link #LARGEST_SMALL} are numbered without a map. */
  private static final int LEAST_SMALL = -16;

  private static final int LARGEST_SMALL = 1024;

  /** Pairs and triples that are looked at. */
  private static final int MOST_TRIES = 12_000;

  private final int[][] features;
  private final long[] masks;
  private final double[] featureCosts;
  private final double[] sourceCosts;
  private final int[][] ids;
  private final int[] counts;
  private final int[] order;
  private final long[] slots = new long[MOST_KEYS];
  private final int[] stamps = new int[MOST_KEYS];
  private int stamp;

  /**
   * A table.
   *
   * @param features which features make the key
   * @param entries key to source
   * @param cost of its features, sources and entries
   */
  public record Table(int[] features, Map<List<Integer>, Integer> entries, double cost) {
    /** The source of a row, or -1 for a key that was never seen. */
    public int source(int[][] values, int row) {
      return entries.getOrDefault(key(features, values, row), -1);
    }
  }

  /**
   * Rows of all examples.
   *
   * @param features [feature][row]
   * @param masks per row, bit s is set where source s is right
   * @param featureCosts per feature
   * @param sourceCosts per source, 0 for "as it is"
   */
  public TableFit(int[][] features, long[] masks, double[] featureCosts, double[] sourceCosts) {
    this.features = features;
    this.masks = masks;
    this.featureCosts = featureCosts;
    this.sourceCosts = sourceCosts;
    this.ids = new int[features.length][];
    this.counts = new int[features.length];
    this.order = rowOrder();
  }

  private static List<Integer> key(int[] features, int[][] values, int row) {
    Integer[] key = new Integer[features.length];
    for (int i = 0; i < key.length; i++) {
      key[i] = values[features[i]][row];
    }
    return List.of(key);
  }

  /** Rows that change and rows that do not, in turn, so that a contradiction shows early. */
  private int[] rowOrder() {
    List<Integer> changed = new ArrayList<>();
    List<Integer> same = new ArrayList<>();
    for (int row = 0; row < masks.length; row++) {
      ((masks[row] & 1) == 0 ? changed : same).add(row);
    }
    Collections.shuffle(changed, new Random(1));
    Collections.shuffle(same, new Random(2));
    int[] rows = new int[masks.length];
    int next = 0;
    for (int i = 0; i < Math.max(changed.size(), same.size()); i++) {
      if (i < changed.size()) {
        rows[next++] = changed.get(i);
      }
      if (i < same.size()) {
        rows[next++] = same.get(i);
      }
    }
    return rows;
  }

  /** Gives the values of each feature numbers from 0, in the order in which rows are looked at. */
  private void number() {
    int[] small = new int[LARGEST_SMALL - LEAST_SMALL];
    Map<Integer, Integer> large = new HashMap<>();
    for (int f = 0; f < features.length; f++) {
      Arrays.fill(small, -1);
      large.clear();
      int next = 0;
      ids[f] = new int[order.length];
      for (int i = 0; i < order.length; i++) {
        int value = features[f][order[i]];
        int id;
        if (value >= LEAST_SMALL && value < LARGEST_SMALL) {
          id = small[value - LEAST_SMALL];
          if (id < 0) {
            id = next++;
            small[value - LEAST_SMALL] = id;
          }
        } else {
          Integer known = large.putIfAbsent(value, next);
          id = known == null ? next++ : known;
        }
        ids[f][i] = id;
      }
      counts[f] = next;
    }
  }

  /** Features that part the rows, each way of parting them once, cheapest first. */
  private List<Integer> distinct() {
    List<Integer> byCost = new ArrayList<>();
    for (int f = 0; f < features.length; f++) {
      byCost.add(f);
    }
    byCost.sort(Comparator.comparingDouble(f -> featureCosts[f]));
    Map<Integer, List<Integer>> seen = new HashMap<>();
    List<Integer> kept = new ArrayList<>();
    for (int f : byCost) {
      List<Integer> alike = seen.computeIfAbsent(Arrays.hashCode(ids[f]), k -> new ArrayList<>());
      if (counts[f] > 1 && alike.stream().noneMatch(g -> Arrays.equals(ids[f], ids[g]))) {
        alike.add(f);
        kept.add(f);
      }
    }
    return kept;
  }

  private boolean valid(int a, int b, int c) {
    long keys = (long) counts[a] * (b < 0 ? 1 : counts[b]) * (c < 0 ? 1 : counts[c]);
    if (keys > MOST_KEYS) {
      return false;
    }
    stamp++;
    for (int i = 0; i < order.length; i++) {
      int key = ids[a][i];
      if (b >= 0) {
        key = key * counts[b] + ids[b][i];
      }
      if (c >= 0) {
        key = key * counts[c] + ids[c][i];
      }
      if (stamps[key] != stamp) {
        stamps[key] = stamp;
        slots[key] = masks[order[i]];
      } else {
        slots[key] &= masks[order[i]];
      }
      if (slots[key] == 0) {
        return false;
      }
    }
    return true;
  }

  private Table table(int... chosen) {
    Map<List<Integer>, Long> allowed = new HashMap<>();
    for (int row = 0; row < masks.length; row++) {
      allowed.merge(key(chosen, features, row), masks[row], (x, y) -> x & y);
    }
    Map<List<Integer>, Integer> entries = new HashMap<>();
    double cost = 1;
    for (int f : chosen) {
      cost += featureCosts[f];
    }
    long used = 0;
    for (Map.Entry<List<Integer>, Long> entry : allowed.entrySet()) {
      int best = -1;
      for (int s = 0; s < sourceCosts.length; s++) {
        if ((entry.getValue() >> s & 1) != 0 && (best < 0 || sourceCosts[s] < sourceCosts[best])) {
          best = s;
        }
      }
      entries.put(entry.getKey(), best);
      cost += best == 0 ? 0.02 : 0.2;
      used |= 1L << best;
    }
    for (int s = 0; s < sourceCosts.length; s++) {
      cost += (used >> s & 1) != 0 ? sourceCosts[s] : 0;
    }
    return new Table(chosen, entries, cost);
  }

  /**
   * Valid tables, cheapest first; one that contains a valid smaller one is left out.
   *
   * @param first the feature that triples contain
   * @param most how many
   */
  public List<Table> tables(int first, int most) {
    number();
    List<Table> found = new ArrayList<>();
    List<Integer> kept = distinct();
    if (kept.isEmpty()) {
      return found;
    }
    List<Integer> open = new ArrayList<>();
    for (int f : kept) {
      if (valid(f, -1, -1)) {
        found.add(table(f));
      } else {
        open.add(f);
      }
    }
    int tries = 0;
    List<int[]> failed = new ArrayList<>();
    for (int i = 0; i < open.size() && tries < MOST_TRIES; i++) {
      for (int j = 0; j < i && tries < MOST_TRIES; j++, tries++) {
        int a = open.get(j);
        int b = open.get(i);
        if (valid(a, b, -1)) {
          found.add(table(a, b));
        } else if (a != first && b != first) {
          failed.add(new int[] {a, b});
        }
      }
    }
    if (found.isEmpty() && open.contains(first)) {
      for (int i = 0; i < failed.size() && i < MOST_TRIES; i++) {
        if (valid(first, failed.get(i)[0], failed.get(i)[1])) {
          found.add(table(first, failed.get(i)[0], failed.get(i)[1]));
        }
      }
    }
    found.sort(Comparator.comparingDouble(Table::cost));
    return found.subList(0, Math.min(most, found.size()));
  }
}
