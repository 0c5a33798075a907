package io.github.archrm.tasks.draw;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.GridDrawing;
import io.github.archrm.tasks.Look;
import io.github.archrm.tasks.Marks;
import io.github.archrm.tasks.picture.Ansi;
import io.github.archrm.tasks.picture.Picture.Box;
import io.github.archrm.tasks.picture.Picture.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * Every cell a square of its symbol's colour, with thin lines between the cells of a picture.
 *
 * <p>In a terminal a narrow cell is half a character high: two rows of cells to a line. Without
 * colours a cell is a letter.
 *
 * @param symbols how many symbols have a colour
 * @param rgb the colour of a symbol as 0xRRGGBB
 * @param letter how a symbol is written without colours
 */
public record ColourDrawing(int symbols, IntUnaryOperator rgb, IntUnaryOperator letter)
    implements GridDrawing {
  private static final int LINES = 0x555555;

  @Override
  public int columns(Grid grid, boolean colour, boolean wide) {
    return (wide ? 2 : 1) * grid.width() + (colour ? 2 : 0);
  }

  @Override
  public List<String> lines(
      Grid grid, Optional<Grid> input, Marks marks, boolean colour, boolean wide) {
    if (!colour) {
      return plain(grid, marks, wide);
    }
    List<String> lines = new ArrayList<>();
    String edge = "─".repeat(columns(grid, false, wide));
    lines.add(Ansi.DIM + "┌" + edge + "┐" + Ansi.RESET);
    for (String row : wide ? squares(grid, marks) : halves(grid)) {
      lines.add(Ansi.DIM + "│" + Ansi.RESET + row + Ansi.DIM + "│" + Ansi.RESET);
    }
    lines.add(Ansi.DIM + "└" + edge + "┘" + Ansi.RESET);
    return lines;
  }

  private List<String> plain(Grid grid, Marks marks, boolean wide) {
    List<String> lines = new ArrayList<>();
    for (int r = 0; r < grid.height(); r++) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < grid.width(); c++) {
        line.append((char) letter.applyAsInt(grid.cell(r, c)));
        line.append(wide ? String.valueOf(marks.sign(r, c)) : "");
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private List<String> squares(Grid grid, Marks marks) {
    List<String> lines = new ArrayList<>();
    for (int r = 0; r < grid.height(); r++) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < grid.width(); c++) {
        int ground = rgb.applyAsInt(grid.cell(r, c));
        String sign = String.valueOf(marks.sign(r, c));
        line.append(Ansi.background(ground))
            .append(sign.isBlank() ? "" : Ansi.foreground(contrast(ground)))
            .append(sign.repeat(2));
      }
      lines.add(line.append(Ansi.RESET).toString());
    }
    return lines;
  }

  /** Black or white, whichever is seen better on a colour. */
  private static int contrast(int ground) {
    int light = 3 * (ground >> 16) + 6 * (ground >> 8 & 255) + (ground & 255);
    return light > 10 * 128 ? 0x000000 : 0xFFFFFF;
  }

  private List<String> halves(Grid grid) {
    List<String> lines = new ArrayList<>();
    for (int r = 0; r < grid.height(); r += 2) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < grid.width(); c++) {
        line.append(Ansi.foreground(rgb.applyAsInt(grid.cell(r, c))));
        if (r + 1 < grid.height()) {
          line.append(Ansi.background(rgb.applyAsInt(grid.cell(r + 1, c))));
        }
        line.append("▀");
      }
      lines.add(line.append(Ansi.RESET).toString());
    }
    return lines;
  }

  @Override
  public List<Shape> shapes(Grid grid, Optional<Grid> input, int x, int y, int cell) {
    List<Shape> shapes = runs(grid, x, y, cell);
    for (int r = 0; r <= grid.height(); r++) {
      shapes.add(new Box(x, y + r * cell, grid.width() * cell + 1, 1, LINES));
    }
    for (int c = 0; c <= grid.width(); c++) {
      shapes.add(new Box(x + c * cell, y, 1, grid.height() * cell + 1, LINES));
    }
    return shapes;
  }

  /** The cells without lines; those of one colour beside each other are one shape. */
  public List<Shape> runs(Grid grid, int x, int y, int cell) {
    List<Shape> shapes = new ArrayList<>();
    for (int r = 0; r < grid.height(); r++) {
      int start = 0;
      for (int c = 1; c <= grid.width(); c++) {
        if (c == grid.width() || grid.cell(r, c) != grid.cell(r, start)) {
          int colour = rgb.applyAsInt(grid.cell(r, start));
          shapes.add(new Box(x + start * cell, y + r * cell, (c - start) * cell, cell, colour));
          start = c;
        }
      }
    }
    return shapes;
  }

  @Override
  public Look look() {
    Map<String, Integer> colours = new TreeMap<>();
    for (int symbol = 0; symbol < symbols; symbol++) {
      colours.put(Integer.toString(symbol), rgb.applyAsInt(symbol));
    }
    colours.put("outside", rgb.applyAsInt(Grid.OUTSIDE));
    colours.put("lines", LINES);
    return Look.ofColours(colours);
  }
}
