package io.github.archrm.solver.vote;

import io.github.archrm.tasks.Grid;
import java.util.List;

/**
 * What is handed in for one test input.
 *
 * @param first attempt 1, always a valid grid
 * @param second attempt 2, always a valid grid and different from the first
 * @param candidates every candidate, best first; empty if no prediction was a rectangle
 * @param predictions how many predictions were made
 */
public record TestAttempts(Grid first, Grid second, List<Candidate> candidates, int predictions) {
  public TestAttempts {
    candidates = List.copyOf(candidates);
  }

  /** What the program that makes a grid does, in plain English; empty if none does. */
  public String program(Grid grid) {
    return candidates.stream()
        .filter(candidate -> candidate.grid().equals(grid))
        .map(Candidate::program)
        .findFirst()
        .orElse("");
  }

  /** The share of the votes that a grid got, 0 if no view predicted it. */
  public double share(Grid grid) {
    return candidates.stream()
        .filter(candidate -> candidate.grid().equals(grid))
        .mapToDouble(Candidate::share)
        .findFirst()
        .orElse(0);
  }
}
