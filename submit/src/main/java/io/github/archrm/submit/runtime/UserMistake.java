package io.github.archrm.submit.runtime;

import java.io.IOException;
import java.nio.file.Path;

/** Something only the user can put right: told in one line, exit code 2. */
public final class UserMistake extends RuntimeException {
  public UserMistake(String message) {
    super(message);
  }

  /**
   * @param value what was given for an option; null if nothing was
   * @throws UserMistake if it is below 1
   */
  public static void requirePositive(String option, Integer value) {
    if (value != null && value < 1) {
      throw new UserMistake(option + ": must be at least 1, not " + value);
    }
  }

  public static UserMistake unwritable(Path file, IOException e) {
    return new UserMistake(
        file + ": cannot be written: " + e.getClass().getSimpleName() + ": " + e.getMessage());
  }
}
