package io.github.archrm.tasks;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An immutable rectangle of symbols.
 *
 * <p>A symbol is a small number from 0; ARC's symbols are the colours 0-9. {@link #OUTSIDE} marks a
 * cell of a canvas that belongs to no grid. Limits that a puzzle format sets (sides of 1-30,
 * colours 0-9) are checked where that format is read, not here.
 */
public final class Grid {
  /** The cell value of a canvas where there is no grid. */
  public static final int OUTSIDE = -1;

  private final int height;
  private final int width;
  private final byte[] cells;

  private Grid(int height, int width, byte[] cells) {
    this.height = height;
    this.width = width;
    this.cells = cells;
  }

  /**
   * Copies rows of symbols.
   *
   * @param rows [height][width], each value from -1 ({@link #OUTSIDE}) to 126
   * @throws IllegalArgumentException if there is no cell, the rows differ in length, or a value is
   *     out of range
   */
  public static Grid of(int[][] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("a grid needs at least one row");
    }
    for (int r = 0; r < rows.length; r++) {
      if (rows[r].length != rows[0].length) {
        throw new IllegalArgumentException(
            "row " + r + " has " + rows[r].length + " cells, row 0 has " + rows[0].length);
      }
    }
    return generate(rows.length, rows[0].length, (r, c) -> rows[r][c]);
  }

  /** What stands at one cell. */
  @FunctionalInterface
  public interface CellFunction {
    int at(int row, int column);
  }

  /**
   * A grid whose cells are computed.
   *
   * @throws IllegalArgumentException if a side is below 1 or a value is out of range
   */
  public static Grid generate(int height, int width, CellFunction function) {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "a grid needs at least one cell, not " + height + "x" + width);
    }
    byte[] cells = new byte[height * width];
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        int value = function.at(r, c);
        if (value < OUTSIDE || value >= Byte.MAX_VALUE) {
          throw new IllegalArgumentException("value " + value + " at row " + r + ", column " + c);
        }
        cells[r * width + c] = (byte) value;
      }
    }
    return new Grid(height, width, cells);
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  /** The larger of the two sides. */
  public int side() {
    return Math.max(height, width);
  }

  public int cell(int row, int column) {
    return cells[row * width + column];
  }

  /** The share of this grid's cells where another grid has the same symbol, 0-1. */
  public double agreement(Grid other) {
    int same = 0;
    for (int r = 0; r < Math.min(height(), other.height()); r++) {
      for (int c = 0; c < Math.min(width(), other.width()); c++) {
        same += cell(r, c) == other.cell(r, c) ? 1 : 0;
      }
    }
    return (double) same / (height() * width());
  }

  /** In how many cells a grid of the same size has another symbol. */
  public int differences(Grid other) {
    return (int) IntStream.range(0, cells.length).filter(i -> cells[i] != other.cells[i]).count();
  }

  /** All cells, row by row. */
  public IntStream cells() {
    return IntStream.range(0, cells.length).map(i -> cells[i]);
  }

  /** The grid with each cell as a block of that height and width, each at least 1. */
  public Grid enlarged(int down, int across) {
    return generate(down * height, across * width, (r, c) -> cell(r / down, c / across));
  }

  /** Whether both have the same height and the same width. */
  public boolean sameSize(Grid other) {
    return height == other.height && width == other.width;
  }

  /** A copy as [height][width]. */
  public int[][] toRows() {
    int[][] rows = new int[height][width];
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        rows[r][c] = cell(r, c);
      }
    }
    return rows;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Grid that
        && height == that.height
        && width == that.width
        && Arrays.equals(cells, that.cells);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * height + width) + Arrays.hashCode(cells);
  }

  /** Rows of digits, one line each, for messages and tests; {@link #OUTSIDE} is a dot. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        int value = cell(r, c);
        text.append(value == OUTSIDE ? "." : Integer.toString(value, 36));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
