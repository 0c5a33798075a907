package io.github.archrm.tasks.io;

import io.github.archrm.tasks.Kinds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Puzzles, one a line, as they stand in a file of text.
 *
 * <p>Two forms are known. A table of comma-separated values begins with a line that names its
 * columns, of which {@code question} and {@code answer} are read. In plain text a line is a puzzle,
 * and its solution if a comma follows, or white space where no puzzle may hold any; lines that
 * begin with {@code #}, {@code %} or {@code //} are comments, and blank lines mean nothing.
 *
 * @param puzzles in the order of the file
 */
record PuzzleLines(List<Puzzle> puzzles) {
  private static final int MAX_LINE = 10_000;

  /**
   * One line.
   *
   * @param line its number in the file, from 1
   * @param answer empty if there is none
   */
  record Puzzle(int line, String question, String answer) {
    boolean isSolved() {
      return !answer.isEmpty();
    }
  }

  PuzzleLines {
    puzzles = List.copyOf(puzzles);
  }

  /** Whether a file, by its name, holds puzzles in text. */
  static boolean named(String path) {
    return path.endsWith(".csv") || path.endsWith(".txt") || path.endsWith(".sdm");
  }

  /**
   * Reads all puzzles, at most {@link StrictJson#MAX_BYTES} of them.
   *
   * @throws IOException if it cannot be read, or is no text
   */
  static PuzzleLines read(InputStream in) throws IOException {
    String complaint =
        "larger than " + (StrictJson.MAX_BYTES >> 20) + " MiB: take a sample of its lines";
    List<Puzzle> puzzles = new ArrayList<>();
    each(new BoundedInputStream(in, StrictJson.MAX_BYTES, complaint), puzzles::add);
    return new PuzzleLines(puzzles);
  }

  /**
   * Draws some of the puzzles of a file of any length, each as likely as any other, and keeps their
   * order. Only those that are kept take memory.
   */
  static PuzzleLines sample(InputStream in, int count, Random random) throws IOException {
    List<Puzzle> kept = new ArrayList<>();
    int[] met = {0};
    each(
        in,
        puzzle -> {
          met[0]++;
          if (kept.size() < count) {
            kept.add(puzzle);
            return;
          }
          int place = random.nextInt(met[0]);
          if (place < count) {
            kept.set(place, puzzle);
          }
        });
    kept.sort((a, b) -> Integer.compare(a.line, b.line));
    return new PuzzleLines(kept);
  }

  private static void each(InputStream in, Consumer<Puzzle> consumer) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    Columns columns = null;
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.length() > MAX_LINE) {
        throw new IOException("line " + number + ": longer than any puzzle");
      }
      if (number == 1) {
        line = line.startsWith("\ufeff") ? line.substring(1) : line;
        columns = Columns.named(line);
        if (columns != null) {
          continue;
        }
      }
      if (columns != null && !line.isEmpty()) {
        consumer.accept(columns.puzzle(number, line));
      } else if (columns == null && !isComment(line)) {
        consumer.accept(plain(number, line));
      }
    }
  }

  /** A line that begins with # may also be a puzzle; one of nothing but # is an underline. */
  private static boolean isComment(String line) {
    boolean underline = line.chars().allMatch(c -> c == '#' || c == ' ');
    return line.isBlank()
        || line.startsWith("%")
        || line.startsWith("//")
        || line.startsWith("#") && (underline || !isClaimed(line));
  }

  private static boolean isClaimed(String line) {
    return Kinds.families().stream().anyMatch(family -> family.claims(line));
  }

  private static Puzzle plain(int number, String line) {
    String[] parts = isClaimed(line) ? line.split(",", 2) : line.strip().split("\\s*,\\s*|\\s+", 2);
    return new Puzzle(number, parts[0], parts.length > 1 ? parts[1] : "");
  }

  /** Where in a line of a table the two columns are. */
  private record Columns(int question, int answer) {
    /** The columns that a first line names; null if it names none. */
    static Columns named(String line) {
      List<String> names = List.of(line.strip().split(","));
      return names.contains("question")
          ? new Columns(names.indexOf("question"), names.indexOf("answer"))
          : null;
    }

    Puzzle puzzle(int number, String line) {
      String[] fields = line.split(",", -1);
      return new Puzzle(number, field(fields, question), field(fields, answer));
    }

    /** Neither puzzles nor their sources hold commas; quotes around a field are taken off. */
    private static String field(String[] fields, int index) {
      String field = index < 0 || index >= fields.length ? "" : fields[index];
      boolean quoted = field.length() > 1 && field.startsWith("\"") && field.endsWith("\"");
      return quoted ? field.substring(1, field.length() - 1) : field;
    }
  }
}
