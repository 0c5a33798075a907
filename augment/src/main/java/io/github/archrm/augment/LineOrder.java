package io.github.archrm.augment;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Symmetry.Lines;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of the maps that turn every board into another one: other names for the symbols, another
 * order of the rows within each group of rows, of the groups, of the columns within each group of
 * columns, of those groups, and transposition.
 *
 * <p>Only such orders can be made, so that the image of a sound board is sound; blanks, and cells
 * outside, stay what they are.
 *
 * @param board whose groups are respected
 * @param symbols what symbol 1 becomes, what symbol 2 becomes, …
 * @param rows for every row of the image, which row it was; after transposition
 * @param columns for every column of the image, which column it was; after transposition
 * @param transposes whether rows first become columns
 */
public record LineOrder(
    Lines board,
    List<Integer> symbols,
    List<Integer> rows,
    List<Integer> columns,
    boolean transposes)
    implements View {

  /**
   * @throws IllegalArgumentException if it would tear a group apart, or transpose groups that are
   *     not alike, or is no permutation
   */
  public LineOrder {
    symbols = List.copyOf(symbols);
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    requirePermutation(symbols.stream().map(symbol -> symbol - 1).toList(), board.names(), 1);
    requirePermutation(rows, board.side(), board.rowGroup());
    requirePermutation(columns, board.side(), board.columnGroup());
    if (transposes && !board.transposes()) {
      throw new IllegalArgumentException("groups that are not alike cannot be transposed");
    }
  }

  private static void requirePermutation(List<Integer> order, int side, int group) {
    boolean whole =
        order.stream().sorted().toList().equals(IntStream.range(0, side).boxed().toList());
    if (!whole
        || !IntStream.range(0, side)
            .allMatch(i -> order.get(i) / group == order.get(i - i % group) / group)) {
      throw new IllegalArgumentException("no symmetry with " + order + " in groups of " + group);
    }
  }

  @Override
  public String words() {
    return "rows %s, columns %s, symbols %s".formatted(rows, columns, symbols)
        + (transposes ? ", transposed" : "");
  }

  @Override
  public boolean isIdentity() {
    List<Integer> unchanged = IntStream.range(0, board.side()).boxed().toList();
    return !transposes
        && rows.equals(unchanged)
        && columns.equals(unchanged)
        && IntStream.range(0, board.names()).allMatch(i -> symbols.get(i) == i + 1);
  }

  /**
   * @throws IllegalArgumentException if the grid is no board of this size
   */
  @Override
  public Grid apply(Grid grid) {
    requireBoard(grid);
    return Grid.generate(
        board.side(),
        board.side(),
        (row, column) -> {
          int r = rows.get(row);
          int c = columns.get(column);
          int symbol = transposes ? grid.cell(c, r) : grid.cell(r, c);
          return isSymbol(symbol) ? symbols.get(symbol - 1) : symbol;
        });
  }

  @Override
  public Grid undo(Grid grid) {
    requireBoard(grid);
    int[] formerRow = inverse(rows);
    int[] formerColumn = inverse(columns);
    int[] formerSymbol = inverse(symbols.stream().map(symbol -> symbol - 1).toList());
    return Grid.generate(
        board.side(),
        board.side(),
        (row, column) -> {
          int r = formerRow[transposes ? column : row];
          int c = formerColumn[transposes ? row : column];
          int symbol = grid.cell(r, c);
          return isSymbol(symbol) ? formerSymbol[symbol - 1] + 1 : symbol;
        });
  }

  private boolean isSymbol(int symbol) {
    return symbol > 0 && symbol <= board.names();
  }

  private void requireBoard(Grid grid) {
    if (grid.height() != board.side() || grid.width() != board.side()) {
      throw new IllegalArgumentException(
          "a grid of %dx%d is no board of %dx%d"
              .formatted(grid.height(), grid.width(), board.side(), board.side()));
    }
  }

  private static int[] inverse(List<Integer> order) {
    int[] inverse = new int[order.size()];
    for (int i = 0; i < inverse.length; i++) {
      inverse[order.get(i)] = i;
    }
    return inverse;
  }
}
