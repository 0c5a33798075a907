package io.github.archrm.tasks.io;

import java.io.IOException;

/** Text that could be read, and holds no puzzles; the message is one line that says why. */
final class NoPuzzlesException extends IOException {
  private static final long serialVersionUID = 1;

  NoPuzzlesException(String message) {
    super(message);
  }
}
