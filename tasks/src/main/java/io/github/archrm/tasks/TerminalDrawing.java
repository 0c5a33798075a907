package io.github.archrm.tasks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws grids as text: in 24-bit colour, or in plain digits for a pipe or a terminal without
 * colour.
 *
 * <p>A cell is two characters wide, and so about square. Where grids beside each other do not fit,
 * it is one character wide: half blocks in colour, two rows of cells to a line.
 *
 * @param colour whether to write ANSI escapes; the caller knows where the text goes
 * @param columns of the terminal, in characters
 */
public record TerminalDrawing(boolean colour, int columns) {
  private static final String RESET = "\u001b[0m";
  private static final String DIM = "\u001b[2m";

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
    int cellWidth = width(strip, 2) <= columns ? 2 : 1;
    List<Block> blocks = strip.panels().stream().map(panel -> block(panel, cellWidth)).toList();
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

  /** Lines of equal visible width; the first is the label. */
  private record Block(int width, List<String> lines) {
    String line(int index) {
      return index < lines.size() ? lines.get(index) : " ".repeat(width);
    }
  }

  private int width(Strip strip, int cellWidth) {
    int width = 4 * (strip.panels().size() - 1);
    for (Panel panel : strip.panels()) {
      width += width(panel, cellWidth);
    }
    return width;
  }

  private int width(Panel panel, int cellWidth) {
    int cells = panel.grid().map(grid -> frame() + cellWidth * grid.width()).orElse(1);
    return Math.max(panel.label().length(), cells);
  }

  private int frame() {
    return colour ? 2 : 0;
  }

  private Block block(Panel panel, int cellWidth) {
    int width = width(panel, cellWidth);
    List<String> lines = new ArrayList<>();
    lines.add(panel.label() + " ".repeat(width - panel.label().length()));
    Optional<Grid> grid = panel.grid();
    if (grid.isEmpty()) {
      lines.add("?" + " ".repeat(width - 1));
      return new Block(width, lines);
    }
    int cells = cellWidth * grid.get().width();
    String margin = " ".repeat(width - cells - frame());
    if (!colour) {
      plain(grid.get(), cellWidth).forEach(line -> lines.add(line + margin));
      return new Block(width, lines);
    }
    String edge = "─".repeat(cells);
    lines.add(DIM + "┌" + edge + "┐" + RESET + margin);
    List<String> rows = cellWidth == 2 ? squares(grid.get()) : halves(grid.get());
    for (String row : rows) {
      lines.add(DIM + "│" + RESET + row + DIM + "│" + RESET + margin);
    }
    lines.add(DIM + "└" + edge + "┘" + RESET + margin);
    return new Block(width, lines);
  }

  private static List<String> plain(Grid grid, int cellWidth) {
    String space = " ".repeat(cellWidth - 1);
    return grid.toString().lines().map(line -> line.replaceAll("(.)", "$1" + space)).toList();
  }

  private static List<String> squares(Grid grid) {
    List<String> lines = new ArrayList<>();
    for (int r = 0; r < grid.height(); r++) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < grid.width(); c++) {
        line.append(background(grid.cell(r, c))).append("  ");
      }
      lines.add(line.append(RESET).toString());
    }
    return lines;
  }

  private static List<String> halves(Grid grid) {
    List<String> lines = new ArrayList<>();
    for (int r = 0; r < grid.height(); r += 2) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < grid.width(); c++) {
        line.append(foreground(grid.cell(r, c)));
        if (r + 1 < grid.height()) {
          line.append(background(grid.cell(r + 1, c)));
        }
        line.append("▀");
      }
      lines.add(line.append(RESET).toString());
    }
    return lines;
  }

  private static String foreground(int symbol) {
    return escape(38, Palette.rgb(symbol));
  }

  private static String background(int symbol) {
    return escape(48, Palette.rgb(symbol));
  }

  private static String escape(int kind, int rgb) {
    return "\u001b["
        + kind
        + ";2;"
        + (rgb >> 16)
        + ";"
        + (rgb >> 8 & 255)
        + ";"
        + (rgb & 255)
        + "m";
  }
}
