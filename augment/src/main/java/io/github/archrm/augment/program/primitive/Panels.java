package io.github.archrm.augment.program.primitive;

import java.util.ArrayList;
import java.util.List;

/** Equal parts of a grid, lines that divide it, and logic of parts laid on each other. */
final class Panels {
  private Panels() {}

  /** Left and right half, or upper and lower; a middle line is lost. */
  static List<PlacedGrid> halves(PlacedGrid grid, boolean across) {
    return across
        ? List.of(Cropping.half(grid, 0), Cropping.half(grid, 1))
        : List.of(Cropping.half(grid, 2), Cropping.half(grid, 3));
  }

  static List<PlacedGrid> quarters(PlacedGrid grid) {
    PlacedGrid upper = Cropping.half(grid, 2);
    PlacedGrid lower = Cropping.half(grid, 3);
    return List.of(
        Cropping.half(upper, 0),
        Cropping.half(upper, 1),
        Cropping.half(lower, 0),
        Cropping.half(lower, 1));
  }

  /** A strip as squares of its shorter side, with lines of one cell between them if they fit so. */
  static List<PlacedGrid> squares(PlacedGrid grid) {
    int side = Math.min(grid.width, grid.height);
    int length = Math.max(grid.width, grid.height);
    List<PlacedGrid> parts = new ArrayList<>();
    if (side == 0 || length == side) {
      return parts;
    }
    int step = length % side == 0 ? side : (length + 1) % (side + 1) == 0 ? side + 1 : 0;
    for (int from = 0; step > 0 && from + side <= length; from += step) {
      parts.add(
          grid.width > grid.height
              ? grid.part(0, from, side, side)
              : grid.part(from, 0, side, side));
    }
    return parts;
  }

  /** What lies between rows and columns that are all of one colour but black. */
  static List<PlacedGrid> betweenLines(PlacedGrid grid) {
    boolean[] rows = fullRows(grid);
    boolean[] columns = fullColumns(grid);
    List<PlacedGrid> parts = new ArrayList<>();
    for (int r = 0; r < grid.height; r++) {
      if (rows[r] || r > 0 && !rows[r - 1]) {
        continue;
      }
      int bottom = r;
      while (bottom < grid.height && !rows[bottom]) {
        bottom++;
      }
      for (int c = 0; c < grid.width; c++) {
        if (columns[c] || c > 0 && !columns[c - 1]) {
          continue;
        }
        int right = c;
        while (right < grid.width && !columns[right]) {
          right++;
        }
        parts.add(grid.part(r, c, right - c, bottom - r));
      }
    }
    return parts;
  }

  /** Only the rows and columns that are all of one colour. */
  static PlacedGrid lines(PlacedGrid grid) {
    boolean[] rows = fullRows(grid);
    boolean[] columns = fullColumns(grid);
    byte[] cells = new byte[grid.cells.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = rows[i / grid.width] || columns[i % grid.width] ? grid.cells[i] : 0;
    }
    return grid.with(cells);
  }

  /** Without the rows and columns that are all of one colour but black. */
  static PlacedGrid withoutLines(PlacedGrid grid) {
    boolean[] rows = fullRows(grid);
    boolean[] columns = fullColumns(grid);
    for (int r = 0; r < rows.length; r++) {
      rows[r] = !rows[r];
    }
    for (int c = 0; c < columns.length; c++) {
      columns[c] = !columns[c];
    }
    return Cropping.lines(grid, rows, columns);
  }

  private static boolean[] fullRows(PlacedGrid grid) {
    boolean[] full = new boolean[grid.height];
    for (int r = 0; r < grid.height; r++) {
      byte first = grid.cells[r * grid.width];
      full[r] = first != 0;
      for (int c = 1; c < grid.width; c++) {
        full[r] &= grid.cells[r * grid.width + c] == first;
      }
    }
    return full;
  }

  private static boolean[] fullColumns(PlacedGrid grid) {
    boolean[] full = new boolean[grid.width];
    for (int c = 0; c < grid.width; c++) {
      byte first = grid.cells[c];
      full[c] = first != 0;
      for (int r = 1; r < grid.height; r++) {
        full[c] &= grid.cells[r * grid.width + c] == first;
      }
    }
    return full;
  }

  /** Says from in how many of so many parts a cell is coloured whether it is coloured at last. */
  @FunctionalInterface
  interface Logic {
    boolean coloured(int parts, int of);
  }

  /**
   * All parts laid on each other at the first cell of each: a cell is coloured as the logic says,
   * in the colour of the first part that has one there, else in colour 1.
   *
   * @return nothing if parts differ in size
   */
  static PlacedGrid combined(Group group, Logic logic) {
    PlacedGrid[] members = group.members;
    if (members.length < 2 || !sameSize(members)) {
      return PlacedGrid.NOTHING;
    }
    byte[] cells = new byte[members[0].cells.length];
    for (int i = 0; i < cells.length; i++) {
      int coloured = 0;
      byte colour = 0;
      for (PlacedGrid member : members) {
        if (member.cells[i] != 0) {
          coloured++;
          colour = colour == 0 ? member.cells[i] : colour;
        }
      }
      if (logic.coloured(coloured, members.length)) {
        cells[i] = colour == 0 ? 1 : colour;
      }
    }
    return new PlacedGrid(0, 0, members[0].width, members[0].height, cells);
  }

  /** The first without what the second has. */
  static PlacedGrid difference(Group group, boolean swapped) {
    PlacedGrid[] members = group.members;
    if (members.length != 2 || !sameSize(members)) {
      return PlacedGrid.NOTHING;
    }
    PlacedGrid from = members[swapped ? 1 : 0];
    PlacedGrid minus = members[swapped ? 0 : 1];
    byte[] cells = from.cells.clone();
    for (int i = 0; i < cells.length; i++) {
      if (minus.cells[i] != 0) {
        cells[i] = 0;
      }
    }
    return new PlacedGrid(0, 0, from.width, from.height, cells);
  }

  /** All at the origin, in order, the first or the last on top. */
  static PlacedGrid onEachOther(Group group, boolean firstOnTop) {
    PlacedGrid[] order = new PlacedGrid[group.members.length];
    for (int i = 0; i < order.length; i++) {
      order[firstOnTop ? order.length - 1 - i : i] = group.members[i].at(0, 0);
    }
    return Laying.inOrder(order);
  }

  private static boolean sameSize(PlacedGrid[] members) {
    for (PlacedGrid member : members) {
      if (member.width != members[0].width || member.height != members[0].height) {
        return false;
      }
    }
    return members[0].cells.length > 0;
  }
}
