package io.github.archrm.tasks.maze;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.GridDrawing;
import io.github.archrm.tasks.Look;
import io.github.archrm.tasks.Marks;
import io.github.archrm.tasks.draw.ColourDrawing;
import io.github.archrm.tasks.picture.Picture.Box;
import io.github.archrm.tasks.picture.Picture.Shape;
import io.github.archrm.tasks.picture.Picture.Words;
import io.github.archrm.tasks.picture.PixelFont;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Dark walls on white, S on green, G on red, and the path as an orange line. */
record MazeDrawing() implements GridDrawing {
  private static final int[] COLOURS = {0x2B2F36, 0xFFFFFF, 0x2EA043, 0xD1242F, 0xFB8F24};
  private static final int OUTSIDE = 0xE4E4E4;
  private static final int EDGE = 0x2B2F36;
  private static final int LETTERS = 0xFFFFFF;
  private static final ColourDrawing CELLS =
      new ColourDrawing(COLOURS.length, MazeDrawing::rgb, MazeDrawing::letter);

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
  public List<String> lines(
      Grid grid, Optional<Grid> input, Marks marks, boolean colour, boolean wide) {
    return CELLS.lines(grid, input, marks, colour, wide);
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
        join(grid, r, c, 0, 1, x, y, cell, shapes);
        join(grid, r, c, 1, 0, x, y, cell, shapes);
      }
    }
    for (int r = 0; r < grid.height(); r++) {
      for (int c = 0; c < grid.width(); c++) {
        end(grid.cell(r, c), x + c * cell, y + r * cell, cell, shapes);
      }
    }
    return shapes;
  }

  /** The path from the middle of a cell to that of the one beside or below it, if it goes there. */
  private static void join(
      Grid grid, int r, int c, int down, int right, int x, int y, int cell, List<Shape> shapes) {
    boolean inside = r + down < grid.height() && c + right < grid.width();
    int next = inside ? grid.cell(r + down, c + right) : Maze.WALL;
    boolean joined =
        grid.cell(r, c) == Maze.PATH && isOnPath(next)
            || isOnPath(grid.cell(r, c)) && next == Maze.PATH;
    if (joined || grid.cell(r, c) == Maze.PATH) {
      int thick = Math.max(3, cell / 3);
      int in = (cell - thick) / 2;
      int width = thick + (joined ? right * cell : 0);
      int height = thick + (joined ? down * cell : 0);
      shapes.add(new Box(x + c * cell + in, y + r * cell + in, width, height, COLOURS[Maze.PATH]));
    }
  }

  private static boolean isOnPath(int symbol) {
    return symbol == Maze.PATH || symbol == Maze.START || symbol == Maze.GOAL;
  }

  private static void end(int symbol, int x, int y, int cell, List<Shape> shapes) {
    if (symbol == Maze.START || symbol == Maze.GOAL) {
      shapes.add(new Box(x, y, cell, cell, COLOURS[symbol]));
      String letter = String.valueOf(Maze.LETTERS.charAt(symbol));
      int size = Math.max(1, cell / 13);
      int left = x + (cell - size * PixelFont.width(letter)) / 2;
      shapes.add(new Words(left, y + (cell - 7 * size) / 2, letter, size, LETTERS));
    }
  }

  @Override
  public Look look() {
    Map<String, Integer> colours = new TreeMap<>(CELLS.look().colours());
    colours.put("boxes", EDGE);
    colours.put("ink", LETTERS);
    List<Integer> ends = List.of(Maze.START, Maze.GOAL);
    return new Look(
        colours,
        ends,
        0.74,
        false,
        0,
        0,
        Optional.empty(),
        Optional.of(new Look.Path(Maze.PATH, Maze.FREE, ends)));
  }
}
