package io.github.archrm.train;

/**
 * A model has no numbers left to go on with: its loss, its weights or what it says are infinite or
 * not a number. Most often the learning rate is too high. The trainer is of no more use.
 *
 * <p>The message is what was seen.
 */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DivergedException(String seen) {
    super(seen);
  }
}
