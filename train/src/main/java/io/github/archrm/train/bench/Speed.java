package io.github.archrm.train.bench;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How fast a model trains, and what that takes.
 *
 * @param model short name of the model
 * @param side height and width of the canvas
 * @param symbols symbol planes per row; 1 for a sequence model
 * @param batch rows of a batch
 * @param parameters scalars that are learned
 * @param peakBytes the most physical memory that the process has had, Java's heap included; empty
 *     where the operating system is not Linux
 * @param gpuBytes of the GPU's memory that were in use after a step, by whomever; empty on a CPU
 * @param time where it goes; empty on a GPU, whose kernels run after their operators have ended
 */
public record Speed(
    String model,
    int side,
    int symbols,
    int batch,
    long parameters,
    Rate rate,
    OptionalLong peakBytes,
    OptionalLong gpuBytes,
    Optional<StepTime> time) {

  /**
   * Training steps and the yardstick, measured in turn.
   *
   * @param stepsPerSecond training steps, one segment of a batch each; median over rounds
   * @param gigaflopPerStep counted matrix products of one step, in 10⁹ floating-point operations
   * @param matmulGigaflops the yardstick: 10⁹ floating-point operations per second when multiplying
   *     large matrices; median over the measurements before, between and after the rounds
   * @param share of the matrix-multiply rate that the products of a training step reach, 0-1;
   *     median over rounds, each held against the yardstick just before and just after it
   */
  public record Rate(
      double stepsPerSecond, double gigaflopPerStep, double matmulGigaflops, double share) {
    public Rate {
      requirePositive("stepsPerSecond", stepsPerSecond);
      requirePositive("gigaflopPerStep", gigaflopPerStep);
      requirePositive("matmulGigaflops", matmulGigaflops);
      requirePositive("share", share);
    }
  }

  /** Of such a model on such a canvas. */
  public boolean isOf(String model, int side, int symbols) {
    return this.model.equals(model) && this.side == side && this.symbols == symbols;
  }

  static void requirePositive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " must be above 0, but is " + value);
    }
  }
}
