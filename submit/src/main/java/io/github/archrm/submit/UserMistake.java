package io.github.archrm.submit;

/** Something only the user can put right: told in one line, exit code 2. */
final class UserMistake extends RuntimeException {
  UserMistake(String message) {
    super(message);
  }
}
