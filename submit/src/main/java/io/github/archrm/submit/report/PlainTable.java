package io.github.archrm.submit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Rows of text under headings, each column as wide as its widest cell. */
public final class PlainTable {
  private static final int GAP = 2;

  private final List<List<String>> rows = new ArrayList<>();
  private final Set<String> numbers;

  /**
   * @param numbers headings of the columns whose cells stand to the right
   */
  public PlainTable(List<String> headings, Set<String> numbers) {
    this.numbers = numbers;
    rows.add(headings);
  }

  public void add(String... cells) {
    rows.add(List.of(cells));
  }

  @Override
  public String toString() {
    int[] widths = IntStream.range(0, rows.get(0).size()).map(this::width).toArray();
    TextTable table =
        TextTable.forColumns(
            Help.defaultColorScheme(Ansi.OFF),
            IntStream.range(0, widths.length)
                .mapToObj(i -> new Column(widths[i] + gap(i), gap(i), Overflow.TRUNCATE))
                .toArray(Column[]::new));
    for (List<String> row : rows) {
      table.addRowValues(
          IntStream.range(0, widths.length)
              .mapToObj(i -> aligned(i, row.get(i), widths[i]))
              .toArray(String[]::new));
    }
    return table.toString();
  }

  private static int gap(int column) {
    return column == 0 ? 0 : GAP;
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private String aligned(int column, String cell, int width) {
    boolean right = numbers.contains(rows.get(0).get(column));
    return right ? " ".repeat(width - cell.length()) + cell : cell;
  }
}
