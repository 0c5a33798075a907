package io.github.archrm.submit.command.option;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The solutions, where they have a file of their own. */
public final class SolutionsOption {
  @Option(
      names = "--solutions",
      paramLabel = "FILE",
      description = "The solutions of a challenges file.")
  private Path file;

  /** Null if none are given. */
  public Path file() {
    return file;
  }
}
