package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;

/**
 * Floating-point operations of matrix products, a multiplication and an addition as two. Each block
 * counts its own; sums, softmax, norms, convolutions and look-ups count nothing.
 */
final class Flops {
  private Flops() {}

  /** Of a row times a matrix. */
  static double ofProduct(double in, double out) {
    return 2 * in * out;
  }

  /** Of one token through a linear map. */
  static double ofLinear(NDArray weight) {
    return ofProduct(weight.getShape().get(0), weight.getShape().get(1));
  }
}
