package io.github.archrm.augment.program.primitive;

import io.github.archrm.tasks.Grid;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A rectangle of colours with a place: what primitives take and give.
 *
 * <p>The place is where its first cell lies relative to the task's grid; cutting and cropping keep
 * it, so that parts can be laid back where they were. Black (0) is empty: what lies below shows
 * through. {@link #NOTHING} has no cell at all, which is what a primitive gives that has nothing to
 * give; every primitive takes it too. Immutable; the array of cells is shared with nobody outside
 * this package.
 */
public final class PlacedGrid {
  /** No side is longer. */
  public static final int SIDE = 100;

  /** How many colours there are. */
  public static final int COLOURS = 10;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  public static final PlacedGrid NOTHING = new PlacedGrid(0, 0, 0, 0, new byte[0]);

  final int x;
  final int y;
  final int width;
  final int height;
  final byte[] cells;
  private int colours = -1;
  private int majority = -1;
  private int count = -1;

  /** Takes the array over: [height][width], row by row. */
  PlacedGrid(int x, int y, int width, int height, byte[] cells) {
    this.x = x;
    this.y = y;
    this.width = width;
    this.height = height;
    this.cells = cells;
  }

  /** A grid at the origin. Its symbols must be colours. */
  public static PlacedGrid of(Grid grid) {
    byte[] cells = new byte[grid.width() * grid.height()];
    for (int r = 0, i = 0; r < grid.height(); r++) {
      for (int c = 0; c < grid.width(); c++, i++) {
        cells[i] = (byte) grid.cell(r, c);
      }
    }
    return new PlacedGrid(0, 0, grid.width(), grid.height(), cells);
  }

  /** A copy of cells that lie in a store. */
  public static PlacedGrid of(int x, int y, int width, int height, byte[] store, int from) {
    return new PlacedGrid(
        x, y, width, height, Arrays.copyOfRange(store, from, from + width * height));
  }

  /** All cells in one colour; nothing if it would be too large or have no cell. */
  static PlacedGrid filled(int x, int y, int width, int height, int colour) {
    if (tooLarge(width, height)) {
      return NOTHING;
    }
    byte[] cells = new byte[width * height];
    if (colour != 0) {
      Arrays.fill(cells, (byte) colour);
    }
    return new PlacedGrid(x, y, width, height, cells);
  }

  /** All black, at the origin. */
  public static PlacedGrid blank(int width, int height) {
    return filled(0, 0, width, height, 0);
  }

  static boolean tooLarge(int width, int height) {
    return width > SIDE || height > SIDE || width <= 0 || height <= 0;
  }

  /** The same size and place with other cells, which are taken over. */
  PlacedGrid with(byte[] others) {
    return new PlacedGrid(x, y, width, height, others);
  }

  PlacedGrid at(int newX, int newY) {
    return newX == x && newY == y ? this : new PlacedGrid(newX, newY, width, height, cells);
  }

  /** The same with each colour replaced by its name. */
  public PlacedGrid renamed(int[] names) {
    byte[] out = new byte[cells.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) names[cells[i]];
    }
    return with(out);
  }

  /**
   * Each coloured cell of one grid replaced by a copy of the other, at the origin.
   *
   * @param coloursOfBlock whether a copy has its own colours, or those of the cell it stands for
   */
  public static PlacedGrid product(PlacedGrid blocks, PlacedGrid block, boolean coloursOfBlock) {
    int width = blocks.width * block.width;
    int height = blocks.height * block.height;
    if (tooLarge(width, height)) {
      return NOTHING;
    }
    byte[] cells = new byte[width * height];
    for (int r = 0, i = 0; r < height; r++) {
      for (int c = 0; c < width; c++, i++) {
        byte outer = blocks.cells[r / block.height * blocks.width + c / block.width];
        byte inner = block.cells[r % block.height * block.width + c % block.width];
        cells[i] = outer == 0 || inner == 0 ? 0 : coloursOfBlock ? inner : outer;
      }
    }
    return new PlacedGrid(0, 0, width, height, cells);
  }

  /** The part of so many cells from a row and a column of this grid on. */
  PlacedGrid part(int row, int column, int partWidth, int partHeight) {
    if (partWidth <= 0 || partHeight <= 0) {
      return NOTHING;
    }
    byte[] out = new byte[partWidth * partHeight];
    for (int r = 0; r < partHeight; r++) {
      System.arraycopy(cells, (row + r) * width + column, out, r * partWidth, partWidth);
    }
    return new PlacedGrid(x + column, y + row, partWidth, partHeight, out);
  }

  /** The column of the first cell. */
  public int x() {
    return x;
  }

  /** The row of the first cell. */
  public int y() {
    return y;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int area() {
    return width * height;
  }

  public int cell(int row, int column) {
    return cells[row * width + column];
  }

  /** The colour at a cell, black outside. */
  int colourAt(int row, int column) {
    return row >= 0 && column >= 0 && row < height && column < width
        ? cells[row * width + column]
        : 0;
  }

  /** A hash of the cells, continued from another. */
  public long mix(long hash) {
    long mixed = hash;
    int i = 0;
    for (; i + Long.BYTES <= cells.length; i += Long.BYTES) {
      mixed = (mixed ^ (long) EIGHT.get(cells, i)) * 0x9E3779B97F4A7C15L;
      mixed ^= mixed >>> 29;
    }
    for (; i < cells.length; i++) {
      mixed = (mixed ^ cells[i]) * 0xBF58476D1CE4E5B9L;
      mixed ^= mixed >>> 31;
    }
    return mixed;
  }

  /** Copies all cells, row by row, into a store. */
  public void copyTo(byte[] store, int from) {
    System.arraycopy(cells, 0, store, from, cells.length);
  }

  /** Bit c is set if colour c occurs. */
  public int colours() {
    if (colours < 0) {
      survey();
    }
    return colours;
  }

  /** Whether a store has these cells from an index on. */
  public boolean equalsIn(byte[] store, int from) {
    return Arrays.equals(store, from, from + cells.length, cells, 0, cells.length);
  }

  /** The commonest colour but black, the lowest of several; 0 if all is black. */
  public int majority() {
    if (majority < 0) {
      survey();
    }
    return majority;
  }

  /** How many cells are not black. */
  public int count() {
    if (count < 0) {
      survey();
    }
    return count;
  }

  /** How many colours but black occur. */
  int distinctColours() {
    return Integer.bitCount(colours() & ~1);
  }

  /** How often each colour occurs. */
  int[] histogram() {
    int[] histogram = new int[COLOURS];
    for (byte cell : cells) {
      histogram[cell]++;
    }
    return histogram;
  }

  private void survey() {
    int[] histogram = histogram();
    int mask = histogram[0] > 0 ? 1 : 0;
    int best = 0;
    for (int c = 1; c < COLOURS; c++) {
      mask |= histogram[c] > 0 ? 1 << c : 0;
      if (histogram[c] > (best == 0 ? 0 : histogram[best])) {
        best = c;
      }
    }
    majority = best;
    count = cells.length - histogram[0];
    colours = mask;
  }

  /**
   * The grid without its place.
   *
   * @throws IllegalArgumentException if there is no cell
   */
  public Grid grid() {
    return Grid.generate(height, width, this::cell);
  }

  /** Whether the cells are the grid's. */
  public boolean shows(Grid grid) {
    if (grid.width() != width || grid.height() != height) {
      return false;
    }
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != grid.cell(i / width, i % width)) {
        return false;
      }
    }
    return true;
  }

  /** Size and cells alike; the place may differ. */
  boolean looksLike(PlacedGrid other) {
    return width == other.width && height == other.height && Arrays.equals(cells, other.cells);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlacedGrid that && x == that.x && y == that.y && looksLike(that);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * (31 * (31 * x + y) + width) + height) + Arrays.hashCode(cells);
  }

  @Override
  public String toString() {
    return "at row " + y + ", column " + x + "\n" + (cells.length == 0 ? "nothing" : grid());
  }
}
