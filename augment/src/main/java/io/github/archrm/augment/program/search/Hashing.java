package io.github.archrm.augment.program.search;

import io.github.archrm.augment.program.primitive.Group;
import io.github.archrm.augment.program.primitive.PlacedGrid;

/** 64-bit hashes, wide enough that two of a million states are not taken for one. */
final class Hashing {
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private Hashing() {}

  static long of(PlacedGrid grid) {
    return mix(grid, 1);
  }

  static long of(Group group) {
    long hash = step(2, group.size());
    for (int i = 0; i < group.size(); i++) {
      hash = mix(group.member(i), hash);
    }
    return hash;
  }

  static long step(long hash, long value) {
    long mixed = (hash ^ value) * FACTOR;
    return mixed ^ mixed >>> 29;
  }

  private static long mix(PlacedGrid grid, long seed) {
    long shape = (((grid.x() * 1024L + grid.y()) * 1024L) + grid.width()) * 1024L + grid.height();
    return grid.mix(step(seed, shape));
  }
}
