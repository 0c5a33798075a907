package io.github.archrm.tasks.draw;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws grids as text: in 24-bit colour, or in plain letters and digits for a pipe or a terminal
 * without colour.
 *
 * <p>A cell is two characters wide, and so about square, or one where grids beside each other do
 * not fit otherwise.
 *
 * @param colour whether to write ANSI escapes; the caller knows where the text goes
 * @param columns of the terminal, in characters
 */
public record TerminalDrawing(boolean colour, int columns) {
  /** For a terminal of 80 columns. */
  public TerminalDrawing(boolean colour) {
    this(colour, 80);
  }

  /** A single grid, every line ended. */
  public String grid(Grid grid) {
    return strip(Strip.of("", Panel.of("", grid)));
  }

  /** A whole task under its id. */
  public String task(Task task) {
    StringBuilder text = new StringBuilder(task.id()).append("\n");
    for (Strip strip : Strip.of(task)) {
      text.append("\n").append(strip(strip));
    }
    return text.toString();
  }

  /** Grids beside each other, every line ended. */
  public String strip(Strip strip) {
    boolean wide = width(strip, true) <= columns;
    List<Block> blocks = strip.panels().stream().map(panel -> block(panel, wide)).toList();
    int height = blocks.stream().mapToInt(block -> block.lines().size()).max().orElseThrow();
    boolean labelled = strip.panels().stream().anyMatch(panel -> !panel.label().isEmpty());
    int lower =
        blocks.stream().limit(2).mapToInt(block -> block.lines().size()).min().orElseThrow();
    int middle = lower / 2;
    StringBuilder text = new StringBuilder();
    if (!strip.title().isEmpty()) {
      text.append(strip.title()).append("\n");
    }
    for (int line = labelled ? 0 : 1; line < height; line++) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < blocks.size(); i++) {
        if (i > 0) {
          row.append(i == 1 && strip.arrow() && line == middle ? " -> " : "    ");
        }
        row.append(blocks.get(i).line(line));
      }
      text.append(row.toString().stripTrailing()).append("\n");
    }
    return text.toString();
  }

  /** Whether grids beside each other fit, with cells that are two characters wide. */
  public boolean hasRoom(Strip strip) {
    return width(strip, true) <= columns;
  }

  /** Lines of equal visible width; the first is the label. */
  private record Block(int width, List<String> lines) {
    String line(int index) {
      return index < lines.size() ? lines.get(index) : " ".repeat(width);
    }
  }

  private int width(Strip strip, boolean wide) {
    int width = 4 * (strip.panels().size() - 1);
    for (Panel panel : strip.panels()) {
      width += width(panel, wide);
    }
    return width;
  }

  private int width(Panel panel, boolean wide) {
    int cells = panel.grid().map(grid -> columns(panel, grid, wide)).orElse(1);
    return Math.max(panel.label().length(), cells);
  }

  private int columns(Panel panel, Grid grid, boolean wide) {
    return panel.kind().drawing().columns(grid, colour, wide);
  }

  private Block block(Panel panel, boolean wide) {
    int width = width(panel, wide);
    List<String> lines = new ArrayList<>();
    lines.add(panel.label() + " ".repeat(width - panel.label().length()));
    Optional<Grid> grid = panel.grid();
    if (grid.isEmpty()) {
      lines.add("?" + " ".repeat(width - 1));
      return new Block(width, lines);
    }
    String margin = " ".repeat(width - columns(panel, grid.get(), wide));
    for (String line :
        panel.kind().drawing().lines(grid.get(), panel.input(), panel.marks(), colour, wide)) {
      lines.add(line + margin);
    }
    return new Block(width, lines);
  }
}
