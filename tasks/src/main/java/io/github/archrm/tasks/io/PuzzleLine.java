package io.github.archrm.tasks.io;

import io.github.archrm.tasks.DrawnPuzzle;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Kinds;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One line of plain text that holds a puzzle: the puzzle, maybe its solution, and whatever else
 * people write beside it, a number before it, a rating or a remark behind it. Its cells may stand
 * apart.
 */
final class PuzzleLine {
  /** Of a Sudoku of four rows. */
  private static final int LEAST_CELLS = 16;

  private PuzzleLine() {}

  /** A line that begins with # may also be a puzzle; one of nothing but # is an underline. */
  static boolean isComment(String line) {
    boolean underline = line.chars().allMatch(c -> c == '#' || c == ' ' || c == '=');
    return line.isBlank()
        || underline
        || line.startsWith("%")
        || line.startsWith("//")
        || line.startsWith(";")
        || line.startsWith("#") && !isClaimed(line);
  }

  private static boolean isClaimed(String line) {
    return Kinds.families().stream().anyMatch(family -> family.claims(line));
  }

  /** Whether a text is meant as a puzzle, sound or not; fewer cells may be a word of prose. */
  static boolean isMeant(String text) {
    return isClaimed(text) || text.matches("[0-9A-Za-z.*_?-]{36,}") && kind(text).isPresent();
  }

  /** Whether a text could be a puzzle, if too short or too long; prose is hardly of digits. */
  static boolean couldBeCells(String text) {
    long digits = text.chars().filter(c -> ".*_?-".indexOf(c) >= 0 || c <= '9').count();
    return text.matches("[0-9A-Za-z.*_?-]{" + LEAST_CELLS + ",}") && 2 * digits >= text.length();
  }

  static Optional<Kind> kind(String puzzle) {
    return Kinds.families().stream()
        .flatMap(family -> family.recognised(puzzle).stream())
        .findFirst();
  }

  /** The longest that can be a puzzle, the first of equals; whatever comes first if none can. */
  static DrawnPuzzle read(int number, String line) {
    if (isClaimed(line)) {
      String[] parts = line.split(",", 2);
      return new DrawnPuzzle(number, parts[0], parts.length > 1 ? parts[1] : "");
    }
    List<String> tokens =
        Arrays.stream(line.strip().split("[\\s,;\"]+")).filter(token -> !token.isEmpty()).toList();
    int puzzle = -1;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).length() >= LEAST_CELLS
          && kind(tokens.get(i)).isPresent()
          && (puzzle < 0 || tokens.get(i).length() > tokens.get(puzzle).length())) {
        puzzle = i;
      }
    }
    if (puzzle < 0) {
      return apart(number, line, tokens);
    }
    String found = tokens.get(puzzle);
    Optional<String> before = damaged(found, tokens.subList(0, puzzle));
    if (before.isPresent()) {
      return new DrawnPuzzle(number, before.get(), found);
    }
    return new DrawnPuzzle(
        number, found, solution(found.length(), tokens.subList(puzzle + 1, tokens.size())));
  }

  /** A board without blanks is the solution of what stands before it and has some, if too few. */
  private static Optional<String> damaged(String found, List<String> before) {
    if (!isFull(found)) {
      return Optional.empty();
    }
    return before.stream()
        .filter(token -> 2 * token.length() >= found.length() && !isFull(token))
        .filter(token -> token.matches("[0-9A-Za-z.*_?-]+"))
        .findFirst();
  }

  private static boolean isFull(String cells) {
    return cells.chars().noneMatch(c -> ".0*_-?".indexOf(c) >= 0);
  }

  /** What is as long as the puzzle, or half as long and could be cells, if too few. */
  private static String solution(int length, List<String> tokens) {
    return tokens.stream()
        .filter(
            token ->
                token.length() == length
                    || 2 * token.length() >= length && token.matches("[0-9.]+"))
        .findFirst()
        .orElse("");
  }

  private static DrawnPuzzle apart(int number, String line, List<String> tokens) {
    String[] parts = line.strip().split("\\s*(?:[,;\\t]|//|#)\\s*", 3);
    for (String cells : List.of(String.join("", tokens), parts[0].replaceAll("\\s+", ""))) {
      if (tokens.size() > 1 && kind(cells).isPresent()) {
        boolean first = cells.length() == parts[0].replaceAll("\\s+", "").length();
        String next = first && parts.length > 1 ? parts[1].replaceAll("\\s+", "") : "";
        return new DrawnPuzzle(number, cells, next.length() == cells.length() ? next : "");
      }
    }
    String rest = tokens.size() > 1 ? solution(tokens.get(0).length(), tokens.subList(1, 2)) : "";
    return new DrawnPuzzle(number, tokens.isEmpty() ? "" : tokens.get(0), rest);
  }
}
