package io.github.archrm.submit.worker;

import java.util.regex.Pattern;

/** A worker died, hung or reported an error: the try of one task is lost. */
public final class WorkerFailure extends Exception {
  /** Killed by the kernel, by Java's heap, by libtorch on a CPU, by libtorch on a GPU. */
  private static final Pattern OUT_OF_MEMORY =
      Pattern.compile(
          "signal 9|OutOfMemoryError|not enough memory|can't allocate memory|bad_alloc"
              + "|out of memory");

  public WorkerFailure(String message) {
    super(message);
  }

  /** Whether a try that needs less memory may succeed. */
  public boolean outOfMemory() {
    return OUT_OF_MEMORY.matcher(getMessage()).find();
  }
}
