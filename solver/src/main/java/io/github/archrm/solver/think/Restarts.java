package io.github.archrm.solver.think;

import io.github.archrm.tasks.Structure;

/**
 * How a puzzle whose answers can be checked is thought about until one is proved: from many random
 * starts, of which those that look promising go on and the others give way to new ones.
 *
 * @param seconds for each puzzle at most, where no budget is given
 * @param rows starts that are thought about at the same time, of one puzzle or of several
 * @param patience segments that each of a puzzle's first starts, as many as there are rows, may
 *     take without breaking fewer rules than before; twice as many with every further so many
 *     starts, as some puzzles need long thinking and nobody knows which
 * @param most segments of a start
 * @param guesses where the kind of puzzle knows how to guess
 */
public record Restarts(double seconds, int rows, int patience, int most, Guesses guesses) {
  /**
   * Starts that go on from the best one of a puzzle with a guess at where it breaks rules.
   *
   * @param patience segments that a guess may take without breaking fewer rules
   * @param freshEvery one start of so many is a fresh one all the same
   * @param most guesses without a better one after which the best start is given up
   */
  public record Guesses(int patience, int freshEvery, int most) {
    public Guesses {
      require(patience > 0, "patience must be at least 1, but is " + patience);
      require(freshEvery > 0, "freshEvery must be at least 1, but is " + freshEvery);
      require(most > 0, "most must be at least 1, but is " + most);
    }
  }

  public Restarts {
    require(seconds > 0, "seconds must be above 0, but is " + seconds);
    require(rows > 0, "rows must be at least 1, but is " + rows);
    require(patience > 0, "patience must be at least 1, but is " + patience);
    require(most > 0, "most must be at least 1, but is " + most);
  }

  /**
   * Where news travels from cell to near cell, an answer needs longer, and guesses follow others.
   */
  public static Restarts of(Structure structure) {
    boolean near = structure.near();
    return new Restarts(near ? 20 : 10, near ? 4 : 16, 12, 256, new Guesses(6, 8, 48));
  }

  /** The same with starts of exactly so many segments; guesses end as before. */
  public Restarts of(int segments) {
    return new Restarts(seconds, rows, segments, segments, guesses);
  }

  /** The patience with a puzzle's n-th start, from 0. */
  int patienceWith(int start) {
    return (int) Math.min(most, (long) patience << Math.min(Integer.SIZE, start / rows));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
