package io.github.archrm.augment.program.primitive;

import java.util.Arrays;
import java.util.List;

/**
 * A list of placed grids, and what was measured of them so far.
 *
 * <p>Measures are remembered because dozens of primitives choose by them from the same list.
 */
public final class Group {
  final PlacedGrid[] members;
  private final int[][] measured = new int[Measure.values().length][];

  private Group(PlacedGrid[] members) {
    this.members = members;
  }

  public static Group of(List<PlacedGrid> members) {
    return new Group(members.toArray(PlacedGrid[]::new));
  }

  public int size() {
    return members.length;
  }

  public PlacedGrid member(int index) {
    return members[index];
  }

  /** One number for each member, not to be changed. */
  int[] measure(Measure measure) {
    int[] known = measured[measure.ordinal()];
    if (known == null) {
      known = measure.of(members);
      measured[measure.ordinal()] = known;
    }
    return known;
  }

  /** Those members for which the flag is set. */
  Group only(boolean[] chosen) {
    int count = 0;
    for (boolean one : chosen) {
      count += one ? 1 : 0;
    }
    PlacedGrid[] left = new PlacedGrid[count];
    for (int i = 0, k = 0; i < chosen.length; i++) {
      if (chosen[i]) {
        left[k++] = members[i];
      }
    }
    return new Group(left);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Group that && Arrays.equals(members, that.members);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(members);
  }
}
