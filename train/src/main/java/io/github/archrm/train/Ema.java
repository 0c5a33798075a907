package io.github.archrm.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.github.archrm.train.file.Safetensors;
import io.github.archrm.train.model.Weights;

/** Exponential moving average of a model's weights, for prediction. */
public final class Ema implements AutoCloseable {
  static final String PREFIX = "ema.";

  private final Recipe.Averaging averaging;
  private final Weights source;
  private final Weights average;
  private final NDManager manager;
  private int updates;

  /** Must not be called inside an NDScope. */
  public Ema(Weights source, NDManager parent, Recipe.Averaging averaging) {
    this.averaging = averaging;
    this.source = source;
    this.average = source.copy();
    this.manager = parent.newSubManager();
  }

  /**
   * Moves the average towards the weights. The first steps move it further, so that the random
   * first weights do not linger: decay = min(decay, (1 + t) / (warmUp + t)).
   */
  public void update() {
    updates++;
    double keep = Math.min(averaging.decay(), (1.0 + updates) / (averaging.warmUp() + updates));
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray take = manager.create((float) (1 - keep));
      average.all().forEach((name, mean) -> mean.addi(source.get(name).sub(mean).mul(take)));
    }
  }

  int updates() {
    return updates;
  }

  /** Takes the averages out of a file, where {@link #PREFIX} stands before their names. */
  void restore(int updates, Safetensors file) {
    average.load(file, PREFIX);
    this.updates = updates;
  }

  Weights weights() {
    return average;
  }

  @Override
  public void close() {
    average.close();
    manager.close();
  }
}
