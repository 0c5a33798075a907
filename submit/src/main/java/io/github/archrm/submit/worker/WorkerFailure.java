package io.github.archrm.submit.worker;

import java.util.regex.Pattern;

/** A worker died, hung or reported an error: the try of one task is lost. */
public final class WorkerFailure extends Exception {
  /** Killed by the kernel, or what {@link io.github.archrm.submit.runtime.OutOfMemory} says. */
  private static final Pattern OUT_OF_MEMORY = Pattern.compile("signal 9|out of memory");

  private final boolean mistake;

  public WorkerFailure(String message) {
    this(message, false);
  }

  /**
   * @param mistake whether only the user can put it right
   */
  WorkerFailure(String message, boolean mistake) {
    super(message);
    this.mistake = mistake;
  }

  /** Whether only the user can put it right: no other try is better. */
  boolean isMistake() {
    return mistake;
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
