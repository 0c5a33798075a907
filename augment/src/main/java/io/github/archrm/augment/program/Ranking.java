package io.github.archrm.augment.program;

import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins what was claimed about one test input, and puts it in order. */
final class Ranking {
  /** How many candidates are kept for a test input. */
  private static final int MOST = 20;

  /** Fitted by {@code WeightsFit}; the README of this module says how and on what. */
  private static final double[] WEIGHTS = {
    -0.30, 1.64, 1.31, 3.29, -0.87, -0.38, -0.19, 1.07, 1.79, -2.28, -0.76, 2.92
  };

  private static final double BIAS = -2.54;

  /** The claims of one output. */
  private static final class Joined {
    private Claim best;
    private Claim plainest;
    private double heldOut;
    private double share;
    private final Set<String> searched = new HashSet<>();
    private final Set<String> learned = new HashSet<>();
    private final Set<String> whole = new HashSet<>();
  }

  private final Map<Grid, Joined> joined = new LinkedHashMap<>();
  private final int demonstrations;

  Ranking(int demonstrations) {
    this.demonstrations = demonstrations;
  }

  void add(Grid grid, Claim claim) {
    Joined one = joined.computeIfAbsent(grid, key -> new Joined());
    one.heldOut = Math.max(one.heldOut, claim.heldOut());
    one.share = Math.max(one.share, claim.share());
    if (claim.explained() == 1) {
      one.whole.add(claim.family());
    }
    (claim.learned() ? one.learned : one.searched).add(claim.family());
    if (one.plainest == null || claim.plainness() > one.plainest.plainness()) {
      one.plainest = claim;
    }
    if (one.best == null || claim.isBetterThan(one.best)) {
      one.best = claim;
    }
  }

  /** Whether something explains all demonstrations. */
  boolean isExplained() {
    return joined.values().stream().anyMatch(one -> one.best.explained() == 1);
  }

  /** The candidates, best first. */
  List<Explained> ranked() {
    List<Explained> ranked = new ArrayList<>();
    double shortest =
        joined.values().stream()
            .filter(one -> one.best.explained() == 1)
            .mapToDouble(one -> one.best.cost())
            .min()
            .orElse(0);
    int families = families();
    joined.forEach((grid, one) -> ranked.add(explained(grid, one, shortest, families)));
    ranked.sort(Comparator.comparingDouble(Explained::weight).reversed());
    return List.copyOf(ranked.subList(0, Math.min(MOST, ranked.size())));
  }

  /** Families that explain all demonstrations, each once for every output it makes. */
  private int families() {
    return joined.values().stream().mapToInt(one -> one.whole.size()).sum();
  }

  private Explained explained(Grid grid, Joined one, double shortest, int families) {
    Evidence evidence =
        new Evidence(
            one.best.explained(),
            one.heldOut,
            one.best.cost(),
            one.best.cost() - shortest,
            one.best.allCosts(),
            one.best.layers(),
            one.best.blackLayers(),
            one.share,
            one.searched.size(),
            one.learned.size(),
            families - one.whole.size(),
            one.best.learned(),
            demonstrations);
    double weight = BIAS;
    double[] features = evidence.features();
    for (int i = 0; i < features.length; i++) {
      weight += WEIGHTS[i] * features[i];
    }
    return new Explained(grid, weight, evidence, one.best.family(), one.plainest.words().get());
  }
}
