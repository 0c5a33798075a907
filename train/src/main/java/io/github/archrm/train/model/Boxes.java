package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * The boxes that a canvas falls into, all of one size.
 *
 * @param down boxes above each other
 * @param across boxes beside each other
 * @param height rows of a box
 * @param width columns of a box
 * @param line the cells of a box as a line
 */
record Boxes(int down, int across, int height, int width, Line line) {

  /**
   * Must not be called inside an NDScope: the tables are kept.
   *
   * @throws IllegalArgumentException if the canvas does not fall into such boxes
   */
  static Boxes of(NDManager manager, ModelConfig config, Canvas canvas, int height, int width) {
    if (height < 1 || width < 1 || canvas.height() % height != 0 || canvas.width() % width != 0) {
      throw new IllegalArgumentException(
          "a canvas of %dx%d does not fall into boxes of %dx%d"
              .formatted(canvas.height(), canvas.width(), height, width));
    }
    return new Boxes(
        canvas.height() / height,
        canvas.width() / width,
        height,
        width,
        Line.of(manager, config, height * width));
  }

  int count() {
    return down * across;
  }

  /** Cells of one box. */
  int cells() {
    return height * width;
  }

  /** [n, tokens, d] row by row to the same box by box. */
  NDArray gather(NDArray x) {
    return swapped(x, height, across);
  }

  /** The inverse of {@link #gather}. */
  NDArray scatter(NDArray x) {
    return swapped(x, across, height);
  }

  private NDArray swapped(NDArray x, int outer, int inner) {
    Shape shape = x.getShape();
    return x.reshape(shape.get(0), down, outer, inner, (long) width * shape.get(2))
        .swapAxes(2, 3)
        .reshape(shape);
  }
}
