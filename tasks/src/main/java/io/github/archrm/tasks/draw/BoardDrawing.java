package io.github.archrm.tasks.draw;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.GridDrawing;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Look;
import io.github.archrm.tasks.Marks;
import io.github.archrm.tasks.picture.Ansi;
import io.github.archrm.tasks.picture.Picture.Box;
import io.github.archrm.tasks.picture.Picture.Shape;
import io.github.archrm.tasks.picture.Picture.Words;
import io.github.archrm.tasks.picture.PixelFont;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A board of letters with its boxes, if it has any. In an answer the givens are bold or on grey,
 * the rest is blue.
 *
 * <p>A grid that is no board of this kind, as a prediction may be, is drawn as far as it goes.
 *
 * @param kind whose symbol 0 is a blank, and whose structure knows the boxes
 */
public record BoardDrawing(Kind kind) implements GridDrawing {
  private static final int BLANK = 0;
  private static final int GROUND = 0xFFFFFF;
  private static final int FILLED = 0x1F6FEB;
  private static final int INK = 0x111111;
  private static final int THIN = 0xAAAAAA;
  private static final int THICK = 0x333333;
  private static final int GIVEN_GROUND = 0xECECEC;
  private static final int BROKEN_GROUND = 0xFF9B9B;
  private static final int CHANGED_GROUND = 0xFFE08A;

  @Override
  public int columns(Grid grid, boolean colour, boolean wide) {
    int stacks = (grid.width() + boxWidth(grid) - 1) / boxWidth(grid);
    return wide ? 2 * grid.width() + 2 * stacks + 1 : grid.width() + stacks + 1;
  }

  /** A board without boxes is one. */
  private int boxHeight(Grid grid) {
    int rows = kind.structure().boxHeight();
    return rows == 0 ? grid.height() : rows;
  }

  private int boxWidth(Grid grid) {
    int columns = kind.structure().boxWidth();
    return columns == 0 ? grid.width() : columns;
  }

  @Override
  public List<String> lines(
      Grid grid, Optional<Grid> input, Marks marks, boolean colour, boolean wide) {
    List<String> lines = new ArrayList<>();
    lines.add(rule(grid, colour ? "┌─┬┐" : "+-++", colour, wide));
    for (int r = 0; r < grid.height(); r++) {
      if (r > 0 && r % boxHeight(grid) == 0) {
        lines.add(rule(grid, colour ? "├─┼┤" : "+-++", colour, wide));
      }
      lines.add(row(grid, input, marks, r, colour, wide));
    }
    lines.add(rule(grid, colour ? "└─┴┘" : "+-++", colour, wide));
    return lines;
  }

  /**
   * @param strokes its left end, the line, a crossing, its right end
   */
  private String rule(Grid grid, String strokes, boolean colour, boolean wide) {
    StringBuilder rule = new StringBuilder();
    for (int c = 0; c < grid.width(); c++) {
      if (c % boxWidth(grid) == 0) {
        rule.append(strokes.charAt(c == 0 ? 0 : 2)).append(wide ? strokes.substring(1, 2) : "");
      }
      rule.append(strokes.substring(1, 2).repeat(wide ? 2 : 1));
    }
    rule.append(strokes.charAt(3));
    return colour ? Ansi.DIM + rule + Ansi.RESET : rule.toString();
  }

  private String row(
      Grid grid, Optional<Grid> input, Marks marks, int r, boolean colour, boolean wide) {
    String bar = colour ? Ansi.DIM + "│" + Ansi.RESET : "|";
    StringBuilder row = new StringBuilder();
    for (int c = 0; c < grid.width(); c++) {
      if (c % boxWidth(grid) == 0) {
        row.append(bar).append(wide ? " " : "");
      }
      String letter = String.valueOf(kind.letter(grid.cell(r, c)));
      char sign = marks.sign(r, c);
      if (colour && sign != ' ') {
        int ground = marks.isBroken(r, c) ? BROKEN_GROUND : CHANGED_GROUND;
        letter = Ansi.background(ground) + Ansi.foreground(INK) + letter + Ansi.RESET;
      } else if (colour && grid.cell(r, c) <= BLANK) {
        letter = Ansi.DIM + "·" + Ansi.RESET;
      } else if (colour) {
        String style = isGiven(input, r, c) ? Ansi.BOLD : Ansi.foreground(FILLED);
        letter = style + letter + Ansi.RESET;
      }
      row.append(letter).append(wide ? String.valueOf(colour ? ' ' : sign) : "");
    }
    return row.append(bar).toString();
  }

  /** Without a puzzle beside it, everything in a grid is given. */
  private static boolean isGiven(Optional<Grid> input, int r, int c) {
    return input.isEmpty()
        || r < input.get().height() && c < input.get().width() && input.get().cell(r, c) != BLANK;
  }

  @Override
  public List<Shape> shapes(Grid grid, Optional<Grid> input, int x, int y, int cell) {
    List<Shape> shapes = new ArrayList<>();
    int width = grid.width() * cell + 1;
    int height = grid.height() * cell + 1;
    shapes.add(new Box(x, y, width, height, GROUND));
    List<Shape> letters = new ArrayList<>();
    int size = Math.max(1, cell / 12);
    for (int r = 0; r < grid.height(); r++) {
      for (int c = 0; c < grid.width(); c++) {
        if (grid.cell(r, c) <= BLANK) {
          continue;
        }
        boolean given = isGiven(input, r, c);
        if (given && input.isPresent()) {
          shapes.add(new Box(x + c * cell, y + r * cell, cell, cell, GIVEN_GROUND));
        }
        String letter = String.valueOf(kind.letter(grid.cell(r, c)));
        int left = x + c * cell + (cell + 1 - size * PixelFont.width(letter)) / 2;
        int top = y + r * cell + (cell + 1 - 7 * size) / 2;
        letters.add(new Words(left, top, letter, size, given ? INK : FILLED));
      }
    }
    for (int r = 0; r <= grid.height(); r++) {
      shapes.add(new Box(x, y + r * cell, width, 1, THIN));
    }
    for (int c = 0; c <= grid.width(); c++) {
      shapes.add(new Box(x + c * cell, y, 1, height, THIN));
    }
    for (int r = 0; r <= grid.height(); r += boxHeight(grid)) {
      shapes.add(new Box(x - 1, y + r * cell - 1, width + 2, 3, THICK));
    }
    for (int c = 0; c <= grid.width(); c += boxWidth(grid)) {
      shapes.add(new Box(x + c * cell - 1, y - 1, 3, height + 2, THICK));
    }
    shapes.addAll(letters);
    return shapes;
  }

  @Override
  public Look look() {
    return new Look(
        Map.of(
            "ground", GROUND,
            "given", GIVEN_GROUND,
            "ink", INK,
            "filled", FILLED,
            "lines", THIN,
            "boxes", THICK),
        IntStream.range(BLANK + 1, kind.symbols()).boxed().toList(),
        0.66,
        true,
        kind.structure().boxHeight(),
        kind.structure().boxWidth(),
        Optional.of(BLANK),
        Optional.empty());
  }
}
