package io.github.archrm.submit.runtime;

import java.io.IOException;
import java.nio.file.Path;

/** Something only the user can put right: told in one line, exit code 2. */
public final class UserMistake extends RuntimeException {
  public UserMistake(String message) {
    super(message);
  }

  public static UserMistake unwritable(Path file, IOException e) {
    return new UserMistake(
        file + ": cannot be written: " + e.getClass().getSimpleName() + ": " + e.getMessage());
  }
}
