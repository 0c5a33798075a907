package io.github.archrm.train;

import java.util.OptionalLong;

/**
 * When to be done at the latest.
 *
 * @param nanos a point in time by {@link System#nanoTime}; empty for no limit
 */
public record TimeLimit(OptionalLong nanos) {
  public static final TimeLimit NONE = new TimeLimit(OptionalLong.empty());

  /**
   * @param nanos by {@link System#nanoTime}
   */
  public static TimeLimit at(long nanos) {
    return new TimeLimit(OptionalLong.of(nanos));
  }

  /** So many nanoseconds from now. */
  public static TimeLimit in(long nanos) {
    return at(System.nanoTime() + nanos);
  }

  public boolean isPast() {
    return nanos.isPresent() && System.nanoTime() - nanos.getAsLong() >= 0;
  }

  /** Infinite without a limit. */
  public double secondsLeft() {
    return nanos.isPresent()
        ? (nanos.getAsLong() - System.nanoTime()) / 1e9
        : Double.POSITIVE_INFINITY;
  }

  /** So many nanoseconds sooner. */
  public TimeLimit earlier(long by) {
    return nanos.isPresent() ? at(nanos.getAsLong() - by) : this;
  }
}
