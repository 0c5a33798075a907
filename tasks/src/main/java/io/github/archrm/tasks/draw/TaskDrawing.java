package io.github.archrm.tasks.draw;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Marks;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.picture.Picture;
import io.github.archrm.tasks.picture.Picture.Box;
import io.github.archrm.tasks.picture.Picture.Shape;
import io.github.archrm.tasks.picture.Picture.Words;
import io.github.archrm.tasks.picture.PixelFont;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays grids out as a {@link Picture}: strips under each other, every strip with its title, every
 * grid with its label, drawn as its kind wants it.
 */
public final class TaskDrawing {
  private static final int MARGIN = 24;
  private static final int GAP = 56;
  private static final int LABEL_HEIGHT = 24;
  private static final int TITLE_HEIGHT = 28;
  private static final int STRIP_GAP = 28;
  private static final int TEXT_SIZE = 2;
  private static final int INK = 0x222222;
  private static final int PALE_INK = 0x888888;
  private static final int UNKNOWN = 0xEEEEEE;
  private static final int BROKEN = 0xD1242F;
  private static final int CHANGED = 0x8250DF;
  private static final int RING = 2;

  private final List<Shape> shapes = new ArrayList<>();
  private final List<Integer> columns = new ArrayList<>();
  private final int cell;
  private int right;
  private int y = MARGIN;

  private TaskDrawing(int cell) {
    this.cell = cell;
  }

  /** A whole task under its id. */
  public static Picture of(Task task) {
    return of(task.id(), Strip.of(task));
  }

  /**
   * Strips under each other.
   *
   * @param heading above all of them; may be empty
   */
  public static Picture of(String heading, List<Strip> strips) {
    int side =
        strips.stream()
            .flatMap(strip -> strip.panels().stream())
            .flatMap(panel -> panel.grid().stream())
            .mapToInt(Grid::side)
            .max()
            .orElse(1);
    TaskDrawing drawing = new TaskDrawing(side <= 12 ? 26 : side <= 20 ? 18 : 13);
    if (!heading.isEmpty()) {
      drawing.words(MARGIN, heading, TEXT_SIZE + 1, INK);
      drawing.y += 48;
    }
    drawing.align(strips);
    strips.forEach(drawing::strip);
    return new Picture(drawing.right + MARGIN, drawing.y - STRIP_GAP + MARGIN, drawing.shapes);
  }

  /** Makes every column as wide as its widest panel in any strip. */
  private void align(List<Strip> strips) {
    for (Strip strip : strips) {
      for (int i = 0; i < strip.panels().size(); i++) {
        if (i == columns.size()) {
          columns.add(0);
        }
        Panel panel = strip.panels().get(i);
        int width = Math.max(width(panel), TEXT_SIZE * PixelFont.width(panel.label()));
        columns.set(i, Math.max(columns.get(i), width));
      }
    }
  }

  private void strip(Strip strip) {
    if (!strip.title().isEmpty()) {
      words(MARGIN, strip.title(), TEXT_SIZE, INK);
      y += TITLE_HEIGHT;
    }
    boolean labelled = strip.panels().stream().anyMatch(panel -> !panel.label().isEmpty());
    int top = labelled ? y + LABEL_HEIGHT : y;
    int x = MARGIN;
    int bottom = top;
    for (int i = 0; i < strip.panels().size(); i++) {
      Panel panel = strip.panels().get(i);
      if (i == 1 && strip.arrow()) {
        int lower = Math.min(height(strip.panels().get(0)), height(panel));
        arrow(x - GAP / 2, top + lower / 2);
      }
      words(x, panel.label(), TEXT_SIZE, PALE_INK);
      if (panel.grid().isPresent()) {
        Grid grid = panel.grid().get();
        shapes.addAll(panel.kind().drawing().shapes(grid, panel.input(), x, top, cell));
        mark(grid, panel.marks(), x, top);
      } else {
        unknown(x, top);
      }
      right = Math.max(right, x + columns.get(i));
      x += columns.get(i) + GAP;
      bottom = Math.max(bottom, top + height(panel));
    }
    y = bottom + STRIP_GAP;
  }

  /** A red ring where a rule is broken, within it a purple one where a cell has changed. */
  private void mark(Grid grid, Marks marks, int x, int top) {
    for (int r = 0; r < grid.height(); r++) {
      for (int c = 0; c < grid.width(); c++) {
        if (marks.isBroken(r, c)) {
          ring(x + c * cell + 1, top + r * cell + 1, cell - 1, BROKEN);
        }
        if (marks.isChanged(r, c)) {
          ring(x + c * cell + 4, top + r * cell + 4, cell - 7, CHANGED);
        }
      }
    }
  }

  private void ring(int left, int upper, int side, int rgb) {
    shapes.add(new Box(left, upper, side, RING, rgb));
    shapes.add(new Box(left, upper + side - RING, side, RING, rgb));
    shapes.add(new Box(left, upper, RING, side, rgb));
    shapes.add(new Box(left + side - RING, upper, RING, side, rgb));
  }

  private int width(Panel panel) {
    return panel.grid().map(Grid::width).orElse(3) * cell + 1;
  }

  private int height(Panel panel) {
    return panel.grid().map(Grid::height).orElse(3) * cell + 1;
  }

  private void words(int x, String text, int size, int rgb) {
    if (!text.isEmpty()) {
      shapes.add(new Words(x, y, text, size, rgb));
      right = Math.max(right, x + size * PixelFont.width(text));
    }
  }

  private void unknown(int x, int top) {
    int side = 3 * cell + 1;
    shapes.add(new Box(x, top, side, side, UNKNOWN));
    int size = Math.max(3, cell / 5);
    int left = x + (side - size * PixelFont.width("?")) / 2;
    shapes.add(new Words(left, top + (side - 7 * size) / 2, "?", size, PALE_INK));
  }

  private void arrow(int centreX, int centreY) {
    shapes.add(new Box(centreX - 14, centreY - 1, 24, 3, PALE_INK));
    for (int i = 0; i < 7; i++) {
      shapes.add(new Box(centreX + 13 - i, centreY - i, 1, 2 * i + 1, PALE_INK));
    }
  }
}
