package io.github.archrm.tasks.io;

import io.github.archrm.tasks.DrawnPuzzle;
import io.github.archrm.tasks.Kinds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table of puzzles: a first line names its columns, of which one holds the puzzles and maybe one
 * the solutions. Columns are separated by commas, semicolons or tabs; a field may stand in quotes,
 * and then hold a separator, or a quote written twice (RFC 4180).
 */
final class PuzzleTable {
  private static final Set<String> PUZZLES =
      Set.of(
          "question",
          "questions",
          "puzzle",
          "puzzles",
          "quiz",
          "quizzes",
          "sudoku",
          "sudokus",
          "maze",
          "mazes",
          "problem",
          "problems",
          "board",
          "boards",
          "grid",
          "input",
          "inputs",
          "unsolved",
          "start",
          "clue",
          "givens");
  private static final Set<String> SOLUTIONS =
      Set.of(
          "answer",
          "answers",
          "solution",
          "solutions",
          "solved",
          "output",
          "outputs",
          "target",
          "result",
          "label",
          "labels");

  private final char separator;
  private final List<String> names;
  private final int puzzle;
  private final int solution;
  private boolean checked;

  private PuzzleTable(char separator, List<String> names) {
    this.separator = separator;
    this.names = names;
    this.puzzle = place(PUZZLES);
    this.solution = place(SOLUTIONS);
  }

  private int place(Set<String> wanted) {
    return IntStream.range(0, names.size())
        .filter(i -> wanted.contains(names.get(i).toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(-1);
  }

  /**
   * The table that a first line begins, be it one of puzzles or not.
   *
   * @return empty if it is no line of names
   */
  static Optional<PuzzleTable> named(String line) {
    Optional<PuzzleTable> widest = Optional.empty();
    for (char separator : new char[] {',', ';', '\t'}) {
      List<String> names = fields(line, separator).stream().map(String::strip).toList();
      PuzzleTable table = new PuzzleTable(separator, names);
      if (table.puzzle >= 0) {
        return Optional.of(table);
      }
      if (names.size() > widest.map(t -> t.names.size()).orElse(1)) {
        widest = Optional.of(table);
      }
    }
    return widest.filter(
        table -> table.names.stream().allMatch(name -> name.matches("[A-Za-z][A-Za-z_ ]{1,30}")));
  }

  /** Whether a line has as many columns as there are names, and more than one; no title has. */
  boolean hasColumnsOf(String line) {
    return names.size() > 1 && fields(line, separator).size() == names.size();
  }

  /** Whether a column is known to be that of puzzles. */
  boolean hasPuzzles() {
    return puzzle >= 0;
  }

  /**
   * Refuses a table of other things.
   *
   * @param lines of the table
   * @throws NoPuzzlesException if no column is known to be that of puzzles, and none holds one
   * @throws IOException if one of them does, or two columns have the same name
   */
  void requirePuzzles(List<String> lines) throws IOException {
    if (!hasPuzzles()) {
      String message =
          "line 1: no column is named puzzle or question; there are "
              + StrictJson.printable(String.join(", ", names));
      boolean meant =
          lines.stream()
              .flatMap(line -> fields(line, separator).stream())
              .anyMatch(field -> PuzzleLine.isMeant(field.strip()));
      throw meant ? new IOException(message) : new NoPuzzlesException(message);
    }
    requireOnce(names, puzzle);
    requireOnce(names, solution);
  }

  private static void requireOnce(List<String> names, int place) throws IOException {
    if (place >= 0
        && names.stream().filter(name -> name.equalsIgnoreCase(names.get(place))).count() > 1) {
      throw new IOException("line 1: two columns are named " + names.get(place));
    }
  }

  /**
   * The puzzle of a further line.
   *
   * @throws IOException if there is no column of solutions by name, but one by its looks
   */
  DrawnPuzzle puzzle(int number, String line) throws IOException {
    List<String> fields = fields(line, separator);
    String found = field(fields, puzzle);
    if (!checked && solution < 0) {
      for (int i = 0; i < fields.size(); i++) {
        if (i != puzzle && found.length() > 9 && field(fields, i).length() == found.length()) {
          String name =
              i < names.size() ? "\"" + StrictJson.printable(names.get(i)) + "\"" : i + 1 + "";
          throw new IOException(
              "line 1: column " + name + " looks like the solutions; name it solution or answer");
        }
      }
    }
    checked = true;
    return new DrawnPuzzle(number, found, field(fields, solution));
  }

  /** Blanks around a field mean nothing, unless they may be cells; nor do those between cells. */
  private static String field(List<String> fields, int index) {
    String field = index < 0 || index >= fields.size() ? "" : fields.get(index);
    return Kinds.families().stream().anyMatch(family -> family.claims(field))
        ? field
        : field.replaceAll("\\s+", "");
  }

  /** A quote within a field that does not begin with one is a letter like any other. */
  private static List<String> fields(String line, char separator) {
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (at <= line.length()) {
      int begin = at;
      while (begin < line.length() && line.charAt(begin) == ' ') {
        begin++;
      }
      if (begin < line.length() && line.charAt(begin) == '"') {
        StringBuilder field = new StringBuilder();
        int i = begin + 1;
        for (; i < line.length(); i++) {
          if (line.charAt(i) != '"') {
            field.append(line.charAt(i));
          } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
            field.append('"');
            i++;
          } else {
            break;
          }
        }
        fields.add(field.toString());
        int end = line.indexOf(separator, Math.min(i, line.length()));
        at = end < 0 ? line.length() + 1 : end + 1;
      } else {
        int end = line.indexOf(separator, at);
        end = end < 0 ? line.length() : end;
        fields.add(line.substring(at, end));
        at = end + 1;
      }
    }
    return fields;
  }
}
