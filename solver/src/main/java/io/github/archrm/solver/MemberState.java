package io.github.archrm.solver;

import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What one {@link Member} has voted so far, and what it goes on with in a later call. */
final class MemberState {
  /** A prediction as it is kept; no grid if it was none. */
  private record KeptPrediction(int[][] grid, double confidence, double weight) {
    static KeptPrediction of(Prediction prediction) {
      return new KeptPrediction(
          prediction.grid().map(Grid::toRows).orElse(null),
          prediction.confidence(),
          prediction.weight());
    }

    Prediction weighing(double times) {
      return new Prediction(Optional.ofNullable(grid).map(Grid::of), confidence, weight * times);
    }
  }

  /** What one model says of each test input. */
  private record ModelVote(double weight, List<List<KeptPrediction>> tests) {}

  private final List<ModelVote> votes = new ArrayList<>();
  private boolean done;
  private Integer unfinished;
  private Integer fitted;

  /** Whether it has nothing more to do. */
  boolean isDone() {
    return done;
  }

  boolean hasVotes() {
    return !votes.isEmpty();
  }

  /** The number of the model whose training is saved, if it is. */
  Optional<Integer> unfinished() {
    return Optional.ofNullable(unfinished);
  }

  /** The step at which the unfinished model had fitted the demonstrations, if it has. */
  OptionalInt fitted() {
    return fitted == null ? OptionalInt.empty() : OptionalInt.of(fitted);
  }

  /**
   * Takes what a model or a search says; what the unfinished model says now replaces what it said
   * before.
   *
   * @param weight times those of the predictions
   * @param predictions per test input
   */
  void put(double weight, List<List<Prediction>> predictions) {
    if (unfinished != null) {
      votes.remove(votes.size() - 1);
      unfinished = null;
    }
    votes.add(
        new ModelVote(
            weight,
            predictions.stream()
                .map(test -> test.stream().map(KeptPrediction::of).toList())
                .toList()));
  }

  void finish() {
    done = true;
  }

  /** Notes that the latest model may go on. */
  void leaveUnfinished(int model, OptionalInt fittedAt) {
    this.unfinished = model;
    this.fitted = fittedAt.isPresent() ? fittedAt.getAsInt() : null;
  }

  /** The votes for one test input; all models together have one full set. */
  List<Prediction> votes(int test) {
    return votes.stream()
        .flatMap(
            vote ->
                vote.tests().get(test).stream()
                    .map(kept -> kept.weighing(vote.weight() / votes.size())))
        .toList();
  }
}
