package io.github.archrm.submit.command;

import io.github.archrm.submit.command.option.ComputeOptions;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.train.Compute;

/** The native library in this process, for the commands that compute without workers. */
public final class LocalCompute {
  private LocalCompute() {}

  /**
   * @throws UserMistake if this machine does not have the device
   */
  public static Compute start(ComputeOptions options) {
    try {
      return Compute.start(options.device(), options.threads());
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--device: " + e.getMessage());
    }
  }
}
