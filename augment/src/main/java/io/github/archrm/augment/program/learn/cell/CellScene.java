package io.github.archrm.augment.program.learn.cell;

import io.github.archrm.augment.program.learn.object.GridObject;
import io.github.archrm.augment.program.learn.object.Scene;
import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /**
   * Whether in one of four directions something of a form is seen.
   *
   * @param from the first of the four, 0 straight, 4 diagonal
   * @param near how many sides of the cell that is seen are filled towards the one that sees; when
   *     straight: sideways
   * @param far how many are filled away from it
   */
  int[] seesEnd(int from, int near, int far) {
    return each(
        (r, c) -> {
          if (filled(r, c)) {
            return 0;
          }
          for (int d = from; d < from + 4; d++) {
            int dr = STEPS[d][0];
            int dc = STEPS[d][1];
            int row = r + dr;
            int column = c + dc;
            while (at(row, column) == background) {
              row += dr;
              column += dc;
            }
            if (at(row, column) < 0) {
              continue;
            }
            int sides;
            int behind;
            if (from == 4) {
              sides = (filled(row - dr, column) ? 1 : 0) + (filled(row, column - dc) ? 1 : 0);
              behind = (filled(row + dr, column) ? 1 : 0) + (filled(row, column + dc) ? 1 : 0);
            } else {
              sides =
                  (filled(row + dc, column + dr) ? 1 : 0) + (filled(row - dc, column - dr) ? 1 : 0);
              behind = filled(row + dr, column + dc) ? 1 : 0;
            }
            if (sides == near && behind == far) {
              return 1;
            }
          }
          return 0;
        });
  }

  /**
   * The only colour that is seen in four directions, the first from the given one; -1 otherwise.
   */
  int[] onlySeen(int from) {
    int[] values = new int[cells.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = -1;
      for (int d = from; d < from + 4; d++) {
        int colour = seen(d)[i];
        if (colour >= 0) {
          values[i] = values[i] == -1 || values[i] == colour ? colour : -2;
        }
      }
      values[i] = Math.max(-1, values[i]);
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
          java.util.stream.IntStream.range(0, 128)
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

  /**
   * What is filled at each cell's place in the panels between full lines; -1 for none or several.
   */
  int[] panels() {
    List<int[]> rows = spans(true);
    List<int[]> columns = spans(false);
    int[] values = cells.clone();
    if (rows.size() * columns.size() < 2) {
      Arrays.fill(values, -1);
      return values;
    }
    Map<Integer, Integer> there = new HashMap<>();
    for (int[] row : rows) {
      for (int[] column : columns) {
        for (int r = row[0]; r < row[1]; r++) {
          for (int c = column[0]; c < column[1]; c++) {
            if (filled(r, c)) {
              there.merge(
                  (r - row[0]) * 100 + c - column[0], at(r, c), (a, b) -> a.equals(b) ? a : -1);
            }
          }
        }
      }
    }
    for (int[] row : rows) {
      for (int[] column : columns) {
        for (int r = row[0]; r < row[1]; r++) {
          for (int c = column[0]; c < column[1]; c++) {
            values[r * width + c] =
                there.getOrDefault((r - row[0]) * 100 + c - column[0], background);
          }
        }
      }
    }
    return values;
  }

  /** What lies between full lines of one colour that is not background. */
  private List<int[]> spans(boolean rows) {
    List<int[]> spans = new ArrayList<>();
    int start = 0;
    int length = rows ? height : width;
    for (int i = 0; i <= length; i++) {
      boolean line = i == length || at(rows ? i : 0, rows ? 0 : i) != background;
      for (int j = 1; line && i < length && j < (rows ? width : height); j++) {
        line = at(rows ? i : j, rows ? j : i) == at(rows ? i : 0, rows ? 0 : i);
      }
      if (line) {
        if (i > start) {
          spans.add(new int[] {start, i});
        }
        start = i + 1;
      }
    }
    return spans;
  }

  /** Each cell's nearest object, -1 where there is none. */
  int[] nearestObject() {
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
