package io.github.archrm.solver;

import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.solver.vote.TaskVote;
import io.github.archrm.tasks.Grid;
import io.github.archrm.train.tokens.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What one {@link Member} has voted so far, and what it goes on with in a later call. */
final class MemberState {
  /**
   * What one model or one search says.
   *
   * @param weight times those of the predictions
   * @param fits whether it has fitted the demonstrations, or needs not
   * @param tests per test input
   */
  private record OneVote(double weight, boolean fits, List<List<Prediction>> tests) {}

  private final List<OneVote> votes = new ArrayList<>();
  private boolean done;
  private OptionalInt unfinished = OptionalInt.empty();
  private OptionalInt fitted = OptionalInt.empty();
  private Channels channels = Channels.NONE;

  /** Whether it has nothing more to do. */
  boolean isDone() {
    return done;
  }

  boolean hasVotes() {
    return !votes.isEmpty();
  }

  /** Whether one of those who have voted has fitted the demonstrations, or needs not. */
  boolean fits() {
    return votes.stream().anyMatch(OneVote::fits);
  }

  /** The number of the model whose training is saved, if it is. */
  OptionalInt unfinished() {
    return unfinished;
  }

  /** Whether a later call trains a model of it on. */
  boolean goesOn() {
    return !done && unfinished.isPresent();
  }

  /** The step at which the unfinished model had fitted the demonstrations, if it has. */
  OptionalInt fitted() {
    return fitted;
  }

  /** What the unfinished model has said per test input, if there is one. */
  Optional<List<List<Prediction>>> said() {
    return unfinished.isPresent()
        ? Optional.of(votes.get(votes.size() - 1).tests())
        : Optional.empty();
  }

  /** What the unfinished model is shown beside the inputs: it goes on with the same. */
  Channels channels() {
    return channels;
  }

  /**
   * Takes what a model or a search says; what the unfinished model says now replaces what it said
   * before.
   *
   * @param weight times those of the predictions
   * @param fits whether it has fitted the demonstrations, or needs not
   * @param predictions per test input
   */
  void put(double weight, boolean fits, List<List<Prediction>> predictions) {
    drop();
    votes.add(new OneVote(weight, fits, predictions.stream().map(List::copyOf).toList()));
  }

  /** Drops the unfinished model and what it said, if there is one, but for what is proved. */
  void abandon(TaskVote vote) {
    drop()
        .ifPresent(
            said -> {
              List<List<Prediction>> proved = vote.proved(said.tests());
              if (proved.stream().anyMatch(test -> !test.isEmpty())) {
                votes.add(new OneVote(said.weight(), said.fits(), proved));
              }
            });
  }

  private Optional<OneVote> drop() {
    if (unfinished.isEmpty()) {
      return Optional.empty();
    }
    unfinished = OptionalInt.empty();
    return Optional.of(votes.remove(votes.size() - 1));
  }

  void finish() {
    done = true;
  }

  /** Notes that the latest model may go on. */
  void leaveUnfinished(int model, OptionalInt fittedAt, Channels shown) {
    this.unfinished = OptionalInt.of(model);
    this.fitted = fittedAt;
    this.channels = shown;
  }

  /** The votes for one test input; all models together have one full set. */
  List<Prediction> votes(int test) {
    return votes.stream()
        .flatMap(
            vote ->
                vote.tests().get(test).stream()
                    .map(one -> one.weighing(one.weight() * (vote.weight() / votes.size()))))
        .toList();
  }

  /** A state on disk. */
  record Kept(
      List<KeptVote> votes,
      boolean done,
      OptionalInt unfinished,
      OptionalInt fitted,
      KeptChannels channels) {}

  /** Channels on disk. */
  record KeptChannels(List<List<KeptGrid>> demonstrations, List<List<KeptGrid>> tests) {
    static KeptChannels of(Channels channels) {
      return new KeptChannels(kept(channels.demonstrations()), kept(channels.tests()));
    }

    private static List<List<KeptGrid>> kept(List<List<Grid>> grids) {
      return grids.stream()
          .map(list -> list.stream().map(grid -> new KeptGrid(grid.toRows())).toList())
          .toList();
    }

    private static List<List<Grid>> grids(List<List<KeptGrid>> kept) {
      return kept.stream()
          .map(list -> list.stream().map(one -> Grid.of(one.rows())).toList())
          .toList();
    }

    Channels channels() {
      return new Channels(grids(demonstrations), grids(tests));
    }
  }

  record KeptGrid(int[][] rows) {}

  record KeptVote(double weight, boolean fits, List<List<KeptPrediction>> tests) {}

  /** A prediction on disk; no grid if it was none. */
  record KeptPrediction(Optional<int[][]> grid, double confidence, double weight, String through) {
    static KeptPrediction of(Prediction prediction) {
      return new KeptPrediction(
          prediction.grid().map(Grid::toRows),
          prediction.confidence(),
          prediction.weight(),
          prediction.through());
    }

    Prediction prediction() {
      return new Prediction(grid.map(Grid::of), confidence, weight, through);
    }
  }

  Kept keep() {
    return new Kept(
        votes.stream()
            .map(
                vote ->
                    new KeptVote(
                        vote.weight(),
                        vote.fits(),
                        vote.tests().stream()
                            .map(test -> test.stream().map(KeptPrediction::of).toList())
                            .toList()))
            .toList(),
        done,
        unfinished,
        fitted,
        KeptChannels.of(unfinished.isPresent() ? channels : Channels.NONE));
  }

  /**
   * @param tests number of test inputs
   * @throws IllegalArgumentException if there are others, or a prediction cannot be one
   */
  static MemberState of(Kept kept, int tests) {
    MemberState state = new MemberState();
    for (KeptVote vote : kept.votes()) {
      if (vote.tests().size() != tests) {
        throw new IllegalArgumentException(
            "votes for " + vote.tests().size() + " test inputs, not " + tests);
      }
      state.votes.add(
          new OneVote(
              vote.weight(),
              vote.fits(),
              vote.tests().stream()
                  .map(test -> test.stream().map(KeptPrediction::prediction).toList())
                  .toList()));
    }
    state.done = kept.done();
    state.unfinished = kept.votes().isEmpty() ? OptionalInt.empty() : kept.unfinished();
    state.fitted = kept.fitted();
    state.channels = kept.channels().channels();
    return state;
  }
}
