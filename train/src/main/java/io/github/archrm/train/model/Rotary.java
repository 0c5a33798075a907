package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.function.IntToDoubleFunction;

/**
 * Rotary positions (Su et al. 2021): element i of a head's first half and element i of its second
 * half turn together by an angle that depends on the position of the token.
 *
 * @param cos [tokens, head width]
 * @param sin [tokens, head width], negated in the first half, so that the turned vector is x·cos +
 *     swap(x)·sin with swap exchanging the halves
 */
record Rotary(NDArray cos, NDArray sin) {

  /** Positions 0, 1, 2, … along a line. */
  static Rotary line(NDManager manager, int tokens, int headWidth, double theta) {
    int pairs = headWidth / 2;
    return table(
        manager, tokens, headWidth, (token, i) -> token * Math.pow(theta, -(double) i / pairs));
  }

  /** Half of the pairs turn with the row, half with the column; a puzzle token does not turn. */
  static Rotary plane(
      NDManager manager, Canvas canvas, int puzzleTokens, int headWidth, double theta) {
    int pairs = headWidth / 2;
    int perAxis = pairs / 2;
    return table(
        manager,
        puzzleTokens + canvas.cells(),
        headWidth,
        (token, i) -> {
          int cell = token - puzzleTokens;
          if (cell < 0) {
            return 0;
          }
          int position = i < perAxis ? cell / canvas.width() : cell % canvas.width();
          return position * Math.pow(theta, -(double) (i % perAxis) / perAxis);
        });
  }

  private interface Angle {
    double of(int token, int pair);
  }

  private static Rotary table(NDManager manager, int tokens, int headWidth, Angle angle) {
    Shape shape = new Shape(tokens, headWidth);
    int pairs = headWidth / 2;
    IntToDoubleFunction angles = i -> angle.of(i / headWidth, i % headWidth % pairs);
    float[] cos = new float[tokens * headWidth];
    float[] sin = new float[tokens * headWidth];
    for (int i = 0; i < cos.length; i++) {
      cos[i] = (float) Math.cos(angles.applyAsDouble(i));
      sin[i] = (float) Math.sin(angles.applyAsDouble(i)) * (i % headWidth < pairs ? -1 : 1);
    }
    return new Rotary(manager.create(cos, shape), manager.create(sin, shape));
  }

  /** Turns [..., tokens, head width]. */
  NDArray turn(NDArray x) {
    int axis = x.getShape().dimension() - 1;
    long width = x.getShape().get(axis);
    NDArray swapped =
        Torch.slice(x, axis, width / 2, width).concat(Torch.slice(x, axis, 0, width / 2), axis);
    return x.mul(cos).add(swapped.mul(sin));
  }
}
