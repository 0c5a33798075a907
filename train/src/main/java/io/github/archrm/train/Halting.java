package io.github.archrm.train;

import java.util.random.RandomGenerator;

/**
 * Adaptive computation time: when a row of the batch stops thinking and makes room for new data.
 *
 * @param rule how a row decides
 * @param maxSegments segments after which a row halts in any case
 * @param exploration probability that a row must make a number of segments drawn from 2..max
 * @param lossWeight of the halting losses beside that of the cells
 */
public record Halting(Rule rule, int maxSegments, double exploration, double lossWeight) {

  /** How a row decides to halt. */
  public enum Rule {
    /**
     * When the halting logit exceeds that of continuing, which is taught by the next segment's
     * value (Q-learning, section 2 of the paper): one more forward pass per segment.
     */
    HALT_OR_CONTINUE,
    /** When the halting logit is above 0; no second forward pass (Tiny Recursive Model, 2025). */
    HALT_ONLY,
    /** At the maximum only. */
    FIXED
  }

  public Halting {
    if (maxSegments < 1) {
      throw new IllegalArgumentException("maxSegments must be at least 1, but is " + maxSegments);
    }
    if (!(exploration >= 0 && exploration <= 1)) {
      throw new IllegalArgumentException("exploration must be 0 to 1, but is " + exploration);
    }
    if (!(lossWeight >= 0)) {
      throw new IllegalArgumentException("lossWeight must not be negative, but is " + lossWeight);
    }
  }

  /**
   * Whether a row halts after a segment.
   *
   * @param made segments that the row has made, this one included
   * @param qHalt logit of halting after this segment
   * @param qContinue logit of going on
   */
  boolean halts(int made, float qHalt, float qContinue, RandomGenerator random) {
    boolean wants =
        isLast(made)
            || switch (rule) {
              case HALT_OR_CONTINUE -> qHalt > qContinue;
              case HALT_ONLY -> qHalt > 0;
              case FIXED -> false;
            };
    int least =
        exploration > 0 && maxSegments > 1 && random.nextDouble() < exploration
            ? random.nextInt(2, maxSegments + 1)
            : 0;
    return wants && made >= least;
  }

  /** Whether what the next segment would say is a target of this one. */
  public boolean looksAhead() {
    return rule == Rule.HALT_OR_CONTINUE && maxSegments > 1;
  }

  /** Whether a row may make no segment after so many. */
  boolean isLast(int made) {
    return made >= maxSegments;
  }
}
