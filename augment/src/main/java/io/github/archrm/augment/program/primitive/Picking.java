package io.github.archrm.augment.program.primitive;

import java.util.Arrays;

/** Choosing from a list. */
final class Picking {
  private Picking() {}

  /** The first with the greatest, or least, measure. */
  static PlacedGrid first(Group group, Measure measure, boolean greatest) {
    if (group.members.length == 0) {
      return PlacedGrid.NOTHING;
    }
    int[] values = group.measure(measure);
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (greatest ? values[i] > values[best] : values[i] < values[best]) {
        best = i;
      }
    }
    return group.members[best];
  }

  /** All with the greatest, or least, measure, or all others. */
  static Group all(Group group, Measure measure, boolean greatest, boolean others) {
    if (group.members.length == 0) {
      return group;
    }
    int[] values = group.measure(measure);
    int best =
        greatest ? Arrays.stream(values).max().getAsInt() : Arrays.stream(values).min().getAsInt();
    boolean[] chosen = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      chosen[i] = values[i] == best != others;
    }
    return group.only(chosen);
  }

  /** The only one with a colour that no other has; nothing if there is not just one. */
  static PlacedGrid ownColour(Group group) {
    int[] times = new int[PlacedGrid.COLOURS];
    for (PlacedGrid member : group.members) {
      for (int c = 0; c < times.length; c++) {
        times[c] += member.colours() >> c & 1;
      }
    }
    PlacedGrid found = null;
    for (PlacedGrid member : group.members) {
      for (int c = 0; c < times.length; c++) {
        if ((member.colours() >> c & 1) != 0 && times[c] == 1) {
          if (found != null) {
            return PlacedGrid.NOTHING;
          }
          found = member;
        }
      }
    }
    return found == null ? PlacedGrid.NOTHING : found;
  }
}
