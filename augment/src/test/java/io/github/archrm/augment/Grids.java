package io.github.archrm.augment;

import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random grids for property tests. */
final class Grids {
  private Grids() {}

  /** Both extreme sizes, long strips, and random sizes; every third has cells outside. */
  static List<Grid> many(long seed) {
    Random random = new Random(seed);
    List<Grid> grids = new ArrayList<>();
    int[][] sizes = {{1, 1}, {30, 30}, {1, 30}, {30, 1}, {2, 3}};
    for (int i = 0; i < 60; i++) {
      int height = i < sizes.length ? sizes[i][0] : 1 + random.nextInt(30);
      int width = i < sizes.length ? sizes[i][1] : 1 + random.nextInt(30);
      grids.add(random(height, width, i % 3 == 2 ? Grid.OUTSIDE : 0, random));
    }
    return grids;
  }

  static Grid random(int height, int width, int lowest, Random random) {
    return Grid.generate(height, width, (r, c) -> random.nextInt(lowest, 10));
  }

  static Grid filled(int height, int width, int colour) {
    return Grid.generate(height, width, (r, c) -> colour);
  }
}
