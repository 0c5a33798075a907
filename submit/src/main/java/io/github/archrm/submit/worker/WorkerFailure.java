package io.github.archrm.submit.worker;

import java.util.regex.Pattern;

/** A worker died, hung or reported an error: the try of one task is lost. */
public final class WorkerFailure extends Exception {
  /** Killed by the kernel, or what {@link io.github.archrm.submit.runtime.OutOfMemory} says. */
  private static final Pattern OUT_OF_MEMORY = Pattern.compile("signal 9|out of memory");

  public WorkerFailure(String message) {
    super(message);
  }

  /** Whether the kernel ended the worker, which could not say what is to be changed. */
  boolean killed() {
    return getMessage().contains("signal 9");
  }

  /** Whether a try that needs less memory may succeed. */
  public boolean outOfMemory() {
    return OUT_OF_MEMORY.matcher(getMessage()).find();
  }
}
