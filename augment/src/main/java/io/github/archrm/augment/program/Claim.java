package io.github.archrm.augment.program;

import java.util.function.Supplier;

/**
 * One way to make an output, before ways that agree are joined.
 *
 * @param learned whether a rule was fitted, rather than programs searched
 * @param explained share of the demonstrations that are reproduced
 * @param heldOut share of the demonstrations that are reproduced without having been fitted to
 * @param cost the length of the longest program
 * @param allCosts the lengths of all programs together
 * @param share of all stacks with programs of some length that say the same of all tests
 */
record Claim(
    boolean learned,
    double explained,
    double heldOut,
    double cost,
    double allCosts,
    int layers,
    int blackLayers,
    double share,
    String family,
    Supplier<String> words) {

  /** How well its words explain to a person: short ones before long ones. */
  double plainness() {
    return 10 * explained - allCosts - layers;
  }

  /**
   * Whether it is better than another way to make the same output: what explains all demonstrations
   * is, however long it is.
   */
  boolean isBetterThan(Claim other) {
    boolean all = explained == 1;
    return all == (other.explained == 1) ? score() > other.score() : all;
  }

  private double score() {
    return 10 * explained + 0.5 * heldOut - cost - 0.05 * layers - 0.02 * blackLayers;
  }
}
