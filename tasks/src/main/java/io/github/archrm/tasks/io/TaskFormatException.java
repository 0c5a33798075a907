package io.github.archrm.tasks.io;

/**
 * Nothing could be read from a source: it is missing, not JSON, or not an archive.
 *
 * <p>The message is one line for the person at the keyboard: which file, and what is wrong.
 */
public final class TaskFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TaskFormatException(String message) {
    super(message);
  }
}
