package io.github.archrm.solver.vote;

import io.github.archrm.tasks.Grid;

/**
 * A grid that is proposed for a test input, by views or by a program.
 *
 * @param grid the prediction with its view undone, or what the program makes of the input
 * @param votes how many views predicted it, each counted by its weight; 0 if only a program did
 * @param share votes divided by those of all predictions made, malformed ones included, 0-1
 * @param confidence mean halting probability of the predictions that voted for it, 0-1
 * @param program what the likeliest program that makes this grid does, in plain English; empty if
 *     no program makes it
 * @param programOdds the log-odds that this program is right, as the search gives them; 0 if there
 *     is none
 */
public record Candidate(
    Grid grid, double votes, double share, double confidence, String program, double programOdds) {

  /** A grid that only views propose. */
  public Candidate(Grid grid, double votes, double share, double confidence) {
    this(grid, votes, share, confidence, "", 0);
  }

  /** A grid that only a program proposes. */
  public static Candidate ofProgram(Grid grid, String program, double odds) {
    return new Candidate(grid, 0, 0, 0, program, odds);
  }

  /** Whether a program makes this grid. */
  public boolean isExplained() {
    return !program.isEmpty();
  }

  /** The same grid, which a program makes too. */
  Candidate explainedBy(String words, double odds) {
    return new Candidate(grid, votes, share, confidence, words, odds);
  }
}
