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
    0.98, 2.15, 2.40, 1.55, -0.01, -0.09, -0.13, -0.07, 1.28, 1.40, 2.69, 0.61, 0.00, -0.56
  };

  private static final double BIAS = -5.41;

  /** The claims of one output. */
  private static final class Joined {
    private Claim best;
    private double heldOut;
    private double share;
    private boolean turned;
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
    one.turned |= claim.source() == Claim.Source.TURNED && claim.explained() == 1;
    (claim.source() == Claim.Source.LEARNED ? one.learned : one.searched).add(claim.family());
    if (one.best == null || claim.score() > one.best.score()) {
      one.best = claim;
    }
  }

  /** The candidates, best first. */
  List<Explained> ranked() {
    List<Explained> ranked = new ArrayList<>();
    joined.forEach((grid, one) -> ranked.add(explained(grid, one)));
    ranked.sort(Comparator.comparingDouble(Explained::weight).reversed());
    return List.copyOf(ranked.subList(0, Math.min(MOST, ranked.size())));
  }

  private Explained explained(Grid grid, Joined one) {
    Evidence evidence =
        new Evidence(
            one.best.explained(),
            one.heldOut,
            one.best.cost(),
            one.best.allCosts(),
            one.best.layers(),
            one.best.blackLayers(),
            one.share,
            one.searched.size(),
            one.learned.size(),
            one.turned,
            demonstrations);
    double weight = BIAS;
    double[] features = evidence.features();
    for (int i = 0; i < features.length; i++) {
      weight += WEIGHTS[i] * features[i];
    }
    return new Explained(grid, weight, evidence, one.best.family(), one.best.words().get());
  }
}
