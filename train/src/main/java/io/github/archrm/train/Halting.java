package io.github.archrm.train;

/**
 * Adaptive computation time: when a row of the batch stops thinking and makes room for new data.
 *
 * @param rule how a row decides
 * @param maxSegments segments after which a row halts in any case
 * @param exploration probability that a row must make a number of segments drawn from 2..max
 */
public record Halting(Rule rule, int maxSegments, double exploration) {

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
      throw new IllegalArgumentException("a row needs at least one segment");
    }
  }
}
