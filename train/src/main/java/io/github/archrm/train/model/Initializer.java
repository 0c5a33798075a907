package io.github.archrm.train.model;

import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws the first values of a weight (the public HRM code, models/common.py). */
@FunctionalInterface
public interface Initializer {
  /** What truncation at two standard deviations leaves of a normal's standard deviation. */
  double TRUNCATED_STD = 0.8796256610342398;

  /** As many values as the shape has elements. */
  float[] draw(Shape shape, RandomGenerator random);

  /** The same number everywhere; draws nothing. */
  static Initializer constant(double value) {
    return (shape, random) -> {
      float[] values = new float[(int) shape.size()];
      Arrays.fill(values, (float) value);
      return values;
    };
  }

  /**
   * Normal, cut off at two standard deviations and widened so that what is left has the standard
   * deviation asked for.
   */
  static Initializer truncatedNormal(double std) {
    return (shape, random) -> {
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
    };
  }

  /** For a linear map [out, in]: standard deviation 1/sqrt(in). */
  static Initializer leCun() {
    return (shape, random) ->
        truncatedNormal(1 / Math.sqrt(shape.get(shape.dimension() - 1))).draw(shape, random);
  }
}
