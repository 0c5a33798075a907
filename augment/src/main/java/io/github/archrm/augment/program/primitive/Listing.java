package io.github.archrm.augment.program.primitive;

import java.util.Arrays;
import java.util.Comparator;

/** Numbers and lists shown as rectangles, colours, bars and rows of pictures. */
final class Listing {
  private Listing() {}

  private static PlacedGrid[] sorted(Group group, Measure measure, boolean greatestFirst) {
    int[] values = group.measure(measure);
    Integer[] order = new Integer[values.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Arrays.sort(order, Comparator.comparingInt(i -> greatestFirst ? -values[i] : values[i]));
    return Arrays.stream(order).map(i -> group.members[i]).toArray(PlacedGrid[]::new);
  }

  /** The commonest colour of each member, one cell each, in a row or a column. */
  static PlacedGrid colours(Group group, Measure measure, boolean greatestFirst, boolean down) {
    PlacedGrid[] order = sorted(group, measure, greatestFirst);
    if (PlacedGrid.tooLarge(order.length, 1)) {
      return PlacedGrid.NOTHING;
    }
    byte[] cells = new byte[order.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (byte) order[i].majority();
    }
    return new PlacedGrid(0, 0, down ? 1 : cells.length, down ? cells.length : 1, cells);
  }

  /** A bar for each member, as long as it has coloured cells, in its commonest colour. */
  static PlacedGrid bars(Group group, boolean greatestFirst, boolean down) {
    PlacedGrid[] order = sorted(group, Measure.CELLS, greatestFirst);
    int longest = Arrays.stream(order).mapToInt(PlacedGrid::count).max().orElse(0);
    if (PlacedGrid.tooLarge(order.length, longest)) {
      return PlacedGrid.NOTHING;
    }
    int width = down ? order.length : longest;
    byte[] cells = new byte[order.length * longest];
    for (int b = 0; b < order.length; b++) {
      for (int i = 0; i < order[b].count(); i++) {
        cells[down ? i * width + b : b * width + i] = (byte) order[b].majority();
      }
    }
    return new PlacedGrid(0, 0, width, down ? longest : order.length, cells);
  }

  /** Side by side or one below the other, sorted, with a gap of so many cells. */
  static PlacedGrid joined(
      Group group, Measure measure, boolean greatestFirst, boolean down, int gap) {
    PlacedGrid[] order = sorted(group, measure, greatestFirst);
    PlacedGrid[] placed = new PlacedGrid[order.length];
    int along = 0;
    for (int i = 0; i < order.length; i++) {
      placed[i] = down ? order[i].at(0, along) : order[i].at(along, 0);
      along += (down ? order[i].height : order[i].width) + gap;
      if (along > 4 * PlacedGrid.SIDE) {
        return PlacedGrid.NOTHING;
      }
    }
    return Laying.inOrder(placed);
  }

  /** As many cells of the commonest colour as there are members, in a row. */
  static PlacedGrid number(Group group) {
    int most = 0;
    int[] times = new int[PlacedGrid.COLOURS];
    for (PlacedGrid member : group.members) {
      times[member.majority()]++;
    }
    for (int c = 1; c < times.length; c++) {
      most = times[c] > times[most] ? c : most;
    }
    return PlacedGrid.filled(0, 0, group.members.length, 1, most);
  }

  /** A square of the commonest colour, so many cells wide, at the origin. */
  static PlacedGrid square(PlacedGrid grid, int number) {
    return PlacedGrid.filled(0, 0, number, number, grid.majority());
  }

  /** A row of the commonest colour. */
  static PlacedGrid row(PlacedGrid grid, int number) {
    return PlacedGrid.filled(0, 0, number, 1, grid.majority());
  }

  /** A column of the commonest colour. */
  static PlacedGrid column(PlacedGrid grid, int number) {
    return PlacedGrid.filled(0, 0, 1, number, grid.majority());
  }
}
