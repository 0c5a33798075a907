package io.github.archrm.augment.program.learn.draw;

import io.github.archrm.augment.program.learn.Family;
import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.augment.program.learn.object.GridObject;
import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Objects of several colours are templates; elsewhere stand parts of them, and each is completed to
 * the template that it is a part of, turned or mirrored and enlarged if need be. The templates
 * stay, go, or are all that the output leaves out.
 */
public final class Template implements Learner {
  private static final int MOST_OBJECTS = 30;

  private static final List<Rule> RULES =
      List.of(rule(false, 1, true), rule(true, 1, true), rule(true, 4, true), rule(true, 1, false));

  @Override
  public String name() {
    return "template";
  }

  private static Rule rule(boolean turned, int scales, boolean stay) {
    return new Rule(
        "complete each part to the object of several colours it is a part of"
            + (turned ? ", turned or mirrored" : "")
            + (scales > 1 ? ", enlarged" : "")
            + (stay ? "" : ", and take those away"),
        3 + (turned ? 0.3 : 0) + (scales > 1 ? 0.3 : 0) + (stay ? 0 : 0.3),
        input -> completed(input, turned, scales, stay));
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    return new Family(name(), RULES).fitChanges(examples);
  }

  /** A template's cells: row, column, colour each, from its box's corner. */
  private record Shape(int[][] cells, int height, int width) {
    static Shape of(GridObject o) {
      int width = o.grid().width();
      int[][] cells = new int[o.size()][];
      for (int i = 0; i < cells.length; i++) {
        int r = o.cells()[i] / width;
        int c = o.cells()[i] % width;
        cells[i] = new int[] {r - o.top(), c - o.left(), o.grid().cell(r, c)};
      }
      return new Shape(cells, o.height(), o.width());
    }

    Shape mapped(int map) {
      int[][] mapped = new int[cells.length][];
      for (int i = 0; i < cells.length; i++) {
        int r = (map & 1) == 0 ? cells[i][0] : height - 1 - cells[i][0];
        int c = (map & 2) == 0 ? cells[i][1] : width - 1 - cells[i][1];
        mapped[i] = (map & 4) == 0 ? new int[] {r, c, cells[i][2]} : new int[] {c, r, cells[i][2]};
      }
      return (map & 4) == 0 ? new Shape(mapped, height, width) : new Shape(mapped, width, height);
    }

    Shape enlarged(int scale) {
      List<int[]> enlarged = new ArrayList<>();
      for (int[] cell : cells) {
        for (int i = 0; i < scale * scale; i++) {
          enlarged.add(
              new int[] {cell[0] * scale + i / scale, cell[1] * scale + i % scale, cell[2]});
        }
      }
      return new Shape(enlarged.toArray(int[][]::new), height * scale, width * scale);
    }
  }

  private static Optional<Grid> completed(Grid input, boolean turned, int scales, boolean stay) {
    int background = Segmentation.commonestColour(input);
    List<GridObject> objects = Segmentation.regions(input, false, true, background);
    if (objects.size() < 2 || objects.size() > MOST_OBJECTS) {
      return Optional.empty();
    }
    int most = objects.stream().mapToInt(Template::colours).max().orElse(0);
    List<GridObject> templates = new ArrayList<>();
    List<GridObject> parts = new ArrayList<>();
    for (GridObject o : objects) {
      (colours(o) == most && most > 1 ? templates : parts).add(o);
    }
    if (templates.size() > 6) {
      return Optional.empty();
    }
    int[][] cells = input.toRows();
    boolean[] done = new boolean[input.height() * input.width()];
    if (!stay) {
      for (GridObject o : templates) {
        for (int cell : o.cells()) {
          cells[cell / input.width()][cell % input.width()] = background;
        }
      }
    }
    parts.sort(Comparator.comparingInt(o -> -o.size()));
    for (GridObject part : parts) {
      if (!done[part.cells()[0]] && !place(input, part, templates, turned, scales, cells, done)) {
        return Optional.empty();
      }
    }
    return Optional.of(Grid.of(cells));
  }

  private static int colours(GridObject o) {
    long seen = 0;
    for (int cell : o.cells()) {
      seen |= 1L << o.grid().cell(cell / o.grid().width(), cell % o.grid().width());
    }
    return Long.bitCount(seen);
  }

  /** Lays the template that covers most filled cells outside the templates and contradicts none. */
  private static boolean place(
      Grid input,
      GridObject part,
      List<GridObject> templates,
      boolean turned,
      int scales,
      int[][] cells,
      boolean[] done) {
    int background = Segmentation.commonestColour(input);
    int first = part.cells()[0];
    int row = first / input.width();
    int column = first % input.width();
    int best = 0;
    Shape chosen = null;
    int[] at = new int[2];
    for (GridObject template : templates) {
      boolean[] own = new boolean[done.length];
      for (int cell : template.cells()) {
        own[cell] = true;
      }
      for (int scale = 1; scale <= scales; scale++) {
        for (int map = 0; map < (turned ? 8 : 1); map++) {
          Shape shape = Shape.of(template).mapped(map).enlarged(scale);
          if (shape.height() > input.height() || shape.width() > input.width()) {
            continue;
          }
          for (int[] anchor : shape.cells()) {
            if (anchor[2] != input.cell(row, column)) {
              continue;
            }
            int top = row - anchor[0];
            int left = column - anchor[1];
            int matched = matched(input, shape, top, left, own, background, part);
            if (matched > best) {
              best = matched;
              chosen = shape;
              at = new int[] {top, left};
            }
          }
        }
      }
    }
    if (chosen == null) {
      return false;
    }
    for (int[] cell : chosen.cells()) {
      int r = at[0] + cell[0];
      int c = at[1] + cell[1];
      if (r >= 0 && c >= 0 && r < input.height() && c < input.width()) {
        cells[r][c] = cell[2];
        done[r * input.width() + c] = true;
      }
    }
    return true;
  }

  /**
   * Filled cells that the shape explains there; 0 if one contradicts it or the part is not all
   * covered.
   */
  private static int matched(
      Grid input, Shape shape, int top, int left, boolean[] own, int background, GridObject part) {
    int matched = 0;
    int ofPart = 0;
    boolean[] inPart = new boolean[own.length];
    for (int cell : part.cells()) {
      inPart[cell] = true;
    }
    for (int[] cell : shape.cells()) {
      int r = top + cell[0];
      int c = left + cell[1];
      if (r < 0 || c < 0 || r >= input.height() || c >= input.width()) {
        continue;
      }
      int there = input.cell(r, c);
      if (there != background) {
        if (there != cell[2] || own[r * input.width() + c]) {
          return 0;
        }
        matched++;
        ofPart += inPart[r * input.width() + c] ? 1 : 0;
      }
    }
    return ofPart == part.size() ? matched : 0;
  }
}
