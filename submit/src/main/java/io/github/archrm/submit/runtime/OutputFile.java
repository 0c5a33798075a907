package io.github.archrm.submit.runtime;

import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What can be known of a file before the work whose outcome it gets.
 *
 * @param option by which it is named
 */
public record OutputFile(String option, Path file) {

  /**
   * Refuses a file in whose place something is that the command reads.
   *
   * @param inputs files or folders; null for none
   * @throws UserMistake if it is one of them, or a folder
   */
  public OutputFile besides(Path... inputs) {
    if (Files.isDirectory(file)) {
      throw new UserMistake(option + ": " + file + " is a folder, not a file");
    }
    for (Path input : inputs) {
      if (input != null && isSame(input)) {
        throw new UserMistake(option + ": would replace " + input + ", which is read");
      }
    }
    return this;
  }

  private boolean isSame(Path input) {
    try {
      return Files.exists(file) && Files.exists(input)
          ? Files.isRegularFile(file) && Files.isSameFile(file, input)
          : file.toAbsolutePath().normalize().equals(input.toAbsolutePath().normalize());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Tries whether it can be written.
   *
   * @throws UserMistake if it cannot
   */
  public void requireWritable() {
    try {
      AtomicFile.probe(file);
    } catch (IOException e) {
      throw UserMistake.unwritable(file, e);
    }
  }
}
