package io.github.archrm.solver;

import java.util.OptionalInt;

/**
 * How much a model thinks about a test input.
 *
 * @param views through which it is seen, at most
 * @param starts random starting states per view; a model with fixed starts has one
 * @param mostSegments segments of thinking per view and start; 0 for as many as in training, and up
 *     to four times as many where the rules tell that no answer is right yet
 */
public record Thinking(int views, int starts, int mostSegments) {
  /** Sixteen views, each once. */
  public static final Thinking USUAL = new Thinking(16, 1, 0);

  public Thinking {
    if (views < 1 || starts < 1 || mostSegments < 0) {
      throw new IllegalArgumentException("thinking needs at least one view and one start");
    }
  }

  /** Segments per view and start, if they are limited. */
  OptionalInt segments() {
    return mostSegments == 0 ? OptionalInt.empty() : OptionalInt.of(mostSegments);
  }
}
