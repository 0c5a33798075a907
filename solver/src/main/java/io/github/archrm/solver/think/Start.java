package io.github.archrm.solver.think;

import io.github.archrm.augment.View;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Violation;
import io.github.archrm.train.Question;
import io.github.archrm.train.ViewPrediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of one random start of a puzzle, segment by segment. */
final class Start {
  private final PuzzleThinking puzzle;
  private final int number;
  private final View view;
  private final Optional<Grid> guess;
  private final List<Thought> thoughts;
  private Prediction last;
  private Prediction best;
  private int brokenOfBest = Integer.MAX_VALUE;
  private boolean bestIsValid;
  private int segments;
  private List<Violation> broken = List.of();
  private int fewest = Integer.MAX_VALUE;
  private int better;

  /**
   * @param number of the start among those of its puzzle, from 0
   * @param view through which the puzzle is seen
   * @param guess that is thought about in its place
   */
  Start(PuzzleThinking puzzle, int number, View view, Optional<Grid> guess) {
    this.puzzle = puzzle;
    this.number = number;
    this.view = view;
    this.guess = guess;
    this.thoughts = puzzle.isKept() ? new ArrayList<>() : null;
  }

  PuzzleThinking puzzle() {
    return puzzle;
  }

  Question question() {
    return new Question(puzzle.test(), view, true, guess);
  }

  View view() {
    return view;
  }

  /** Whether it is a guess, which can go on from the state that its row has. */
  boolean isGuess() {
    return guess.isPresent();
  }

  /** What is thought about: the puzzle, or a guess. */
  Grid thoughtAbout() {
    return guess.orElse(puzzle.input());
  }

  /**
   * The prediction that breaks fewest rules, a valid one before any other; the last one if none can
   * be read.
   */
  Prediction best() {
    return best == null ? last : best;
  }

  /** What was predicted after every segment; empty if that is not kept. */
  List<Thought> thoughts() {
    return thoughts == null ? List.of() : thoughts;
  }

  /** Takes what is predicted after one more segment. */
  void follow(ViewPrediction seen) {
    segments++;
    Prediction undone = Prediction.undone(view, seen.grid(), seen.halting());
    last = new Prediction(undone.grid().map(this::answer), undone.confidence());
    List<Violation> now = last.grid().map(puzzle::broken).orElse(null);
    if (now != null && now.size() < fewest) {
      broken = now;
      fewest = now.size();
      better = segments;
    }
    if (now != null) {
      keepBest(now);
    }
    if (thoughts != null) {
      thoughts.add(new Thought(last.grid().orElse(seen.grid()), last.confidence()));
    }
  }

  private void keepBest(List<Violation> brokenOfLast) {
    boolean valid = brokenOfLast.stream().allMatch(one -> one.rule().isAboutOptimality());
    boolean fewer = valid == bestIsValid && brokenOfLast.size() < brokenOfBest;
    if (valid && !bestIsValid || fewer) {
      best = last;
      bestIsValid = valid;
      brokenOfBest = brokenOfLast.size();
    }
  }

  /** What is left as the guess has it stands for what the puzzle has there, if that may be. */
  private Grid answer(Grid answer) {
    Grid input = puzzle.input();
    if (guess.isEmpty() || !answer.sameSize(input)) {
      return answer;
    }
    return Grid.generate(
        input.height(),
        input.width(),
        (r, c) -> {
          int given = input.cell(r, c);
          boolean left = answer.cell(r, c) == guess.get().cell(r, c);
          return left && puzzle.mayStay(given) ? given : answer.cell(r, c);
        });
  }

  /** Where its best prediction breaks rules. */
  List<Violation> broken() {
    return broken;
  }

  /** Rules that its best prediction breaks. */
  int fewest() {
    return fewest;
  }

  boolean isProved() {
    return fewest == 0;
  }

  /** Whether more segments are not worth it. */
  boolean isStuck(Restarts restarts) {
    int patience = guess.isEmpty() ? restarts.patienceWith(number) : restarts.guesses().patience();
    return segments >= restarts.most() || segments - better >= patience;
  }
}
