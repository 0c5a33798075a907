package io.github.archrm.train.model;

import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;

/** Draws the first weights of a model (the public HRM code, models/common.py). */
public final class Initializer {
  /** What truncation at two standard deviations leaves of a normal's standard deviation. */
  private static final double TRUNCATED_STD = 0.8796256610342398;

  private final RandomGenerator random;

  public Initializer(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Normal, cut off at two standard deviations and widened so that what is left has the standard
   * deviation asked for.
   */
  public float[] truncatedNormal(Shape shape, double std) {
    float[] values = new float[(int) shape.size()];
    double scale = std / TRUNCATED_STD;
    for (int i = 0; i < values.length; i++) {
      double value;
      do {
        value = random.nextGaussian();
      } while (Math.abs(value) > 2);
      values[i] = (float) (value * scale);
    }
    return values;
  }

  /** For a linear map [out, in]: standard deviation 1/sqrt(in). */
  public float[] leCun(Shape shape) {
    return truncatedNormal(shape, 1 / Math.sqrt(shape.get(shape.dimension() - 1)));
  }
}
