package io.github.archrm.augment.program;

import java.time.Duration;

/**
 * What a search for programs may spend.
 *
 * @param depth how many primitives a program has at most; laying lists back, painting and fitting
 *     to the output come on top
 * @param evaluations applications of a primitive, over all examples; exactly repeatable
 * @param time how long at most; what is found by then is given
 * @param mebibytes that the states of all examples may take; the search as a whole takes about
 *     twice that at most
 */
public record SearchLimits(int depth, long evaluations, Duration time, int mebibytes) {
  private static final Duration FOREVER = Duration.ofDays(1000);
  private static final int MEBIBYTES = 200;

  /** To a depth, without any other limit than memory. */
  public static SearchLimits ofDepth(int depth) {
    return new SearchLimits(depth, Long.MAX_VALUE, FOREVER, MEBIBYTES);
  }

  /** The same, but at most so many evaluations. */
  public SearchLimits withEvaluations(long most) {
    return new SearchLimits(depth, most, time, mebibytes);
  }

  /** The same, but for at most so long. */
  public SearchLimits within(Duration most) {
    return new SearchLimits(depth, evaluations, most, mebibytes);
  }

  /** The {@link System#nanoTime()} at which a search that started at another must end. */
  long deadline(long started) {
    return time.compareTo(FOREVER) >= 0 ? Long.MAX_VALUE : started + time.toNanos();
  }
}
