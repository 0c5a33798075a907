package io.github.archrm.submit.answers;

import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.io.PackedFiles;
import io.github.archrm.tasks.io.StrictJson;
import io.github.archrm.tasks.io.Text;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what a system answered, in whatever form it comes:
 *
 * <ul>
 *   <li>{@code results.json} of this project, also of versions that kept no candidates
 *   <li>Kaggle's {@code submission.json}
 *   <li>a folder of arc-agi-benchmarking, one {@code <id>.json} per task, or one such file
 *   <li>ARCathon's list of tasks with their predictions
 *   <li>the CSV of Kaggle's contest of 2020, {@code output_id,output}
 *   <li>one of these in a .zip, .tar, .tar.gz or .tar.bz2, or as .gz or .bz2
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
    List<String> unread = new ArrayList<>();
    Map<String, Contents> files =
        Files.isDirectory(source)
            ? folder(source)
            : PackedFiles.isPacked(source)
                ? packed(source, unread)
                : Map.of(source.toString(), () -> Files.newInputStream(source));
    if (files.size() > 1) {
      files.keySet().removeIf(file -> name(file).equals(RESULTS));
    }
    if (files.isEmpty()) {
      throw new UserMistake(source + ": several " + RESULTS + " in it; name one by itself");
    }
    try {
      if (files.size() > 1) {
        return tasks(files, puzzles).with(unread);
      }
      String file = files.keySet().iterator().next();
      return read(file, files.get(file), in -> whole(file, in, puzzles)).with(unread);
    } catch (IOException e) {
      throw new UserMistake(e.getMessage());
    }
  }

  private static Answers whole(String file, Reader in, Set<String> puzzles) throws IOException {
    return file.toLowerCase(Locale.ROOT).endsWith(".csv")
        ? CsvAnswers.read(in)
        : new JsonAnswers(puzzles).file(id(file), in).toAnswers();
  }

  /** A file that is not one of a task is told and left out, unless all are. */
  private static Answers tasks(Map<String, Contents> files, Set<String> puzzles)
      throws IOException {
    JsonAnswers answers = new JsonAnswers(puzzles);
    IOException flaw = null;
    int flawed = 0;
    for (Map.Entry<String, Contents> file : files.entrySet()) {
      try {
        read(file.getKey(), file.getValue(), in -> answers.task(id(file.getKey()), in));
      } catch (IOException e) {
        flaw = flaw == null ? e : flaw;
        flawed++;
        answers.problem(e.getMessage() + "; left out");
      }
    }
    if (flawed == files.size()) {
      throw flaw;
    }
    return answers.toAnswers();
  }

  private static Map<String, Contents> folder(Path folder) {
    Map<String, Contents> files = new TreeMap<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "[!.]*.json")) {
      entries.forEach(file -> files.put(file.toString(), () -> open(file)));
    } catch (IOException e) {
      throw new UserMistake(folder + ": " + UserMistake.reason(e));
    }
    if (files.isEmpty()) {
      throw new UserMistake(folder + ": no .json files in it");
    }
    return files;
  }

  /** A pipe would be waited for without an end. */
  private static InputStream open(Path file) throws IOException {
    if (Files.readAttributes(file, BasicFileAttributes.class).isOther()) {
      throw new IOException("a device or a pipe, no file");
    }
    return Files.newInputStream(file);
  }

  /**
   * @param unread gets a line for everything that cannot be read
   */
  private static Map<String, Contents> packed(Path archive, List<String> unread) {
    PackedFiles packed = PackedFiles.read(archive, name -> name.matches("(?i).*\\.(json|csv)"));
    packed.problems().forEach(problem -> unread.add(problem + "; left out"));
    Map<String, Contents> files = new TreeMap<>();
    packed.files().forEach((name, bytes) -> files.put(name, () -> new ByteArrayInputStream(bytes)));
    return files;
  }

  /** Opens a file. */
  @FunctionalInterface
  private interface Contents {
    InputStream open() throws IOException;
  }

  /** Reads text, or a part of it. */
  @FunctionalInterface
  private interface Form<T> {
    T read(Reader in) throws IOException;
  }

  /**
   * @throws IOException in words for a person, which begin with the file
   */
  private static <T> T read(String file, Contents contents, Form<T> form) throws IOException {
    try (InputStream in = new BufferedInputStream(contents.open())) {
      PackedFiles.refuseHidden(in);
      return form.read(Text.strict(in));
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": not text in UTF-8", e);
    } catch (AccessDeniedException e) {
      throw new IOException(file + ": no permission to read it", e);
    } catch (FileSystemException e) {
      throw new IOException(file + ": " + UserMistake.reason(e), e);
    } catch (IOException e) {
      throw new IOException(file + ": " + StrictJson.message(e), e);
    }
  }

  private static String name(String file) {
    return Path.of(file).getFileName().toString();
  }

  private static String id(String file) {
    return name(file).replaceFirst("\\.json$", "");
  }
}
