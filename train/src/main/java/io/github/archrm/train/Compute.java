package io.github.archrm.train;

import ai.djl.Device;
import io.github.archrm.train.model.Torch;
import java.util.OptionalLong;

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

  public boolean onGpu() {
    return device.isGpu();
  }

  /** {@code cpu} or {@code gpu:i}. */
  public String name() {
    return onGpu() ? "gpu:" + device.getDeviceId() : "cpu";
  }

  /** Bytes of the GPU's memory that are in use, by whomever; empty of a CPU. */
  public OptionalLong memoryInUse() {
    return onGpu() ? OptionalLong.of(Torch.memoryInUse(device)) : OptionalLong.empty();
  }

  /** Gives a GPU back what freed arrays held, so that {@link #memoryInUse} does not count it. */
  public void releaseMemory() {
    if (onGpu()) {
      Torch.releaseMemory();
    }
  }

  /** One line for a log: which libtorch, which device, how many threads. */
  @Override
  public String toString() {
    return Torch.description(device);
  }
}
