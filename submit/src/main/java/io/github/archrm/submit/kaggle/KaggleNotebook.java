package io.github.archrm.submit.kaggle;

import io.github.archrm.submit.runtime.UserMistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a Kaggle notebook has its files, and our container likewise.
 *
 * @param root {@code /kaggle}
 */
public record KaggleNotebook(Path root) {
  public static final KaggleNotebook HERE = new KaggleNotebook(Path.of("/kaggle"));

  /** A competition's folder may lie one or two below the input folder. */
  private static final int DEPTH = 4;

  /**
   * The hidden tasks: the one file below the input folder that is named like {@code
   * arc-agi_test_challenges.json}.
   *
   * @throws UserMistake if there is none or more than one
   */
  public Path challenges() {
    Path input = root.resolve("input");
    List<Path> found = List.of();
    if (Files.isDirectory(input)) {
      try (Stream<Path> files =
          Files.find(
              input,
              DEPTH,
              (file, attributes) ->
                  attributes.isRegularFile()
                      && file.getFileName().toString().endsWith("test_challenges.json"),
              FileVisitOption.FOLLOW_LINKS)) {
        found = files.sorted().toList();
      } catch (IOException e) {
        throw unsearchable(input, e);
      } catch (UncheckedIOException e) {
        throw unsearchable(input, e.getCause());
      }
    }
    if (found.isEmpty()) {
      throw new UserMistake("--challenges is missing, and no *test_challenges.json below " + input);
    }
    if (found.size() > 1) {
      throw new UserMistake(
          "--challenges is missing, and more than one file may be meant: " + found);
    }
    return found.get(0);
  }

  private static UserMistake unsearchable(Path input, IOException e) {
    return new UserMistake(input + ": cannot be searched: " + UserMistake.words(e));
  }

  /** In the folder that Kaggle takes the submission from; elsewhere in the current folder. */
  public Path submission() {
    Path working = root.resolve("working");
    return (Files.isDirectory(working) ? working : Path.of("")).resolve("submission.json");
  }
}
