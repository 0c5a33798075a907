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

  /** Fitted by logistic regression; see the README of this module for how and on what. */
  private static final double[] WEIGHTS = {
    1.60, 2.35, 1.77, 1.19, -2.04, -0.42, 0.69, 1.54, 3.69, -0.53
  };

  private static final double BIAS = -4.97;

  /** The claims of one output. */
  private static final class Joined {
    private Claim best;
    private Claim plainest;
    private double heldOut;
    private double share;
    private final Set<String> searched = new HashSet<>();
    private final Set<String> learned = new HashSet<>();
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
    (claim.learned() ? one.learned : one.searched).add(claim.family());
    if (one.plainest == null || claim.plainness() > one.plainest.plainness()) {
      one.plainest = claim;
    }
    if (one.best == null || claim.score() > one.best.score()) {
      one.best = claim;
    }
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
    joined.forEach((grid, one) -> ranked.add(explained(grid, one, shortest)));
    ranked.sort(Comparator.comparingDouble(Explained::weight).reversed());
    return List.copyOf(ranked.subList(0, Math.min(MOST, ranked.size())));
  }

  private Explained explained(Grid grid, Joined one, double shortest) {
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
            demonstrations);
    double weight = BIAS;
    double[] features = evidence.features();
    for (int i = 0; i < features.length; i++) {
      weight += WEIGHTS[i] * features[i];
    }
    return new Explained(grid, weight, evidence, one.best.family(), one.plainest.words().get());
  }
}
