package io.github.archrm.tasks.maze;

import io.github.archrm.tasks.DrawnPuzzle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Mazes drawn with a row a line; a line that is no row of a maze ends one. One of blanks only is a
 * row if it is as long as the first, and one that is not follows.
 *
 * <p>Rows that are shorter than others lost blanks at their end, as editors and mail do it. A
 * drawing with a marked path, below one of the same maze without, is its solution.
 */
final class DrawnMazes {
  private static final int MIN_HEIGHT = 3;

  private final List<DrawnPuzzle> mazes = new ArrayList<>();
  private boolean drawn;

  private DrawnMazes() {}

  /** The mazes of a file; empty if none is drawn. */
  static List<DrawnPuzzle> of(List<String> lines) {
    DrawnMazes found = new DrawnMazes();
    int from = 0;
    for (int i = 0; i <= lines.size(); i++) {
      if (i == lines.size() || !isRow(lines, from, i)) {
        found.add(lines.subList(from, i), from + 1);
        from = i + 1;
      }
    }
    return found.drawn ? found.mazes : List.of();
  }

  /** Within a drawing a line of its width may have a wrong character. */
  private static boolean isRow(List<String> lines, int from, int i) {
    String line = lines.get(i);
    long own = line.chars().filter(c -> Maze.LETTERS.indexOf(c) >= 0 || c == '.').count();
    boolean asLong = i > from && line.length() == lines.get(from).length();
    return !line.isEmpty()
        && (line.isBlank()
            ? asLong && goesOn(lines, from, i + 1)
            : own == line.length() || asLong && 5 * own > 4L * line.length());
  }

  private static boolean goesOn(List<String> lines, int from, int i) {
    return i < lines.size()
        && lines.get(i).length() == lines.get(from).length()
        && isRow(lines, from, i);
  }

  private void add(List<String> rows, int line) {
    if (rows.isEmpty()) {
      return;
    }
    if (!isDrawing(rows)) {
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i).contains("S")) {
          mazes.add(new DrawnPuzzle(line + i, rows.get(i), ""));
        }
      }
      if (isWithoutEnds(rows)) {
        mazes.add(new DrawnPuzzle(line, String.join("/", rows), ""));
      }
      return;
    }
    drawn = true;
    int width = rows.stream().mapToInt(String::length).max().orElseThrow();
    String maze =
        rows.stream()
            .map(row -> row + " ".repeat(width - row.length()))
            .collect(Collectors.joining("/"))
            .replace('.', ' ');
    int last = mazes.size() - 1;
    if (maze.contains("o") && last >= 0) {
      DrawnPuzzle before = mazes.get(last);
      if (before.solution().isEmpty() && before.puzzle().equals(maze.replace('o', ' '))) {
        mazes.set(last, new DrawnPuzzle(before.line(), before.puzzle(), maze));
        return;
      }
    }
    mazes.add(new DrawnPuzzle(line, maze, ""));
  }

  /** Mazes of a line each have an S and a G in every line; so have no rows of one maze. */
  private static boolean isDrawing(List<String> rows) {
    long plain = rows.stream().filter(row -> !row.contains("S") && !row.contains("G")).count();
    return rows.size() >= MIN_HEIGHT
        && 2 * plain >= rows.size()
        && rows.stream().anyMatch(row -> row.contains("S") || row.contains("G"))
        && whole(rows) <= (ofOneLength(rows) ? 1 : 0);
  }

  /** Most likely a maze all the same, which is then told to have no S. */
  private static boolean isWithoutEnds(List<String> rows) {
    return rows.size() >= MIN_HEIGHT
        && ofOneLength(rows)
        && rows.stream().anyMatch(row -> row.contains("#"))
        && rows.stream().noneMatch(row -> row.contains("S") || row.contains("G"));
  }

  private static boolean ofOneLength(List<String> rows) {
    return rows.stream().mapToInt(String::length).distinct().count() == 1;
  }

  private static long whole(List<String> rows) {
    return rows.stream().filter(row -> row.contains("S") && isWhole(row)).count();
  }

  /** A row with walls, S and G that is as long as a square may be a maze of its own. */
  private static boolean isWhole(String row) {
    int side = (int) Math.round(Math.sqrt(row.length()));
    return row.contains("#")
        && row.contains("G")
        && side >= Maze.MIN_SIDE
        && side * side == row.length();
  }
}
