package io.github.archrm.submit.command;

import io.github.archrm.submit.command.option.ComputeOptions;
import io.github.archrm.submit.command.option.WorkerOptions;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.train.Compute;
import io.github.archrm.train.file.NativeLibraries;

/** The native library in this process, for the commands that compute without workers. */
public final class LocalCompute {
  private LocalCompute() {}

  /**
   * Tells, too, if GPUs could be used and there is none.
   *
   * @throws UserMistake if this machine does not have the device
   */
  public static Compute start(ComputeOptions options) {
    Compute compute = startQuietly(options);
    if (options.device().equals("auto") && !compute.onGpu() && NativeLibraries.forCuda()) {
      System.err.println(WorkerOptions.NO_GPU);
    }
    return compute;
  }

  /**
   * @throws UserMistake if this machine does not have the device
   */
  static Compute startQuietly(ComputeOptions options) {
    try {
      return Compute.start(options.device(), options.threads());
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--device: " + e.getMessage());
    }
  }
}
