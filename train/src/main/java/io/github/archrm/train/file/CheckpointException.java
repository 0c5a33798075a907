package io.github.archrm.train.file;

import java.nio.file.Path;

/**
 * A file of weights or of a training run cannot be used: it is missing, damaged, or of another
 * model or task.
 *
 * <p>The message is one line for the person at the keyboard: which file, and what is wrong.
 */
public final class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CheckpointException(Path file, String problem) {
    super(file + ": " + problem);
  }
}
