package io.github.archrm.train.model;

import io.github.archrm.train.senses.Multiples;
import io.github.archrm.train.senses.Suggestions;
import java.util.Arrays;

/**
 * One example laid on a canvas.
 *
 * @param symbols what the model is told of each symbol plane of the row: which symbol it is, as an
 *     index into the vocabulary; null for a sequence model, whose symbols are the vocabulary
 * @param inputs [cells] symbol of every cell, as an index into the row's symbols; -1 for none
 * @param multiple [{@link Multiples#COUNT}][cells] where outputs are a multiple of their inputs in
 *     size, or inputs of their outputs: {@link Multiples}, likewise; else none, or nothing in them
 *     beside rows of other tasks
 * @param suggested [{@link Suggestions#COUNT}][cells] what the input suggests for its output,
 *     likewise; none for a model that is shown no suggestions
 * @param channels [channels][cells] further grids that are shown beside the input, likewise; none
 *     where the task has none
 * @param labels [cells] symbol to be predicted, or {@link #IGNORE}
 * @param features [cells · {@link #FEATURES}] what is known of a cell beside its symbol; null for a
 *     sequence model
 * @param puzzle row of the puzzle embedding
 */
public record Row(
    int[] symbols,
    int[] inputs,
    int[][] multiple,
    int[][] suggested,
    int[][] channels,
    int[] labels,
    float[] features,
    int puzzle) {
  /** A label that carries no loss. */
  public static final int IGNORE = -100;

  /** No grids beside an input. */
  public static final int[][] NO_GRIDS = {};

  /** Longest side of a canvas whose rows and columns have features of their own. */
  public static final int MAX_SIDE = 30;

  /**
   * Per cell: inside the input grid; in its first row, last row, first column, last column; inside
   * the output grid where its size is known beforehand; then, where places matter, which row of the
   * canvas, as one of 30, and which column.
   */
  public static final int FEATURES = 6 + 2 * MAX_SIDE;

  public static Row sequence(int[] inputs, int[] labels, int puzzle) {
    return new Row(null, inputs, NO_GRIDS, NO_GRIDS, NO_GRIDS, labels, null, puzzle);
  }

  /** A row of symbol planes whose output is no multiple of its input. */
  public static Row planes(
      int[] symbols, int[] inputs, int[] labels, float[] features, int puzzle) {
    return new Row(symbols, inputs, NO_GRIDS, NO_GRIDS, NO_GRIDS, labels, features, puzzle);
  }

  /** The same row with what its input suggests. */
  public Row suggesting(int[][] grids) {
    return new Row(symbols, inputs, multiple, grids, channels, labels, features, puzzle);
  }

  /** The same row with nothing in its channels. */
  public Row blankingChannels() {
    return new Row(
        symbols, inputs, multiple, suggested, blank(channels.length), labels, features, puzzle);
  }

  /**
   * The same row as one of many tasks, some of which have multiples.
   *
   * @param ofPuzzle row of the puzzle embedding
   */
  public Row amongOthers(int ofPuzzle) {
    int[][] multiples = multiple.length > 0 ? multiple : blank(Multiples.COUNT);
    return new Row(symbols, inputs, multiples, suggested, channels, labels, features, ofPuzzle);
  }

  private int[][] blank(int grids) {
    int[][] blank = new int[grids][inputs.length];
    for (int[] cells : blank) {
      Arrays.fill(cells, -1);
    }
    return blank;
  }

  /** The inputs, -1 also beyond the input grid where the model has a plane for that. */
  int[] inside() {
    int[] inside = inputs.clone();
    for (int i = 0; i < inside.length; i++) {
      inside[i] = features[i * FEATURES] == 1 ? inside[i] : -1;
    }
    return inside;
  }

  /** [cells] whether a cell is in the first or last row or column of the input grid. */
  boolean[] border() {
    boolean[] border = new boolean[inputs.length];
    for (int i = 0; i < border.length; i++) {
      for (int side = 1; side <= 4; side++) {
        border[i] |= features[i * FEATURES + side] == 1;
      }
    }
    return border;
  }

  /** Cells that carry a loss. */
  public int labelled() {
    int count = 0;
    for (int label : labels) {
      count += label == IGNORE ? 0 : 1;
    }
    return count;
  }

  /** Whether a prediction is right in every labelled cell. */
  public boolean matches(long[] predictions, int offset) {
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] != IGNORE && predictions[offset + i] != labels[i]) {
        return false;
      }
    }
    return true;
  }
}
