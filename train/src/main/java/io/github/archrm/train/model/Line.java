package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * A row or a column of the canvas, as axial attention sees it.
 *
 * @param rotary table over the positions of the line; null where positions are not rotary
 * @param offsets [length, length] index into a bias table of how far a key is from a query; null
 *     where positions are not relative
 * @param ones [length, 1]
 * @param between [length, length · length] how much of a cell lies between two others: 1, half of
 *     the two themselves; null unless attention is gated
 */
record Line(Rotary rotary, NDArray offsets, NDArray ones, NDArray between) {
  private static final int FARTHEST = 29;

  /** Rows of a bias table: distances of -29..29, farther ones count as the farthest. */
  static final int OFFSETS = 2 * FARTHEST + 1;

  /** Must not be called inside an NDScope: the tables are kept. */
  static Line of(NDManager manager, ModelConfig config, int length) {
    NDArray ones = manager.ones(new Shape(length, 1));
    NDArray between = config.attention().gated() ? between(manager, length) : null;
    return switch (config.positions().encoding()) {
      case NONE, LEARNED -> new Line(null, null, ones, between);
      case ROTARY_1D, ROTARY_2D ->
          new Line(
              Rotary.line(manager, length, config.headWidth(), config.positions().theta()),
              null,
              ones,
              between);
      case RELATIVE -> new Line(null, offsets(manager, length), ones, between);
    };
  }

  private static NDArray offsets(NDManager manager, int length) {
    long[] offsets = new long[length * length];
    for (int i = 0; i < offsets.length; i++) {
      int distance = i % length - i / length;
      offsets[i] = Math.max(-FARTHEST, Math.min(FARTHEST, distance)) + FARTHEST;
    }
    return manager.create(offsets, new Shape(length, length));
  }

  private static NDArray between(NDManager manager, int length) {
    float[] between = new float[length * length * length];
    for (int cell = 0; cell < length; cell++) {
      for (int from = 0; from < length; from++) {
        for (int to = 0; to < length; to++) {
          int nearer = Math.min(from, to);
          int farther = Math.max(from, to);
          int at = (cell * length + from) * length + to;
          if (nearer < cell && cell < farther) {
            between[at] = 1;
          } else if (nearer != farther && (cell == nearer || cell == farther)) {
            between[at] = 0.5f;
          }
        }
      }
    }
    return manager.create(between, new Shape(length, (long) length * length));
  }
}
