package io.github.archrm.submit.runtime;

/** Something that went wrong beyond the user's words: told in one line, exit code 1. */
public final class Failure extends RuntimeException {
  public Failure(String message) {
    super(message);
  }

  public Failure(String message, Throwable cause) {
    super(message, cause);
  }
}
