package io.github.archrm.tasks;

import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A grid as one line of letters: rows of equal length with a slash between them, or a square grid
 * row after row. A single row ends with a slash.
 */
public final class GridText {
  private GridText() {}

  /**
   * A grid from text.
   *
   * @param noun what the grid is, for messages
   * @param symbol of a letter; negative if it is none
   * @param letters which there are, in words
   * @throws IllegalArgumentException if it is none; the message is one line that begins with the
   *     cell, if there is one
   */
  public static Grid read(String text, String noun, IntUnaryOperator symbol, String letters) {
    String[] rows = rows(text, noun);
    for (int r = 1; r < rows.length; r++) {
      if (rows[r].length() != rows[0].length()) {
        throw new IllegalArgumentException(
            "row %d has %d cells, row 1 has %d"
                .formatted(r + 1, rows[r].length(), rows[0].length()));
      }
    }
    return Grid.generate(
        rows.length,
        rows[0].length(),
        (r, c) -> {
          int found = symbol.applyAsInt(rows[r].charAt(c));
          if (found < 0) {
            String letter = ("'" + rows[r].charAt(c) + "'").replaceAll("\\p{C}", "?");
            throw new IllegalArgumentException(
                "row %d, column %d: %s is not %s".formatted(r + 1, c + 1, letter, letters));
          }
          return found;
        });
  }

  private static String[] rows(String text, String noun) {
    int slash = text.indexOf('/');
    if (slash >= 0 && slash == text.length() - 1) {
      return new String[] {text.substring(0, slash)};
    }
    return slash >= 0 ? text.split("/", -1) : square(text, noun);
  }

  private static String[] square(String text, String noun) {
    int side = (int) Math.round(Math.sqrt(text.length()));
    if (side == 0 || side * side != text.length()) {
      throw new IllegalArgumentException(
          "%d characters are no square %s; put a / between the rows of another"
              .formatted(text.length(), noun));
    }
    return IntStream.range(0, side)
        .mapToObj(r -> text.substring(r * side, (r + 1) * side))
        .toArray(String[]::new);
  }

  /** The letters of a grid; {@link Kind#read} understands them. */
  static String write(Grid grid, Kind kind) {
    String rows =
        IntStream.range(0, grid.height())
            .mapToObj(
                r ->
                    IntStream.range(0, grid.width())
                        .mapToObj(c -> String.valueOf(kind.letter(grid.cell(r, c))))
                        .collect(Collectors.joining()))
            .collect(Collectors.joining(grid.height() == grid.width() ? "" : "/"));
    return grid.height() == 1 && grid.width() > 1 ? rows + "/" : rows;
  }
}
