package io.github.archrm.solver.think;

import io.github.archrm.augment.View;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.train.ViewPrediction;
import java.util.ArrayList;
import java.util.List;

/** What became of one random start of a puzzle, segment by segment. */
final class Start {
  private final PuzzleThinking puzzle;
  private final int number;
  private final View view;
  private final List<Thought> thoughts;
  private Prediction last;
  private int segments;
  private int fewest = Integer.MAX_VALUE;
  private int better;

  /**
   * @param number of the start among those of its puzzle, from 0
   * @param view through which the puzzle is seen
   */
  Start(PuzzleThinking puzzle, int number, View view) {
    this.puzzle = puzzle;
    this.number = number;
    this.view = view;
    this.thoughts = puzzle.isKept() ? new ArrayList<>() : null;
  }

  PuzzleThinking puzzle() {
    return puzzle;
  }

  View view() {
    return view;
  }

  /** The prediction after its last segment. */
  Prediction last() {
    return last;
  }

  /** What was predicted after every segment; empty if that is not kept. */
  List<Thought> thoughts() {
    return thoughts == null ? List.of() : thoughts;
  }

  /** Takes what is predicted after one more segment. */
  void follow(ViewPrediction seen) {
    segments++;
    last = Prediction.undone(view, seen.grid(), seen.halting());
    int broken = last.grid().map(puzzle::broken).orElse(Integer.MAX_VALUE);
    if (broken < fewest) {
      fewest = broken;
      better = segments;
    }
    if (thoughts != null) {
      thoughts.add(new Thought(last.grid().orElse(seen.grid()), last.confidence()));
    }
  }

  /** Rules that its last prediction breaks; the least of all its segments. */
  int fewest() {
    return fewest;
  }

  boolean isProved() {
    return fewest == 0;
  }

  /** Whether more segments are not worth it. */
  boolean isStuck(Restarts restarts) {
    return segments >= restarts.most() || segments - better >= restarts.patienceWith(number);
  }
}
