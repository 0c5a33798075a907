package io.github.archrm.tasks.io;

import io.github.archrm.tasks.DrawnPuzzle;
import io.github.archrm.tasks.Kinds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Puzzles as they stand in a file of text.
 *
 * <p>Three forms are known: a {@link PuzzleTable}, whose first line names its columns; puzzles that
 * are drawn over several lines ({@link io.github.archrm.tasks.KindFamily#drawn}); and a puzzle a
 * line ({@link PuzzleLine}). Lines that begin with {@code #}, {@code %}, {@code ;} or {@code //}
 * are comments, and blank lines mean nothing.
 *
 * @param puzzles in the order of the file
 */
record PuzzleLines(List<DrawnPuzzle> puzzles) {
  private static final int MAX_LINE = 10_000;
  private static final List<String> ENDINGS =
      List.of(".csv", ".tsv", ".txt", ".sdm", ".sdk", ".ss", ".sud", ".maze");

  PuzzleLines {
    puzzles = List.copyOf(puzzles);
  }

  /** Whether a file, by its name, holds puzzles in text. */
  static boolean named(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(name::endsWith);
  }

  /**
   * Reads all puzzles, at most {@link StrictJson#MAX_BYTES} of them.
   *
   * @throws IOException if it cannot be read, or is no text
   */
  static PuzzleLines read(InputStream in) throws IOException {
    String complaint =
        "larger than " + (StrictJson.MAX_BYTES >> 20) + " MiB: take a sample of its lines";
    BufferedReader reader =
        Text.lenient(new BoundedInputStream(in, StrictJson.MAX_BYTES, complaint));
    List<DrawnPuzzle> puzzles = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    if (each(reader, puzzles::add, lines)) {
      return new PuzzleLines(puzzles);
    }
    return new PuzzleLines(
        Kinds.families().stream()
            .map(family -> family.drawn(lines))
            .filter(drawn -> !drawn.isEmpty())
            .findFirst()
            .orElseGet(() -> aLine(lines)));
  }

  private static List<DrawnPuzzle> aLine(List<String> lines) {
    List<DrawnPuzzle> puzzles = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!PuzzleLine.isComment(lines.get(i))) {
        puzzles.add(PuzzleLine.read(i + 1, lines.get(i)));
      }
    }
    return puzzles;
  }

  /**
   * Draws some of the puzzles of a file of any length, each as likely as any other, and keeps their
   * order. Only those that are kept take memory; so none may be drawn over several lines.
   */
  static PuzzleLines sample(InputStream in, int count, Random random) throws IOException {
    List<DrawnPuzzle> kept = new ArrayList<>();
    int[] met = {0};
    each(
        Text.lenient(in),
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
        },
        null);
    kept.sort((a, b) -> Integer.compare(a.line(), b.line()));
    return new PuzzleLines(kept);
  }

  /**
   * Hands over the puzzles of a table; of other text too, unless its lines are wanted.
   *
   * @param plain gets the lines of text that is no table; may be null
   * @return whether it was a table
   */
  private static boolean each(
      BufferedReader reader, Consumer<DrawnPuzzle> consumer, List<String> plain)
      throws IOException {
    Optional<PuzzleTable> table = Optional.empty();
    boolean begun = false;
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.length() > MAX_LINE) {
        throw new IOException("line " + number + ": longer than any puzzle");
      }
      if (line.indexOf('\0') >= 0) {
        throw new IOException("line " + number + ": not text");
      }
      boolean first = !begun && !line.isBlank();
      begun |= first;
      if (first) {
        table = PuzzleTable.named(line);
      }
      if (table.isPresent()) {
        if (!first && !line.isBlank()) {
          consumer.accept(table.get().puzzle(number, line));
        }
      } else if (plain != null) {
        plain.add(line);
      } else if (!PuzzleLine.isComment(line)) {
        consumer.accept(PuzzleLine.read(number, line));
      }
    }
    return table.isPresent();
  }
}
