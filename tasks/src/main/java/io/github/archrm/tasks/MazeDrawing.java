package io.github.archrm.tasks;

import io.github.archrm.tasks.Picture.Box;
import io.github.archrm.tasks.Picture.Shape;
import io.github.archrm.tasks.Picture.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dark walls on white, S on green, G on red, and the path as an orange line. */
record MazeDrawing() implements GridDrawing {
  private static final int[] COLOURS = {0x2B2F36, 0xFFFFFF, 0x2EA043, 0xD1242F, 0xFB8F24};
  private static final int OUTSIDE = 0xE4E4E4;
  private static final int EDGE = 0x2B2F36;
  private static final ColourDrawing CELLS =
      new ColourDrawing(MazeDrawing::rgb, MazeDrawing::letter);

  private static int rgb(int symbol) {
    return isKnown(symbol) ? COLOURS[symbol] : OUTSIDE;
  }

  private static int letter(int symbol) {
    return isKnown(symbol) ? Maze.LETTERS.charAt(symbol) : '?';
  }

  private static boolean isKnown(int symbol) {
    return symbol >= 0 && symbol < COLOURS.length;
  }

  @Override
  public int columns(Grid grid, boolean colour, boolean wide) {
    return CELLS.columns(grid, colour, wide);
  }

  @Override
  public List<String> lines(Grid grid, Optional<Grid> input, boolean colour, boolean wide) {
    return CELLS.lines(grid, input, colour, wide);
  }

  @Override
  public List<Shape> shapes(Grid grid, Optional<Grid> input, int x, int y, int cell) {
    Grid ground =
        Grid.generate(
            grid.height(),
            grid.width(),
            (r, c) -> grid.cell(r, c) == Maze.PATH ? Maze.FREE : grid.cell(r, c));
    List<Shape> shapes = new ArrayList<>();
    int width = grid.width() * cell + 1;
    int height = grid.height() * cell + 1;
    shapes.add(new Box(x - 1, y - 1, width + 2, height + 2, EDGE));
    shapes.add(new Box(x, y, width, height, 0xFFFFFF));
    shapes.addAll(CELLS.runs(ground, x, y, cell));
    for (int r = 0; r < grid.height(); r++) {
      for (int c = 0; c < grid.width(); c++) {
        path(grid, r, c, x + c * cell, y + r * cell, cell, shapes);
      }
    }
    return shapes;
  }

  /** A marked cell is a dot, joined to its marked neighbours on the right and below. */
  private static void path(Grid grid, int r, int c, int x, int y, int cell, List<Shape> shapes) {
    int symbol = grid.cell(r, c);
    int thick = Math.max(3, cell / 3);
    int in = (cell - thick) / 2;
    if (symbol == Maze.PATH) {
      shapes.add(new Box(x + in, y + in, thick, thick, COLOURS[Maze.PATH]));
      if (c + 1 < grid.width() && grid.cell(r, c + 1) == Maze.PATH) {
        shapes.add(new Box(x + in, y + in, thick + cell, thick, COLOURS[Maze.PATH]));
      }
      if (r + 1 < grid.height() && grid.cell(r + 1, c) == Maze.PATH) {
        shapes.add(new Box(x + in, y + in, thick, thick + cell, COLOURS[Maze.PATH]));
      }
    } else if (symbol == Maze.START || symbol == Maze.GOAL) {
      String letter = String.valueOf(Maze.LETTERS.charAt(symbol));
      int size = Math.max(1, cell / 13);
      int left = x + (cell - size * PixelFont.width(letter)) / 2;
      shapes.add(new Words(left, y + (cell - 7 * size) / 2, letter, size, 0xFFFFFF));
    }
  }
}
