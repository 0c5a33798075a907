package io.github.archrm.submit.answers;

import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.io.StrictJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads what a system answered, in whatever form it comes:
 *
 * <ul>
 *   <li>{@code results.json} of this project, also of versions that kept no candidates
 *   <li>Kaggle's {@code submission.json}
 *   <li>a folder of arc-agi-benchmarking, one {@code <id>.json} per task, or one such file
 *   <li>ARCathon's list of tasks with their predictions
 *   <li>the CSV of Kaggle's contest of 2020, {@code output_id,output}
 * </ul>
 *
 * <p>The order of keys in an object never matters.
 */
public final class AnswersReader {
  /** Beside the files of arc-agi-benchmarking, and not one of them. */
  private static final String RESULTS = "results.json";

  private AnswersReader() {}

  /** Reads the answers to tasks of ARC; see {@link #read(Path, Set)}. */
  public static Answers read(Path source) {
    return read(source, Set.of());
  }

  /**
   * @param puzzles ids of the tasks of other kinds, whose symbols may be above 9
   * @throws UserMistake if the source is not there, or of none of the forms
   */
  public static Answers read(Path source, Set<String> puzzles) {
    if (Files.isDirectory(source)) {
      return folder(source, puzzles);
    }
    JsonAnswers answers = new JsonAnswers(puzzles);
    return answered(
        source,
        in ->
            name(source).toLowerCase(Locale.ROOT).endsWith(".csv")
                ? CsvAnswers.read(in)
                : answers.file(id(source), in).toAnswers());
  }

  private static Answers folder(Path folder, Set<String> puzzles) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> json = Files.newDirectoryStream(folder, "*.json")) {
      json.forEach(files::add);
    } catch (IOException e) {
      throw new UserMistake(folder + ": cannot be read: " + e.getMessage());
    }
    boolean results = files.removeIf(file -> name(file).equals(RESULTS));
    files.removeIf(file -> name(file).startsWith("."));
    files.sort(null);
    if (files.isEmpty()) {
      if (results) {
        return read(folder.resolve(RESULTS), puzzles);
      }
      throw new UserMistake(folder + ": no .json files in it");
    }
    JsonAnswers answers = new JsonAnswers(puzzles);
    for (Path file : files) {
      answered(file, in -> answers.task(id(file), in));
    }
    return answers.toAnswers();
  }

  /** Reads text, or a part of it. */
  @FunctionalInterface
  private interface Form<T> {
    T read(Reader in) throws IOException;
  }

  private static <T> T answered(Path file, Form<T> form) {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      return form.read(in);
    } catch (NoSuchFileException e) {
      throw new UserMistake(file + ": no such file");
    } catch (CharacterCodingException e) {
      throw new UserMistake(file + ": not text in UTF-8");
    } catch (IOException e) {
      throw new UserMistake(file + ": " + StrictJson.message(e));
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String id(Path file) {
    return name(file).replaceFirst("\\.json$", "");
  }
}
