package io.github.archrm.solver;

/**
 * What solving one task may cost at most.
 *
 * <p>A limit in steps repeats exactly on the same machine; a limit in seconds does not.
 *
 * @param seconds wall-clock seconds for training and prediction together; may be infinite
 * @param steps optimizer steps, or segments of thinking where nothing is trained; 0 is as much
 *     thinking as the policy has views and starts for
 */
public record Budget(double seconds, int steps) {
  public Budget {
    if (!(seconds > 0) || steps < 0) {
      throw new IllegalArgumentException("a budget needs seconds above 0, and steps not below");
    }
  }

  public static Budget ofSeconds(double seconds) {
    return new Budget(seconds, Integer.MAX_VALUE);
  }

  /** What so many tasks, or puzzles of a task, may cost together. */
  public Budget times(int count) {
    return new Budget(seconds * count, (int) Math.min(Integer.MAX_VALUE, (long) steps * count));
  }

  public static Budget ofSteps(int steps) {
    return new Budget(Double.POSITIVE_INFINITY, steps);
  }
}
