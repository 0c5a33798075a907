package io.github.archrm.train.bench;

import ai.djl.ndarray.NDScope;
import io.github.archrm.train.Compute;
import io.github.archrm.train.model.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Whether a device computes what the CPU does: one training step from the same weights and rows,
 * with starting states that are no noise, which each device draws for itself.
 */
public final class DeviceCheck {
  /** Of a loss: sums of float32 in another order. */
  private static final double LOSS_TOLERANCE = 1e-4;

  private static final double GRADIENT_TOLERANCE = 1e-3;

  /**
   * An array of gradients that are all smaller than this share of the largest one is taken to be
   * that large: what cancels out leaves rounding errors alone.
   */
  private static final double NEGLIGIBLE = 1e-3;

  private DeviceCheck() {}

  /**
   * What came out for one model.
   *
   * @param model short name of the model
   * @param side height and width of the canvas
   * @param cpuLoss the whole loss of the step
   * @param deviceLoss the same
   * @param gradient largest difference of a gradient, relative to the largest of its array
   * @param weight whose gradients these are
   */
  public record Deviation(
      String model, int side, double cpuLoss, double deviceLoss, double gradient, String weight) {

    /** Of the losses, relative to the CPU's. */
    public double loss() {
      return Math.abs(deviceLoss - cpuLoss) / Math.abs(cpuLoss);
    }

    /** Whether both agree as far as float32 can. */
    public boolean isTolerable() {
      return loss() <= LOSS_TOLERANCE && gradient <= GRADIENT_TOLERANCE;
    }
  }

  private record Outcome(double loss, Map<String, float[]> gradients) {}

  /**
   * Compares a device with the CPU.
   *
   * @param listener told of each model as soon as it is compared
   */
  public static List<Deviation> of(Compute device, Compute cpu, Consumer<Deviation> listener) {
    return Stream.of(Case.task(10), Case.task(30), Case.small(10, 4))
        .map(Case::withoutNoise)
        .map(one -> compare(one, outcome(one, cpu), outcome(one, device)))
        .peek(listener)
        .toList();
  }

  private static Outcome outcome(Case one, Compute compute) {
    Map<String, float[]> gradients = new LinkedHashMap<>();
    double[] loss = new double[1];
    try (Trial trial = new Trial(one, compute)) {
      trial
          .trainer()
          .probe(
              details -> {
                loss[0] = details.loss();
                gradients.putAll(gradients(trial.weights()));
              });
      trial.step();
    }
    return new Outcome(loss[0], gradients);
  }

  private static Map<String, float[]> gradients(Weights weights) {
    Map<String, float[]> gradients = new LinkedHashMap<>();
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      weights
          .all()
          .forEach(
              (name, array) -> {
                if (array.hasGradient()) {
                  gradients.put(name, array.getGradient().toFloatArray());
                }
              });
    }
    return gradients;
  }

  private static Deviation compare(Case one, Outcome cpu, Outcome device) {
    double least =
        NEGLIGIBLE
            * cpu.gradients().values().stream().mapToDouble(DeviceCheck::largest).max().orElse(0);
    double most = 0;
    String weight = "none";
    for (Map.Entry<String, float[]> gradient : cpu.gradients().entrySet()) {
      float[] expected = gradient.getValue();
      float[] actual = device.gradients().get(gradient.getKey());
      double difference = 0;
      for (int i = 0; i < expected.length; i++) {
        double here = Math.abs((double) expected[i] - actual[i]);
        difference = Math.max(difference, Double.isNaN(here) ? Double.POSITIVE_INFINITY : here);
      }
      double relative = difference / Math.max(largest(expected), least);
      if (relative >= most) {
        most = relative;
        weight = gradient.getKey();
      }
    }
    return new Deviation(one.model(), one.side(), cpu.loss(), device.loss(), most, weight);
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
