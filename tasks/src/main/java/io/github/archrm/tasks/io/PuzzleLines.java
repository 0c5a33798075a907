package io.github.archrm.tasks.io;

import io.github.archrm.tasks.DrawnPuzzle;
import io.github.archrm.tasks.KindFamily;
import io.github.archrm.tasks.Kinds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

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
record PuzzleLines(List<DrawnPuzzle> puzzles, boolean announced) {
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

  /** Whether a file may, by its name, just as well hold something else than puzzles. */
  static boolean mayBeAnything(String name) {
    return name.endsWith(".txt") || name.endsWith(".csv") || name.endsWith(".tsv");
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
    List<String> lines = new ArrayList<>();
    for (String line = next(reader, 1); line != null; line = next(reader, lines.size() + 1)) {
      lines.add(line);
    }
    List<DrawnPuzzle> puzzles = puzzles(lines);
    boolean named =
        lines.stream()
            .filter(line -> !line.isBlank())
            .findFirst()
            .flatMap(PuzzleTable::named)
            .filter(PuzzleTable::hasPuzzles)
            .isPresent();
    return new PuzzleLines(
        puzzles, named && puzzles.stream().anyMatch(one -> PuzzleLine.couldBeCells(one.puzzle())));
  }

  /** The next line, or null. */
  private static String next(BufferedReader reader, int number) throws IOException {
    String line = reader.readLine();
    if (line != null && line.length() > MAX_LINE) {
      throw new IOException("line " + number + ": longer than any puzzle");
    }
    if (line != null && line.indexOf('\0') >= 0) {
      throw new IOException("line " + number + ": not text");
    }
    return line;
  }

  /** A line of names is a title where the next has other columns and something is drawn below. */
  private static List<DrawnPuzzle> puzzles(List<String> lines) throws IOException {
    List<String> first = lines.stream().filter(line -> !line.isBlank()).limit(2).toList();
    Optional<PuzzleTable> table = first.stream().findFirst().flatMap(PuzzleTable::named);
    if (table.isPresent() && first.size() > 1 && table.get().hasColumnsOf(first.get(1))) {
      return rows(table.get(), lines);
    }
    for (KindFamily family : Kinds.families()) {
      List<DrawnPuzzle> drawn = family.drawn(lines);
      if (!drawn.isEmpty()) {
        return withThoseOfOthers(drawn, family, lines);
      }
    }
    return table.isPresent() && table.get().hasPuzzles() ? rows(table.get(), lines) : aLine(lines);
  }

  /** A puzzle of another family that stands in a line between drawn ones is to be told of too. */
  private static List<DrawnPuzzle> withThoseOfOthers(
      List<DrawnPuzzle> drawn, KindFamily family, List<String> lines) {
    List<DrawnPuzzle> all = new ArrayList<>(drawn);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!PuzzleLine.isComment(line)) {
        DrawnPuzzle puzzle = PuzzleLine.read(i + 1, line);
        boolean digits = puzzle.puzzle().chars().anyMatch(Character::isDigit);
        boolean others =
            Kinds.families().stream()
                .filter(other -> other != family)
                .anyMatch(
                    other ->
                        other.claims(line)
                            || digits && other.recognised(puzzle.puzzle()).isPresent());
        if (others) {
          all.add(puzzle);
        }
      }
    }
    all.sort(Comparator.comparingInt(DrawnPuzzle::line));
    return all;
  }

  private static List<DrawnPuzzle> rows(PuzzleTable table, List<String> lines) throws IOException {
    table.requirePuzzles(lines);
    List<DrawnPuzzle> puzzles = new ArrayList<>();
    boolean begun = false;
    for (int i = 0; i < lines.size(); i++) {
      if (begun && !lines.get(i).isBlank()) {
        puzzles.add(table.puzzle(i + 1, lines.get(i)));
      }
      begun |= !lines.get(i).isBlank();
    }
    return puzzles;
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
    Optional<PuzzleTable> table = Optional.empty();
    boolean begun = false;
    int met = 0;
    BufferedReader reader = Text.lenient(in);
    String line = next(reader, 1);
    for (int number = 1; line != null; line = next(reader, ++number)) {
      boolean first = !begun && !line.isBlank();
      begun |= first;
      if (first) {
        table = PuzzleTable.named(line);
        if (table.isPresent()) {
          table.get().requirePuzzles(List.of());
          continue;
        }
      }
      if (table.isPresent() ? line.isBlank() : PuzzleLine.isComment(line)) {
        continue;
      }
      DrawnPuzzle puzzle =
          table.isPresent() ? table.get().puzzle(number, line) : PuzzleLine.read(number, line);
      met++;
      if (kept.size() < count) {
        kept.add(puzzle);
        continue;
      }
      int place = random.nextInt(met);
      if (place < count) {
        kept.set(place, puzzle);
      }
    }
    kept.sort((a, b) -> Integer.compare(a.line(), b.line()));
    return new PuzzleLines(kept, table.isPresent());
  }
}
