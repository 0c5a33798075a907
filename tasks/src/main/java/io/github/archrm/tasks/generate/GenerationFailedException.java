package io.github.archrm.tasks.generate;

/** There are too few puzzles of the wanted sort; the message is one line on how far it went. */
public final class GenerationFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GenerationFailedException(String message) {
    super(message);
  }
}
