package io.github.archrm.solver.think;

import io.github.archrm.augment.View;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.solver.vote.TaskVote;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Question;
import io.github.archrm.train.Thinking;
import io.github.archrm.train.TimeLimit;
import io.github.archrm.train.ViewPrediction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Thinks about the puzzles of a task until the rules prove an answer to each, or its part of the
 * budget is spent.
 *
 * <p>The rows of one batch are shared by all puzzles. A row whose start is proved, stuck or over
 * goes to the puzzle that needs it most: to one that has had none, and then to the one with the
 * fewest rows. So thousands of puzzles are thought about side by side at first, and the last hard
 * one has the whole batch to itself. Where a kind of puzzle knows how to {@link
 * io.github.archrm.tasks.Kind#guess guess} at what is broken in the best answer so far, most starts
 * of a puzzle are such guesses, and what they bring is held against the puzzle itself. Bounded by
 * segments, the same seed gives the same answers.
 */
public final class Search {
  private static final Comparator<PuzzleThinking> NEEDIEST_FIRST =
      Comparator.comparingInt(PuzzleThinking::rows).thenComparingInt(PuzzleThinking::segments);

  private final Function<List<Question>, Thinking> model;
  private final Restarts restarts;
  private final int rows;
  private final double seconds;
  private final int segments;
  private final TimeLimit deadline;
  private final Random random;

  /**
   * What came of one puzzle.
   *
   * @param test its index in the task
   * @param predictions one per start
   * @param thoughts of the start that broke fewest rules, one per segment; empty if not kept
   */
  public record Found(
      int test, List<Prediction> predictions, List<Thought> thoughts, Effort effort) {}

  /**
   * @param model begins to think about questions
   * @param room rows that a batch may have
   * @param seconds for each puzzle at most; may be infinite
   * @param segments for each puzzle at most, of all its starts
   * @param deadline of all
   * @param seed of guesses
   */
  public Search(
      Function<List<Question>, Thinking> model,
      Restarts restarts,
      int room,
      double seconds,
      int segments,
      TimeLimit deadline,
      long seed) {
    this.model = model;
    this.restarts = restarts;
    this.rows = Math.min(room, restarts.rows());
    this.seconds = seconds;
    this.segments = segments;
    this.deadline = deadline;
    this.random = new Random(seed);
  }

  /**
   * @param task whose test inputs are puzzles
   * @param tests indices of those that are thought about, at least one
   * @param views through which they are seen
   * @param kept of how many puzzles of the task, the first ones, the thoughts are kept
   * @return one entry per puzzle, in the order given
   */
  public List<Found> run(
      Task task, List<Integer> tests, TaskVote vote, List<View> views, int kept) {
    List<PuzzleThinking> puzzles =
        tests.stream()
            .map(test -> new PuzzleThinking(task, test, vote, views, restarts, test < kept))
            .toList();
    List<Start> starts = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      starts.add(neediest(puzzles).orElseThrow().begin(Optional.empty(), random));
    }
    try (Thinking thinking = model.apply(starts.stream().map(Start::question).toList())) {
      long before = System.nanoTime();
      while (starts.stream().anyMatch(start -> start != null)) {
        List<ViewPrediction> seen = thinking.segment();
        IntStream.range(0, rows)
            .filter(row -> starts.get(row) != null)
            .forEach(row -> starts.get(row).follow(seen.get(row)));
        long now = System.nanoTime();
        charge(starts, (now - before) / 1e9);
        before = now;
        turnOver(starts, puzzles, thinking);
      }
    }
    return puzzles.stream().map(PuzzleThinking::found).toList();
  }

  private static void charge(List<Start> starts, double seconds) {
    List<Start> thinking = starts.stream().filter(start -> start != null).toList();
    thinking.forEach(start -> start.puzzle().spend(seconds / thinking.size()));
  }

  /** Ends what is proved, stuck or over, and gives the rows to others. */
  private void turnOver(List<Start> starts, List<PuzzleThinking> puzzles, Thinking thinking) {
    boolean late = deadline.isPast();
    List<Start> before = new ArrayList<>(starts);
    for (Start start : proved(starts)) {
      start.puzzle().end(start);
      starts.set(starts.indexOf(start), null);
    }
    for (int row = 0; row < rows; row++) {
      Start start = starts.get(row);
      if (start != null && (late || isOver(start.puzzle()) || start.isStuck(restarts))) {
        start.puzzle().end(start);
        starts.set(row, null);
      }
    }
    for (int row = 0; row < rows && !late; row++) {
      Optional<PuzzleThinking> next =
          starts.get(row) == null ? neediest(puzzles) : Optional.empty();
      if (next.isPresent()) {
        Optional<Start> last =
            Optional.ofNullable(before.get(row)).filter(one -> one.puzzle() == next.get());
        Start start = next.get().begin(last, random);
        starts.set(row, start);
        if (start.isGuess()) {
          thinking.goOn(row, start.question());
        } else {
          thinking.begin(row, start.question());
        }
      }
    }
  }

  private static List<Start> proved(List<Start> starts) {
    return starts.stream().filter(start -> start != null && start.isProved()).toList();
  }

  private boolean isOver(PuzzleThinking puzzle) {
    return puzzle.isOver(seconds, segments);
  }

  private Optional<PuzzleThinking> neediest(List<PuzzleThinking> puzzles) {
    return puzzles.stream().filter(puzzle -> !isOver(puzzle)).min(NEEDIEST_FIRST);
  }
}
