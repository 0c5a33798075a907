package io.github.archrm.solver.think;

import io.github.archrm.augment.View;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.solver.vote.TaskVote;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;

/** How far the thinking about one puzzle has come. */
final class PuzzleThinking {
  private final int test;
  private final Kind kind;
  private final Grid input;
  private final TaskVote vote;
  private final List<View> views;
  private final Restarts restarts;
  private final boolean kept;
  private final List<Prediction> predictions = new ArrayList<>();
  private List<Thought> thoughts = List.of();
  private int fewest = Integer.MAX_VALUE;
  private Optional<Start> best = Optional.empty();
  private int sinceBest;
  private boolean proved;
  private double seconds;
  private int segments;
  private int starts;
  private int rows;

  /**
   * @param task that the puzzle is a test input of
   * @param test index of the puzzle in its task
   * @param views through which it is seen, in turn
   * @param restarts how starts are chosen
   * @param kept whether to keep what is thought in the best of its starts
   */
  PuzzleThinking(
      Task task, int test, TaskVote vote, List<View> views, Restarts restarts, boolean kept) {
    this.kind = task.kind();
    this.input = task.testInputs().get(test);
    this.test = test;
    this.vote = vote;
    this.views = views;
    this.restarts = restarts;
    this.kept = kept;
  }

  int test() {
    return test;
  }

  boolean isKept() {
    return kept;
  }

  Grid input() {
    return input;
  }

  /** Whether an answer may have what the puzzle has in a cell. */
  boolean mayStay(int symbol) {
    return kind.choices(symbol).contains(symbol);
  }

  List<Violation> broken(Grid answer) {
    return vote.broken(test, answer);
  }

  /**
   * Another start, which takes a row of the batch: a guess at the best one, seen as the row's last
   * start was, or a fresh one.
   *
   * @param last of the row, if it was a start of this puzzle
   */
  Start begin(Optional<Start> last, RandomGenerator random) {
    rows++;
    boolean fresh = last.isEmpty() || starts % restarts.guesses().freshEvery() == 0;
    Optional<Grid> guess = fresh ? Optional.empty() : best.flatMap(one -> guess(one, random));
    View view = guess.isPresent() ? last.get().view() : views.get(starts % views.size());
    Start start = new Start(this, starts, view, guess);
    starts++;
    return start;
  }

  private Optional<Grid> guess(Start start, RandomGenerator random) {
    return kind.guess(start.thoughtAbout(), start.broken(), random);
  }

  /** Counts what a segment of one of its starts has cost. */
  void spend(double more) {
    seconds += more;
    segments++;
  }

  /** Takes the outcome of a start, which leaves its row. */
  void end(Start start) {
    rows--;
    predictions.add(start.best());
    proved |= start.isProved();
    learn(start);
    if (kept && start.fewest() < fewest) {
      fewest = start.fewest();
      thoughts = start.thoughts();
    }
  }

  /** Keeps the best start to guess at, for a while; one that there is no guess at is a dead end. */
  private void learn(Start start) {
    sinceBest++;
    if (sinceBest > restarts.guesses().most()) {
      best = Optional.empty();
    }
    boolean better = best.isEmpty() || start.fewest() < best.get().fewest();
    if (better && guess(start, new Random(0)).isPresent()) {
      best = Optional.of(start);
      sinceBest = 0;
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
