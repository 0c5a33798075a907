package io.github.archrm.augment.program.primitive;

import java.util.Arrays;
import java.util.Comparator;

/** Making one grid of a list. */
final class Laying {
  private Laying() {}

  /** All where they lie, in the box of all; those with fewer coloured cells on top. */
  static PlacedGrid overlay(Group group) {
    PlacedGrid[] members = group.members;
    if (members.length == 0) {
      return PlacedGrid.NOTHING;
    }
    PlacedGrid[] order = members.clone();
    for (int i = 0; i < order.length / 2; i++) {
      PlacedGrid swap = order[i];
      order[i] = order[order.length - 1 - i];
      order[order.length - 1 - i] = swap;
    }
    Arrays.sort(order, Comparator.comparingInt(member -> -member.count()));
    return inOrder(order);
  }

  /** All where they lie, in the box of all; later ones on top. */
  static PlacedGrid inOrder(PlacedGrid[] members) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = Integer.MIN_VALUE;
    int bottom = Integer.MIN_VALUE;
    for (PlacedGrid member : members) {
      left = Math.min(left, member.x);
      top = Math.min(top, member.y);
      right = Math.max(right, member.x + member.width);
      bottom = Math.max(bottom, member.y + member.height);
    }
    if (members.length == 0 || PlacedGrid.tooLarge(right - left, bottom - top)) {
      return PlacedGrid.NOTHING;
    }
    int width = right - left;
    byte[] cells = new byte[width * (bottom - top)];
    for (PlacedGrid member : members) {
      for (int r = 0, i = 0; r < member.height; r++) {
        int to = (member.y - top + r) * width + member.x - left;
        for (int c = 0; c < member.width; c++, i++, to++) {
          if (member.cells[i] != 0) {
            cells[to] = member.cells[i];
          }
        }
      }
    }
    return new PlacedGrid(left, top, width, bottom - top, cells);
  }

  /** Joined side by side, or one below the other, in order of area. */
  static PlacedGrid byArea(Group group, boolean down) {
    PlacedGrid[] order = group.members.clone();
    Arrays.sort(order, Comparator.comparingInt(PlacedGrid::area));
    return joined(order, down);
  }

  /** Joined in the order of their places, along the axis on which they are further apart. */
  static PlacedGrid inLine(Group group) {
    if (group.members.length < 2) {
      return group.members.length == 0 ? PlacedGrid.NOTHING : group.members[0];
    }
    int[] xs = Arrays.stream(group.members).mapToInt(member -> member.x).sorted().toArray();
    int[] ys = Arrays.stream(group.members).mapToInt(member -> member.y).sorted().toArray();
    boolean down = leastGap(xs) < leastGap(ys);
    PlacedGrid[] order = group.members.clone();
    Arrays.sort(order, Comparator.comparingInt(member -> down ? member.y : member.x));
    return joined(order, down);
  }

  private static int leastGap(int[] sorted) {
    int least = Integer.MAX_VALUE;
    for (int i = 1; i < sorted.length; i++) {
      least = Math.min(least, sorted[i] - sorted[i - 1]);
    }
    return least;
  }

  static PlacedGrid joined(PlacedGrid[] order, boolean down) {
    if (order.length == 0) {
      return PlacedGrid.NOTHING;
    }
    PlacedGrid[] placed = new PlacedGrid[order.length];
    int along = down ? order[0].y : order[0].x;
    for (int i = 0; i < order.length; i++) {
      placed[i] = down ? order[i].at(order[0].x, along) : order[i].at(along, order[0].y);
      along += down ? order[i].height : order[i].width;
      if (along > 4 * PlacedGrid.SIDE) {
        return PlacedGrid.NOTHING;
      }
    }
    return inOrder(placed);
  }

  /**
   * Laid on each other so that the cells of a colour that all have, in one shape, coincide; nothing
   * if there is none. Of several colours the one with most cells.
   */
  static PlacedGrid atSharedColour(Group group) {
    PlacedGrid[] members = group.members;
    PlacedGrid[] best = null;
    int most = 0;
    for (int c = 1; c < PlacedGrid.COLOURS && members.length > 1; c++) {
      PlacedGrid[] anchors = new PlacedGrid[members.length];
      boolean shared = true;
      for (int i = 0; i < anchors.length && shared; i++) {
        anchors[i] = Cropping.toColoured(Colours.keep(members[i], c));
        shared = anchors[i].cells.length > 0 && anchors[i].looksLike(anchors[0]);
      }
      if (shared && anchors[0].count() > most) {
        most = anchors[0].count();
        best = anchors;
      }
    }
    if (best == null) {
      return PlacedGrid.NOTHING;
    }
    PlacedGrid[] placed = new PlacedGrid[members.length];
    for (int i = 0; i < placed.length; i++) {
      placed[i] =
          members[i].at(members[i].x - best[i].x + best[0].x, members[i].y - best[i].y + best[0].y);
    }
    return inOrder(placed);
  }
}
