package io.github.archrm.solver.vote;

import java.util.List;

/** Makes candidates out of the predictions for one test input and puts the best first. */
@FunctionalInterface
public interface Ranking {
  /**
   * @param predictions one per view, in the order of the views; malformed ones are no candidates
   * @return different grids, best first; empty if no prediction is a grid
   */
  List<Candidate> rank(List<Prediction> predictions);
}
