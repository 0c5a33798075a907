package io.github.archrm.solver.vote;

import io.github.archrm.augment.View;
import io.github.archrm.tasks.Grid;
import java.util.Optional;

/**
 * What the model says about one test input seen through one view.
 *
 * @param grid the predicted grid with its view undone; empty if the prediction was no grid
 * @param confidence the model's halting probability, 0-1
 * @param weight how much its vote counts, above 0
 * @param through which view it was seen, in words; empty if that is not known
 */
public record Prediction(Optional<Grid> grid, double confidence, double weight, String through) {

  /** A grid with cells outside is no grid, and a confidence that is not a number is none. */
  public Prediction {
    grid = grid.filter(Prediction::isWhole);
    confidence = Double.isNaN(confidence) ? 0 : confidence;
    if (confidence < 0 || confidence > 1) {
      throw new IllegalArgumentException("a confidence of " + confidence);
    }
    if (!(weight > 0)) {
      throw new IllegalArgumentException("a weight of " + weight);
    }
  }

  /** A prediction with a full vote. */
  public Prediction(Optional<Grid> grid, double confidence) {
    this(grid, confidence, 1, "");
  }

  /** The same prediction with another weight. */
  public Prediction weighing(double weight) {
    return new Prediction(grid, confidence, weight, through);
  }

  /** The same prediction with words for its view. */
  public Prediction through(String words) {
    return new Prediction(grid, confidence, weight, words);
  }

  /** A prediction that was not a rectangle. */
  public static Prediction malformed(double confidence) {
    return new Prediction(Optional.empty(), confidence);
  }

  /**
   * Undoes a view.
   *
   * @param predicted the rectangle predicted for the viewed test input; if it cannot have come from
   *     this view, the prediction is malformed
   */
  public static Prediction undone(View view, Grid predicted, double confidence) {
    Grid undone;
    try {
      undone = view.undo(predicted);
    } catch (IllegalArgumentException notOfThisView) {
      return malformed(confidence);
    }
    return new Prediction(Optional.of(undone), confidence);
  }

  private static boolean isWhole(Grid grid) {
    for (int r = 0; r < grid.height(); r++) {
      for (int c = 0; c < grid.width(); c++) {
        if (grid.cell(r, c) == Grid.OUTSIDE) {
          return false;
        }
      }
    }
    return true;
  }
}
