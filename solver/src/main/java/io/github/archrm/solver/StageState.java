package io.github.archrm.solver;

import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the models of one {@link Stage} have voted so far, and whether the latest may go on. */
final class StageState {
  /** A prediction without its weight; no grid if it was none. */
  private record Said(int[][] grid, double confidence) {
    static Said of(Prediction prediction) {
      return new Said(prediction.grid().map(Grid::toRows).orElse(null), prediction.confidence());
    }

    Prediction weighing(double weight) {
      return new Prediction(Optional.ofNullable(grid).map(Grid::of), confidence, weight);
    }
  }

  /** What one model says of each test input. */
  private record Vote(double weight, List<List<Said>> tests) {}

  private final List<Vote> votes = new ArrayList<>();
  private boolean agreed;
  private Integer unfinished;
  private int fitted = Integer.MAX_VALUE;

  /** Whether a model's views agreed, so that this stage has nothing more to do. */
  boolean agreed() {
    return agreed;
  }

  /** The number of the model whose training is saved, if it is. */
  Optional<Integer> unfinished() {
    return Optional.ofNullable(unfinished);
  }

  /** The step at which the unfinished model had fitted the demonstrations. */
  int fitted() {
    return fitted;
  }

  /**
   * Takes what a model says; the new words of the unfinished one replace its old ones.
   *
   * @param predictions per test input
   */
  void put(double weight, List<List<Prediction>> predictions) {
    if (unfinished != null) {
      votes.remove(votes.size() - 1);
      unfinished = null;
    }
    votes.add(
        new Vote(
            weight,
            predictions.stream().map(test -> test.stream().map(Said::of).toList()).toList()));
  }

  void agree() {
    agreed = true;
  }

  /** Notes that the latest model may go on. */
  void leaveUnfinished(int model, int fitted) {
    this.unfinished = model;
    this.fitted = fitted;
  }

  /** The votes for one test input; all models together have one full set. */
  List<Prediction> votes(int test) {
    return votes.stream()
        .flatMap(
            vote ->
                vote.tests().get(test).stream()
                    .map(said -> said.weighing(vote.weight() / votes.size())))
        .toList();
  }
}
