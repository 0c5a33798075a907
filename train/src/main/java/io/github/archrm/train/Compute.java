package io.github.archrm.train;

import ai.djl.Device;
import io.github.archrm.train.model.Torch;

/** The device and threads that models of this process run on. */
public final class Compute {
  private final Device device;

  private Compute(Device device) {
    this.device = device;
  }

  /**
   * Loads the native library; the first call of a process takes a second or two.
   *
   * @param device {@code auto} (a GPU if there is one), {@code cpu} or {@code gpu:i}
   * @param threads intra-op threads, at least 1
   * @throws IllegalArgumentException if the device is not one of these or this machine lacks it
   */
  public static Compute start(String device, int threads) {
    return new Compute(Torch.start(device, threads));
  }

  public Device device() {
    return device;
  }

  /** One line for a log: which libtorch, which device, how many threads. */
  @Override
  public String toString() {
    return Torch.description(device);
  }
}
