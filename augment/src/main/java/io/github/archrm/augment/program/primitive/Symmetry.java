package io.github.archrm.augment.program.primitive;

/** Mirror images laid together, and what they complete. */
final class Symmetry {
  private Symmetry() {}

  /** With one of its turned or flipped images ({@link Turning#turned}) in its black cells. */
  static PlacedGrid with(PlacedGrid grid, int how) {
    boolean swaps = how == 1 || how == 3 || how >= 6;
    if (swaps && grid.width != grid.height) {
      return grid;
    }
    return under(grid, Turning.turned(grid, how));
  }

  /** With its images by all of several symmetries, one after another. */
  static PlacedGrid withAll(PlacedGrid grid, int... ways) {
    PlacedGrid done = grid;
    for (int how : ways) {
      done = with(done, how);
    }
    return done;
  }

  private static PlacedGrid under(PlacedGrid grid, PlacedGrid below) {
    byte[] cells = grid.cells.clone();
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] == 0) {
        cells[i] = below.cells[i];
      }
    }
    return grid.with(cells);
  }

  /** How many of the seven turns and flips leave it as it is. */
  static int count(PlacedGrid grid) {
    int count = 0;
    for (int how = 1; how < 8; how++) {
      count += Turning.turned(grid, how).looksLike(grid) ? 1 : 0;
    }
    return count;
  }

  /**
   * Black cells filled from their mirror images. An axis, which need not be in the middle, is taken
   * if most coloured cells that have an image agree with it and none contradicts.
   */
  static PlacedGrid completed(PlacedGrid grid) {
    PlacedGrid done = grid;
    for (int round = 0; round < 2; round++) {
      done = mirrored(done, true);
      done = mirrored(done, false);
    }
    if (done.width == done.height) {
      done = agreeing(done, Turning.turned(done, 6));
      done = agreeing(done, Turning.turned(done, 7));
    }
    return done;
  }

  private static PlacedGrid agreeing(PlacedGrid grid, PlacedGrid image) {
    for (int i = 0; i < grid.cells.length; i++) {
      if (grid.cells[i] != 0 && image.cells[i] != 0 && grid.cells[i] != image.cells[i]) {
        return grid;
      }
    }
    return under(grid, image);
  }

  private static PlacedGrid mirrored(PlacedGrid grid, boolean across) {
    int side = across ? grid.width : grid.height;
    int best = -1;
    int most = 0;
    for (int sum = side / 2; sum <= 2 * (side - 1) - side / 2; sum++) {
      int agree = agreement(grid, across, sum);
      if (agree > most) {
        most = agree;
        best = sum;
      }
    }
    if (best < 0 || most * 4 < grid.count()) {
      return grid;
    }
    byte[] cells = grid.cells.clone();
    for (int i = 0; i < cells.length; i++) {
      int image = image(grid, across, best, i);
      if (cells[i] == 0 && image >= 0) {
        cells[i] = grid.cells[image];
      }
    }
    return grid.with(cells);
  }

  /** How many pairs of coloured cells agree, -1 if any differ. */
  private static int agreement(PlacedGrid grid, boolean across, int sum) {
    int agree = 0;
    for (int i = 0; i < grid.cells.length; i++) {
      int image = image(grid, across, sum, i);
      if (image < 0 || grid.cells[i] == 0 || grid.cells[image] == 0) {
        continue;
      }
      if (grid.cells[i] != grid.cells[image]) {
        return -1;
      }
      agree += image == i ? 0 : 1;
    }
    return agree;
  }

  /** The cell mirrored at the axis whose doubled place is given, -1 outside. */
  private static int image(PlacedGrid grid, boolean across, int sum, int cell) {
    int r = cell / grid.width;
    int c = cell % grid.width;
    if (across) {
      c = sum - c;
    } else {
      r = sum - r;
    }
    return r < 0 || c < 0 || r >= grid.height || c >= grid.width ? -1 : r * grid.width + c;
  }
}
