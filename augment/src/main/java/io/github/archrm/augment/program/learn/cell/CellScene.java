package io.github.archrm.augment.program.learn.cell;

import io.github.archrm.augment.program.learn.object.GridObject;
import io.github.archrm.augment.program.learn.object.Scene;
import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.tasks.Grid;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One grid with what features and sources share, computed once. Cells are numbered row by row. */
final class CellScene {
  /** Row and column steps: left, right, up, down, then the diagonals. */
  static final int[][] STEPS = {
    {0, -1}, {0, 1}, {-1, 0}, {1, 0}, {-1, -1}, {1, 1}, {-1, 1}, {1, -1}
  };

  static final String[] NAMES = {
    "to the left",
    "to the right",
    "above",
    "below",
    "up left",
    "down right",
    "up right",
    "down left"
  };

  final Grid grid;
  final int height;
  final int width;
  final int[] cells;
  final int background;
  private final Map<Segmentation, Scene> scenes = new HashMap<>();
  private int[][] seen;
  private Scene regions;
  private int[] nearestObject;
  private int[] byCount;

  CellScene(Grid grid) {
    this.grid = grid;
    this.height = grid.height();
    this.width = grid.width();
    this.cells = grid.cells().toArray();
    this.background =
        Arrays.stream(cells).anyMatch(c -> c == 0) ? 0 : Segmentation.commonestColour(grid);
  }

  /** Whatever is computed for a cell. */
  interface CellValue {
    int at(int row, int column);
  }

  int[] each(CellValue value) {
    int[] values = new int[cells.length];
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        values[r * width + c] = value.at(r, c);
      }
    }
    return values;
  }

  /** The colour at a place, -1 outside. */
  int at(int row, int column) {
    return row < 0 || column < 0 || row >= height || column >= width
        ? -1
        : cells[row * width + column];
  }

  boolean filled(int row, int column) {
    int colour = at(row, column);
    return colour >= 0 && colour != background;
  }

  /** The first colour that is not background on the way from each cell, -1 for none. */
  int[] seen(int direction) {
    if (seen == null) {
      seen = new int[STEPS.length][];
    }
    if (seen[direction] == null) {
      int dr = STEPS[direction][0];
      int dc = STEPS[direction][1];
      int[] values = new int[cells.length];
      for (int i = 0; i < cells.length; i++) {
        int cell = dr > 0 || (dr == 0 && dc > 0) ? cells.length - 1 - i : i;
        int r = cell / width + dr;
        int c = cell % width + dc;
        int colour = at(r, c);
        values[cell] = colour < 0 ? -1 : colour != background ? colour : values[r * width + c];
      }
      seen[direction] = values;
    }
    return seen[direction];
  }

  /** The first colour other than its own on the way from each cell, -1 for none. */
  int[] other(int direction) {
    int dr = STEPS[direction][0];
    int dc = STEPS[direction][1];
    int[] values = new int[cells.length];
    for (int i = 0; i < cells.length; i++) {
      int cell = dr > 0 || (dr == 0 && dc > 0) ? cells.length - 1 - i : i;
      int r = cell / width + dr;
      int c = cell % width + dc;
      int colour = at(r, c);
      values[cell] = colour == cells[cell] ? values[r * width + c] : colour;
    }
    return values;
  }

  Scene scene(Segmentation segmentation) {
    return scenes.computeIfAbsent(segmentation, s -> new Scene(grid, s));
  }

  /** Regions of one colour, black ones too, joined at sides. */
  Scene regions() {
    if (regions == null) {
      regions = Scene.ofRegions(grid);
    }
    return regions;
  }

  /** Colours that are not the background, the commonest first. */
  int[] byCount() {
    if (byCount == null) {
      int[] counts = new int[128];
      for (int cell : cells) {
        counts[Math.max(0, cell)]++;
      }
      counts[background] = 0;
      byCount =
          IntStream.range(0, 128)
              .filter(c -> counts[c] > 0)
              .boxed()
              .sorted((a, b) -> counts[b] - counts[a])
              .mapToInt(c -> c)
              .toArray();
    }
    return byCount;
  }

  /** Whether background is cut off from the edge. */
  int[] enclosed(boolean diagonal) {
    int[] values = new int[cells.length];
    Grid mask = Grid.generate(height, width, (r, c) -> filled(r, c) ? 1 : 0);
    List<GridObject> outside = Segmentation.regions(mask, true, diagonal, 1);
    for (GridObject region : outside) {
      boolean edge =
          region.top() == 0
              || region.left() == 0
              || region.top() + region.height() == height
              || region.left() + region.width() == width;
      for (int cell : region.cells()) {
        values[cell] = edge ? 0 : 1;
      }
    }
    return values;
  }

  /** Steps to the nearest cell that is not background; king's moves. */
  int[] distance(boolean toFilled) {
    int[] values = new int[cells.length];
    Arrays.fill(values, 99);
    int[] queue = new int[cells.length];
    int end = 0;
    for (int i = 0; i < cells.length; i++) {
      if ((cells[i] != background) == toFilled) {
        values[i] = 0;
        queue[end++] = i;
      }
    }
    for (int next = 0; next < end; next++) {
      for (int[] step : STEPS) {
        int r = queue[next] / width + step[0];
        int c = queue[next] % width + step[1];
        if (at(r, c) >= 0 && values[r * width + c] == 99) {
          values[r * width + c] = values[queue[next]] + 1;
          queue[end++] = r * width + c;
        }
      }
    }
    return values;
  }

  /** The colour in whose box each cell is, -1 for none or several. */
  int[] colourBoxes() {
    int[] values = new int[cells.length];
    Arrays.fill(values, -1);
    Scene scene = Scene.ofColours(grid);
    for (int i = 0; i < scene.count(); i++) {
      GridObject o = scene.object(i);
      if (o.colour() == background) {
        continue;
      }
      for (int r = o.top(); r < o.top() + o.height(); r++) {
        for (int c = o.left(); c < o.left() + o.width(); c++) {
          values[r * width + c] = values[r * width + c] == -1 ? o.colour() : -2;
        }
      }
    }
    return Arrays.stream(values).map(v -> Math.max(-1, v)).toArray();
  }

  /** Each cell's nearest object, -1 where there is none. */
  int[] nearestObject() {
    if (nearestObject == null) {
      nearestObject = findNearestObject();
    }
    return nearestObject;
  }

  private int[] findNearestObject() {
    Scene scene = scene(Segmentation.ALL.get(0));
    int[] values = scene.owner().clone();
    int[] queue = new int[cells.length];
    int end = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= 0) {
        queue[end++] = i;
      }
    }
    for (int next = 0; next < end; next++) {
      for (int[] step : STEPS) {
        int r = queue[next] / width + step[0];
        int c = queue[next] % width + step[1];
        if (at(r, c) >= 0 && values[r * width + c] < 0) {
          values[r * width + c] = values[queue[next]];
          queue[end++] = r * width + c;
        }
      }
    }
    return values;
  }

  /** Steps through background from the cells that have neither it nor the commonest colour. */
  int[] stepsFromRare() {
    int[] values = new int[cells.length];
    Arrays.fill(values, -1);
    int[] queue = new int[cells.length];
    int end = 0;
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != background && byCount().length > 1 && cells[i] != byCount()[0]) {
        values[i] = 0;
        queue[end++] = i;
      }
    }
    for (int next = 0; next < end; next++) {
      for (int d = 0; d < 4; d++) {
        int r = queue[next] / width + STEPS[d][0];
        int c = queue[next] % width + STEPS[d][1];
        if (at(r, c) == background && values[r * width + c] < 0) {
          values[r * width + c] = values[queue[next]] + 1;
          queue[end++] = r * width + c;
        }
      }
    }
    return values;
  }

  /** A property of the line through each cell. */
  int[] lines(boolean rows, LineValue value) {
    int[] perLine = new int[rows ? height : width];
    for (int i = 0; i < perLine.length; i++) {
      int[] line = new int[rows ? width : height];
      for (int j = 0; j < line.length; j++) {
        line[j] = rows ? at(i, j) : at(j, i);
      }
      perLine[i] = value.of(line);
    }
    return each((r, c) -> perLine[rows ? r : c]);
  }

  /** Whatever is computed for a row or column. */
  interface LineValue {
    int of(int[] line);
  }
}
