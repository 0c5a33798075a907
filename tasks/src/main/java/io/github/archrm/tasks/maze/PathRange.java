package io.github.archrm.tasks.maze;

/**
 * How many steps the shortest path of a maze takes.
 *
 * @param least at least 1
 * @param most not below the least
 */
public record PathRange(int least, int most) {
  /**
   * @throws IllegalArgumentException if no number is in the range
   */
  public PathRange {
    if (least < 1 || most < least) {
      throw new IllegalArgumentException(
          "no path has at least " + least + " and at most " + most + " steps");
    }
  }

  public boolean contains(int steps) {
    return steps >= least && steps <= most;
  }
}
