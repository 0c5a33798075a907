package io.github.archrm.augment.program.learn.cell;

import io.github.archrm.augment.program.learn.object.GridObject;
import io.github.archrm.augment.program.learn.object.Scene;
import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.tasks.draw.ColourNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Where a cell's new colour can come from. The first is its own colour; at most 64. */
final class CellSources {
  /**
   * A colour for each cell, -1 for none.
   *
   * @param words what it says
   * @param cost how unusual it is
   * @param values per cell
   */
  record Source(String words, double cost, Function<CellScene, int[]> values) {}

  static final List<Source> ALL = all();

  private CellSources() {}

  private static List<Source> all() {
    List<Source> all = new ArrayList<>();
    all.add(new Source("its own", 0, s -> s.cells));
    for (int colour = 0; colour < 10; colour++) {
      int value = colour;
      all.add(new Source(ColourNames.of(colour), 0.3, s -> s.each((r, c) -> value)));
    }
    for (int d = 0; d < 8; d++) {
      int direction = d;
      all.add(
          new Source(
              "what is seen " + CellScene.NAMES[d], d < 4 ? 0.6 : 0.7, s -> s.seen(direction)));
    }
    all.add(new Source("the background", 0.31, s -> s.each((r, c) -> s.background)));
    for (int d = 0; d < 8; d++) {
      int[] step = CellScene.STEPS[d];
      all.add(
          new Source(
              "that just " + CellScene.NAMES[d],
              d < 4 ? 0.8 : 0.9,
              s -> s.each((r, c) -> s.at(r + step[0], c + step[1]))));
    }
    all.add(new Source("the commonest", 0.6, s -> ranked(s, 0, true)));
    all.add(new Source("the rarest", 0.7, s -> ranked(s, 0, false)));
    all.add(new Source("the other of two", 0.7, CellSources::other));
    all.add(
        new Source(
            "its mirror image across", 0.8, s -> s.each((r, c) -> s.at(r, s.width - 1 - c))));
    all.add(
        new Source("its mirror image down", 0.8, s -> s.each((r, c) -> s.at(s.height - 1 - r, c))));
    all.add(
        new Source(
            "that half a turn away",
            0.9,
            s -> s.each((r, c) -> s.at(s.height - 1 - r, s.width - 1 - c))));
    all.add(new Source("its mirror image in the diagonal", 0.9, s -> s.each((r, c) -> s.at(c, r))));
    all.add(
        new Source(
            "its mirror image in the other diagonal",
            0.9,
            s -> s.each((r, c) -> s.at(s.height - 1 - c, s.width - 1 - r))));
    for (int i = 0; i < 4; i++) {
      int map = i;
      all.add(
          new Source(
              List.of(
                      "its mirror image across in the drawing",
                      "its mirror image down in the drawing",
                      "that half a turn away in the drawing",
                      "its mirror image in the drawing's diagonal")
                  .get(i),
              0.9,
              s -> inDrawing(s, map)));
    }
    all.add(new Source("the commonest of its object", 0.7, s -> inObject(s, true)));
    all.add(new Source("the rarer one of its object", 0.7, s -> inObject(s, false)));
    all.add(new Source("what touches its region", 0.7, CellSources::around));
    all.add(new Source("the first in its row", 0.8, s -> s.lines(true, l -> end(s, l, 1))));
    all.add(new Source("the last in its row", 0.8, s -> s.lines(true, l -> end(s, l, -1))));
    all.add(new Source("the first in its column", 0.8, s -> s.lines(false, l -> end(s, l, 1))));
    all.add(new Source("the last in its column", 0.8, s -> s.lines(false, l -> end(s, l, -1))));
    all.add(new Source("the commonest in its row", 0.8, s -> s.lines(true, CellSources::most)));
    all.add(new Source("the commonest in its column", 0.8, s -> s.lines(false, CellSources::most)));
    all.add(new Source("the commonest around it", 0.8, CellSources::mostAround));
    for (int d = 0; d < 4; d++) {
      int direction = d;
      all.add(new Source("the first other " + CellScene.NAMES[d], 0.75, s -> s.other(direction)));
    }
    all.add(new Source("the only one it sees straight on", 0.8, s -> SightFeatures.onlySeen(s, 0)));
    all.add(new Source("the only one it sees diagonally", 0.8, s -> SightFeatures.onlySeen(s, 4)));
    all.add(new Source("the nearest", 0.8, CellSources::nearest));
    all.add(new Source("that of the largest object", 0.8, s -> extreme(s, true)));
    all.add(new Source("that of the smallest object", 0.8, s -> extreme(s, false)));
    for (int i = 0; i < 3; i++) {
      int map = i;
      all.add(
          new Source(
              List.of(
                      "its mirror image across the smallest object",
                      "its mirror image above or below the smallest object",
                      "that half a turn away around the smallest object")
                  .get(i),
              0.95,
              s -> aboutSmallest(s, map)));
    }
    all.add(new Source("what other panels hold there", 0.9, PanelContent::of));
    all.add(new Source("the colour in whose box it is", 0.7, s -> s.colourBoxes()));
    return List.copyOf(all);
  }

  /** The cell to which a symmetry of the box of all filled cells maps each cell. */
  private static int[] inDrawing(CellScene s, int map) {
    int top = s.height;
    int left = s.width;
    int bottom = -1;
    int right = -1;
    for (int r = 0; r < s.height; r++) {
      for (int c = 0; c < s.width; c++) {
        if (s.filled(r, c)) {
          top = Math.min(top, r);
          bottom = Math.max(bottom, r);
          left = Math.min(left, c);
          right = Math.max(right, c);
        }
      }
    }
    int down = top + bottom;
    int across = left + right;
    int slant = top - left;
    return s.each(
        (r, c) ->
            switch (map) {
              case 0 -> s.at(r, across - c);
              case 1 -> s.at(down - r, c);
              case 2 -> s.at(down - r, across - c);
              default -> s.at(c + slant, r - slant);
            });
  }

  /** The cell to which a symmetry around the smallest object maps each cell. */
  private static int[] aboutSmallest(CellScene s, int map) {
    Scene scene = s.scene(Segmentation.ALL.get(0));
    GridObject smallest = null;
    for (int i = 0; i < scene.count(); i++) {
      GridObject o = scene.object(i);
      smallest = smallest == null || o.size() < smallest.size() ? o : smallest;
    }
    if (smallest == null) {
      return s.each((r, c) -> -1);
    }
    int down = 2 * smallest.top() + smallest.height() - 1;
    int across = 2 * smallest.left() + smallest.width() - 1;
    return s.each((r, c) -> s.at(map == 0 ? r : down - r, map == 1 ? c : across - c));
  }

  private static int[] ranked(CellScene s, int rank, boolean fromMost) {
    int[] colours = s.byCount();
    int place = fromMost ? rank : colours.length - 1 - rank;
    int value = place < 0 || place >= colours.length ? -1 : colours[place];
    return s.each((r, c) -> value);
  }

  private static int[] other(CellScene s) {
    int[] two = s.byCount();
    return s.each(
        (r, c) ->
            two.length != 2
                ? -1
                : s.at(r, c) == two[0] ? two[1] : s.at(r, c) == two[1] ? two[0] : -1);
  }

  private static int[] inObject(CellScene s, boolean commonest) {
    Scene scene = s.scene(Segmentation.ALL.get(2));
    int[] values = new int[s.cells.length];
    Arrays.fill(values, -1);
    for (int i = 0; i < scene.count(); i++) {
      GridObject o = scene.object(i);
      int colour = o.colour();
      if (!commonest) {
        int[] counts = new int[128];
        for (int cell : o.cells()) {
          counts[s.cells[cell]]++;
        }
        int rarest = -1;
        for (int c = 0; c < 128; c++) {
          rarest = counts[c] > 0 && (rarest < 0 || counts[c] < counts[rarest]) ? c : rarest;
        }
        colour = rarest;
      }
      for (int cell : o.cells()) {
        values[cell] = colour;
      }
    }
    return values;
  }

  /**
   * The only other colour beside a cell's region, background left aside; -1 for none or several.
   */
  private static int[] around(CellScene s) {
    Scene regions = s.regions();
    int[] owner = regions.owner();
    int[] colours = new int[regions.count()];
    Arrays.fill(colours, -1);
    for (int r = 0; r < s.height; r++) {
      for (int c = 0; c < s.width; c++) {
        for (int d = 0; d < 4; d++) {
          int row = r + CellScene.STEPS[d][0];
          int column = c + CellScene.STEPS[d][1];
          int mine = owner[r * s.width + c];
          int colour = s.at(row, column);
          if (colour >= 0 && colour != s.background && owner[row * s.width + column] != mine) {
            colours[mine] = colours[mine] == -1 || colours[mine] == colour ? colour : -2;
          }
        }
      }
    }
    return s.each((r, c) -> Math.max(-1, colours[owner[r * s.width + c]]));
  }

  private static int most(int[] colours) {
    int[] counts = new int[128];
    for (int colour : colours) {
      counts[Math.max(0, colour)]++;
    }
    int best = 0;
    for (int c = 1; c < 128; c++) {
      best = counts[c] > counts[best] ? c : best;
    }
    return best;
  }

  private static int[] mostAround(CellScene s) {
    return s.each(
        (r, c) ->
            most(
                Arrays.stream(CellScene.STEPS)
                    .mapToInt(step -> s.at(r + step[0], c + step[1]))
                    .filter(v -> v >= 0)
                    .toArray()));
  }

  private static int end(CellScene s, int[] line, int step) {
    for (int i = step > 0 ? 0 : line.length - 1; i >= 0 && i < line.length; i += step) {
      if (line[i] != s.background) {
        return line[i];
      }
    }
    return -1;
  }

  /** The colour of the nearest filled cell that is not of the cell's own region. */
  static int[] nearest(CellScene s) {
    int[] values = new int[s.cells.length];
    int[] best = new int[s.cells.length];
    Arrays.fill(best, Integer.MAX_VALUE);
    Arrays.fill(values, -1);
    for (int i = 0; i < s.cells.length; i++) {
      if (s.cells[i] == s.background) {
        continue;
      }
      int row = i / s.width;
      int column = i % s.width;
      for (int j = 0; j < s.cells.length; j++) {
        int distance = Math.abs(j / s.width - row) + Math.abs(j % s.width - column);
        if (s.cells[j] != s.cells[i] && distance <= best[j]) {
          values[j] = distance < best[j] || values[j] == s.cells[i] ? s.cells[i] : -1;
          best[j] = distance;
        }
      }
    }
    return values;
  }

  private static int[] extreme(CellScene s, boolean largest) {
    Scene scene = s.scene(Segmentation.ALL.get(0));
    int best = -1;
    for (int i = 0; i < scene.count(); i++) {
      int size = scene.object(i).size();
      if (best < 0
          || (largest ? size > scene.object(best).size() : size < scene.object(best).size())) {
        best = i;
      }
    }
    int colour = best < 0 ? -1 : scene.object(best).colour();
    return s.each((r, c) -> colour);
  }
}
