package io.github.archrm.augment.program;

import java.time.Duration;

/**
 * What a search for programs may spend.
 *
 * @param depth how many primitives a program has at most; laying lists back, painting and fitting
 *     to the output come on top
 * @param evaluations applications of a primitive, over all examples; exactly repeatable
 * @param time how long at most; what is found by then is given
 * @param states that one example may have, which bounds memory
 */
public record SearchLimits(int depth, long evaluations, Duration time, int states) {
  private static final Duration FOREVER = Duration.ofDays(1000);
  private static final int STATES = 400_000;

  /** To a depth, without any other limit than memory. */
  public static SearchLimits ofDepth(int depth) {
    return new SearchLimits(depth, Long.MAX_VALUE, FOREVER, STATES);
  }

  /** The same, but at most so many evaluations. */
  public SearchLimits withEvaluations(long most) {
    return new SearchLimits(depth, most, time, states);
  }

  /** The same, but for at most so long. */
  public SearchLimits within(Duration most) {
    return new SearchLimits(depth, evaluations, most, states);
  }

  /** The {@link System#nanoTime()} at which a search that started at another must end. */
  long deadline(long started) {
    return time.compareTo(FOREVER) >= 0 ? Long.MAX_VALUE : started + time.toNanos();
  }
}
