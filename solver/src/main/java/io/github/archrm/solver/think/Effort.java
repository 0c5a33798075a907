package io.github.archrm.solver.think;

/**
 * What thinking about one puzzle took.
 *
 * @param seconds of the machine: those of its rows, where several puzzles were thought about at the
 *     same time
 * @param segments of all its starts
 * @param starts random starting states
 */
public record Effort(double seconds, int segments, int starts) {
  public Effort {
    if (!(seconds >= 0) || segments < 0 || starts < 0) {
      throw new IllegalArgumentException("an effort of less than nothing");
    }
  }

  /** Both together. */
  public Effort plus(Effort other) {
    return new Effort(seconds + other.seconds, segments + other.segments, starts + other.starts);
  }
}
