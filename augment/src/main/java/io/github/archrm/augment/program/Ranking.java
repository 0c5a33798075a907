package io.github.archrm.augment.program;

import io.github.archrm.augment.program.search.Finding;
import io.github.archrm.augment.program.search.Run;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what all runs make of one test input and puts it in order. */
final class Ranking {
  /** How many candidates are kept for a test input. */
  private static final int MOST = 20;

  /** Fitted by logistic regression; see the README of this module for how and on what. */
  private static final double[] WEIGHTS = {0, 10, 0, 0.5, -1, -0.1, 0, 0, 0.1, 0.1, 0, 0};

  private static final double BIAS = 0;

  /** What makes one output. */
  private static final class Merged {
    private Run run;
    private Finding best;
    private double score = Double.NEGATIVE_INFINITY;
    private double heldOut;
    private boolean turned;
    private boolean byName;
    private boolean byRole;
    private boolean learned;
    private final Set<String> families = new HashSet<>();
  }

  private final Map<Grid, Merged> merged = new LinkedHashMap<>();
  private final int demonstrations;

  Ranking(int demonstrations) {
    this.demonstrations = demonstrations;
  }

  /**
   * Adds what a finding of a run makes.
   *
   * @param twice whether the frame has every demonstration twice, plain and transposed
   */
  void add(Grid grid, Run run, Finding finding, boolean twice, boolean byRole) {
    Merged one = merged.computeIfAbsent(grid, key -> new Merged());
    int mask = (1 << demonstrations) - 1;
    int exact = twice ? finding.exact() & finding.exact() >> demonstrations : finding.exact();
    int fitted = twice ? finding.fitted() | finding.fitted() >> demonstrations : finding.fitted();
    exact &= mask;
    one.heldOut =
        Math.max(one.heldOut, (double) Integer.bitCount(exact & ~fitted) / demonstrations);
    one.turned |= twice && exact == mask;
    one.byName |= !byRole;
    one.byRole |= byRole;
    one.learned |= finding.kind() == Finding.Kind.LEARNED;
    one.families.add(run.family(finding));
    double score = score(finding, exact, twice);
    if (score > one.score) {
      one.score = score;
      one.run = run;
      one.best = finding;
    }
  }

  private static double score(Finding finding, int exact, boolean twice) {
    double score = Integer.bitCount(exact) - 0.1 * finding.cost() - 1e-5 * finding.layers();
    return twice ? score - 1e-3 : score;
  }

  /** The candidates, best first. */
  List<Explained> ranked() {
    List<Explained> ranked = new ArrayList<>();
    merged.forEach((grid, one) -> ranked.add(explained(grid, one)));
    ranked.sort(Comparator.comparingDouble(Explained::weight).reversed());
    return List.copyOf(ranked.subList(0, Math.min(MOST, ranked.size())));
  }

  private Explained explained(Grid grid, Merged one) {
    int mask = (1 << demonstrations) - 1;
    int exact = one.best.exact();
    if (one.run.frame().demonstrations() > demonstrations) {
      exact &= exact >> demonstrations;
    }
    Evidence evidence =
        new Evidence(
            (double) Integer.bitCount(exact & mask) / demonstrations,
            one.heldOut,
            one.best.cost(),
            one.best.layers(),
            one.best.blackLayers(),
            one.families.size(),
            one.turned,
            one.byName && one.byRole,
            one.learned,
            demonstrations);
    double weight = BIAS;
    double[] features = evidence.features();
    for (int i = 0; i < features.length; i++) {
      weight += WEIGHTS[i] * features[i];
    }
    return new Explained(grid, weight, evidence, one.run.family(one.best), one.run.words(one.best));
  }
}
