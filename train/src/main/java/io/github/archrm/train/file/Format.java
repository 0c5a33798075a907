package io.github.archrm.train.file;

import java.nio.file.Path;

/**
 * What a file of this project is, with the version of its layout. The version rises with every
 * change after which an older file cannot be read, or would be misread.
 *
 * @param name such as {@code arc-hrm trunk}
 */
public record Format(String name, int version) {

  /** As it stands in a file: {@code arc-hrm trunk 2}. */
  public String text() {
    return name + " " + version;
  }

  /**
   * @param file that says what it is
   * @throws CheckpointException if it is something else, or of another version
   */
  public void require(Path file, String said) {
    if (said.equals(text())) {
      return;
    }
    String number = said.startsWith(name + " ") ? said.substring(name.length() + 1) : "";
    if (!number.matches("\\d{1,6}")) {
      throw new CheckpointException(file, "is \"" + said + "\", not \"" + text() + "\"");
    }
    boolean older = Integer.parseInt(number) < version;
    throw new CheckpointException(
        file,
        "is of version %s of its format, %s than this program reads (\"%s\"): %s"
            .formatted(
                number,
                older ? "older" : "newer",
                text(),
                older ? "make it anew" : "use the program that wrote it"));
  }
}
