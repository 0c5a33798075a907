package io.github.archrm.tasks.sudoku;

import io.github.archrm.tasks.DrawnPuzzle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Boards written row by row, one row a line: nine lines of nine cells, maybe with a title above,
 * maybe in a frame of {@code | - +}, maybe with blanks or commas between the cells, which may then
 * be numbers of two digits.
 *
 * <p>A row that has a cell too many or too few still counts within its board, so that it is this
 * board that is refused and not all after it.
 */
final class DrawnBoards {
  private final int side;
  private final boolean dashes;
  private final boolean stars;

  private final List<DrawnPuzzle> boards = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private int first;
  private int whole;

  private DrawnBoards(int side, List<String> lines) {
    this.side = side;
    this.dashes = isBlankBesideGivens('-', lines);
    this.stars = isBlankBesideGivens('*', lines);
  }

  /** The boards of a file; empty if it has no whole one. */
  static List<DrawnPuzzle> of(List<String> lines) {
    int side = side(lines);
    return side == 0 ? List.of() : new DrawnBoards(side, lines).read(lines);
  }

  /** The length that most rows have, if there are enough of them for a board; or 0. */
  private static int side(List<String> lines) {
    Map<Integer, Long> count =
        lines.stream()
            .map(line -> cells(line, 0))
            .filter(cells -> Sudoku.sides().contains(cells.length()) && isRow(cells))
            .collect(Collectors.groupingBy(String::length, Collectors.counting()));
    return count.entrySet().stream()
        .filter(entry -> entry.getValue() >= entry.getKey())
        .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .filter(side -> !areWhole(side, lines))
        .orElse(0);
  }

  /** Sixteen cells may be a whole board of four rows too, if no symbol is above 4 or D. */
  private static boolean areWhole(int side, List<String> lines) {
    int root = (int) Math.round(Math.sqrt(side));
    return side > 9
        && root * root == side
        && lines.stream()
            .map(line -> cells(line, side))
            .filter(cells -> cells.length() == side && isRow(cells))
            .allMatch(
                cells ->
                    cells
                        .chars()
                        .map(Character::toUpperCase)
                        .allMatch(
                            c ->
                                c <= '0' + root
                                    || BoardSpelling.isBlank(c, root)
                                    || c >= 'A' && c < 'A' + root));
  }

  private List<DrawnPuzzle> read(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String cells = cells(lines.get(i), side);
      boolean almost =
          Math.abs(cells.length() - side) <= 1
              && isRow(cells)
              && (!rows.isEmpty()
                  || cells.length() != side && (rowsAfter(lines, i) + 1) % side == 0);
      if (isFrame(lines.get(i))) {
        if (rows.size() % Sudoku.ofSide(side).boxHeight() != 0) {
          end();
        }
      } else if (almost || cells.length() == side && isRow(cells)) {
        first = rows.isEmpty() ? i + 1 : first;
        rows.add(cells);
        if (rows.size() == side) {
          whole++;
          end();
        }
      } else {
        end();
        addLine(i + 1, lines.get(i));
      }
    }
    end();
    return whole == 0 ? List.of() : boards;
  }

  /** A board in one line, maybe with a number before it, its solution or a remark behind it. */
  private void addLine(int number, String line) {
    String own = line.replaceAll("^[%;].*|(#|//).*", "");
    String cells = cells(own, side);
    if (cells.length() == side * side && isRow(cells)) {
      boards.add(new DrawnPuzzle(number, cells, ""));
      return;
    }
    List<String> whole =
        Stream.of(own.split("[\\s,;\"]+")).filter(DrawnBoards::isWhole).limit(2).toList();
    if (!whole.isEmpty()) {
      boards.add(new DrawnPuzzle(number, whole.get(0), whole.size() > 1 ? whole.get(1) : ""));
    }
  }

  /** Of any size, so that another than that of the drawn ones is told; words have no digits. */
  private static boolean isWhole(String token) {
    return token.chars().anyMatch(Character::isDigit)
        && new SudokuFamily().recognised(token).isPresent();
  }

  /** How many whole rows follow a line before anything else does. */
  private int rowsAfter(List<String> lines, int line) {
    int count = 0;
    for (int i = line + 1; i < lines.size(); i++) {
      String cells = cells(lines.get(i), side);
      boolean row = cells.length() == side && isRow(cells);
      if (!row && !isFrame(lines.get(i))) {
        break;
      }
      count += isFrame(lines.get(i)) ? 0 : 1;
    }
    return count;
  }

  private void end() {
    if (!rows.isEmpty()) {
      boards.add(new DrawnPuzzle(first, String.join("", rows), ""));
      rows.clear();
    }
  }

  /** A line of blanks only is a row where the file writes blanks so. */
  private boolean isFrame(String line) {
    String rest = line.replaceAll("[\\s|!]", "");
    boolean blankRow =
        rest.length() == side
            && (dashes && rest.matches("-*")
                || stars && rest.matches("\\**")
                || rest.matches("_*"));
    return !blankRow && rest.matches("[-+=*_:#~─━═┼╋╬├┤┬┴┌┐└┘]*");
  }

  private static boolean isBlankBesideGivens(char blank, List<String> lines) {
    return lines.stream()
        .anyMatch(line -> line.indexOf(blank) >= 0 && line.chars().anyMatch(Character::isDigit));
  }

  private static boolean isRow(String cells) {
    boolean own = cells.chars().allMatch(BoardSpelling::isCell);
    return own && (cells.length() > 9 || cells.chars().noneMatch(c -> c >= 'a' && c <= 'w'));
  }

  /**
   * The cells of a line in one letter each, without what stands between them.
   *
   * @param side how many cells there should be, which tells numbers of two digits from pairs of
   *     cells; 0 if it is not known
   */
  static String cells(String line, int side) {
    String[] parts = line.replaceAll("[|!│┃║,;]", " ").strip().split("\\s+");
    boolean numbers =
        Stream.of(parts).allMatch(part -> part.matches("[0-2]?\\d|[-.*_?xX]"))
            && Stream.of(parts).anyMatch(part -> part.length() == 2)
            && (side == 0 ? Sudoku.sides().contains(parts.length) : parts.length >= side - 1)
            && parts.length > 9;
    return numbers
        ? Arrays.stream(parts).map(DrawnBoards::letter).collect(Collectors.joining())
        : String.join("", parts);
  }

  /** Zero stays zero. */
  private static String letter(String number) {
    return Character.isDigit(number.charAt(0))
        ? Character.toString(Character.forDigit(Integer.parseInt(number), Character.MAX_RADIX))
            .toUpperCase(Locale.ROOT)
        : number;
  }
}
