package io.github.archrm.solver.think;

import io.github.archrm.augment.View;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.solver.vote.TaskVote;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.List;

/** How far the thinking about one puzzle has come. */
final class PuzzleThinking {
  private final int test;
  private final TaskVote vote;
  private final List<View> views;
  private final boolean kept;
  private final List<Prediction> predictions = new ArrayList<>();
  private List<Thought> thoughts = List.of();
  private int fewest = Integer.MAX_VALUE;
  private boolean proved;
  private double seconds;
  private int segments;
  private int starts;
  private int rows;

  /**
   * @param test index of the puzzle in its task
   * @param views through which it is seen, in turn
   * @param kept whether to keep what is thought in the best of its starts
   */
  PuzzleThinking(int test, TaskVote vote, List<View> views, boolean kept) {
    this.test = test;
    this.vote = vote;
    this.views = views;
    this.kept = kept;
  }

  int test() {
    return test;
  }

  boolean isKept() {
    return kept;
  }

  int broken(Grid answer) {
    return vote.broken(test, answer);
  }

  /** Another start, which takes a row of the batch. */
  Start begin() {
    rows++;
    Start start = new Start(this, starts, views.get(starts % views.size()));
    starts++;
    return start;
  }

  /** Counts what a segment of one of its starts has cost. */
  void spend(double more) {
    seconds += more;
    segments++;
  }

  /** Takes the outcome of a start, which leaves its row. */
  void end(Start start) {
    rows--;
    predictions.add(start.last());
    proved |= start.isProved();
    if (kept && start.fewest() < fewest) {
      fewest = start.fewest();
      thoughts = start.thoughts();
    }
  }

  boolean isProved() {
    return proved;
  }

  /** Rows of the batch that its starts have. */
  int rows() {
    return rows;
  }

  int segments() {
    return segments;
  }

  /** Whether it has had its part, or needs no more. */
  boolean isOver(double mostSeconds, int mostSegments) {
    return proved || seconds >= mostSeconds || segments >= mostSegments;
  }

  Search.Found found() {
    return new Search.Found(
        test,
        List.copyOf(predictions),
        List.copyOf(thoughts),
        new Effort(seconds, segments, starts));
  }
}
