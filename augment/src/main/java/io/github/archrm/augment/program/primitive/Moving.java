package io.github.archrm.augment.program.primitive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Objects that move. */
final class Moving {
  private Moving() {}

  /**
   * One-coloured objects, edge neighbours joined, slide one way until the edge or another object
   * stops them, the foremost first.
   *
   * @param direction 0 right, 1 left, 2 down, 3 up
   */
  static List<PlacedGrid> fall(PlacedGrid grid, int direction) {
    return fall(grid, Dividing.objects(grid, true, false), direction);
  }

  static List<PlacedGrid> fall(PlacedGrid room, List<PlacedGrid> parts, int direction) {
    int dx = direction == 0 ? 1 : direction == 1 ? -1 : 0;
    int dy = direction == 2 ? 1 : direction == 3 ? -1 : 0;
    List<PlacedGrid> order = new ArrayList<>(parts);
    order.sort(Comparator.comparingInt(part -> -(part.x * dx + part.y * dy)));
    boolean[] taken = new boolean[room.cells.length];
    List<PlacedGrid> fallen = new ArrayList<>(order.size());
    for (PlacedGrid part : order) {
      int steps = 0;
      while (fits(room, taken, part, (steps + 1) * dx, (steps + 1) * dy)) {
        steps++;
      }
      PlacedGrid moved = part.at(part.x + steps * dx, part.y + steps * dy);
      for (int i = 0; i < moved.cells.length; i++) {
        if (moved.cells[i] != 0) {
          int r = moved.y - room.y + i / moved.width;
          int c = moved.x - room.x + i % moved.width;
          taken[r * room.width + c] = true;
        }
      }
      fallen.add(moved);
    }
    return fallen;
  }

  private static boolean fits(PlacedGrid room, boolean[] taken, PlacedGrid part, int dx, int dy) {
    for (int i = 0; i < part.cells.length; i++) {
      if (part.cells[i] == 0) {
        continue;
      }
      int r = part.y + dy - room.y + i / part.width;
      int c = part.x + dx - room.x + i % part.width;
      if (r < 0 || c < 0 || r >= room.height || c >= room.width || taken[r * room.width + c]) {
        return false;
      }
    }
    return true;
  }

  /** One step to where it came from at the other side: right, left, down, up (0-3). */
  static PlacedGrid rolled(PlacedGrid grid, int direction) {
    int dx = direction == 0 ? 1 : direction == 1 ? -1 : 0;
    int dy = direction == 2 ? 1 : direction == 3 ? -1 : 0;
    byte[] cells = new byte[grid.cells.length];
    for (int i = 0; i < cells.length; i++) {
      int r = Math.floorMod(i / grid.width + dy, grid.height);
      int c = Math.floorMod(i % grid.width + dx, grid.width);
      cells[r * grid.width + c] = grid.cells[i];
    }
    return grid.with(cells);
  }

  /** Each coloured cell slides by itself as far as others let it. */
  static PlacedGrid cellsFall(PlacedGrid grid, int direction) {
    byte[] cells = new byte[grid.cells.length];
    boolean rows = direction < 2;
    boolean forward = direction % 2 == 0;
    int lines = rows ? grid.height : grid.width;
    int length = rows ? grid.width : grid.height;
    int step = rows ? 1 : grid.width;
    for (int line = 0; line < lines; line++) {
      int start = rows ? line * grid.width : line;
      int to = forward ? length - 1 : 0;
      for (int k = 0; k < length; k++) {
        int i = forward ? length - 1 - k : k;
        byte cell = grid.cells[start + i * step];
        if (cell != 0) {
          cells[start + to * step] = cell;
          to += forward ? -1 : 1;
        }
      }
    }
    return grid.with(cells);
  }
}
