package io.github.archrm.augment.program.learn.cell;

import io.github.archrm.augment.program.learn.cell.CellFeatures.Feature;
import java.util.Arrays;
import java.util.List;

/** What a cell sees of others along straight lines, and how far they are. */
final class SightFeatures {
  private SightFeatures() {}

  static void add(List<Feature> all) {
    for (int d = 0; d < 8; d++) {
      int direction = d;
      double cost = d < 4 ? 1 : 1.1;
      all.add(new Feature("colour seen " + CellScene.NAMES[d], cost + 0.1, s -> s.seen(direction)));
      all.add(
          new Feature(
              "whether something is seen " + CellScene.NAMES[d],
              cost,
              s -> Arrays.stream(s.seen(direction)).map(v -> v < 0 ? 0 : 1).toArray()));
    }
    far(all);
    String[] pairs = {
      "left and right", "above and below", "on a diagonal", "on the other diagonal"
    };
    for (int p = 0; p < 4; p++) {
      int pair = p;
      all.add(new Feature("the equal colour seen " + pairs[p], 1, s -> equalSeen(s, pair)));
    }
    all.add(new Feature("whether it sees a notch diagonally", 1.1, s -> seesEnd(s, 4, 2, 0)));
    all.add(new Feature("whether it sees a single cell diagonally", 1.1, s -> seesEnd(s, 4, 0, 0)));
    all.add(new Feature("whether it sees a corner diagonally", 1.2, s -> seesEnd(s, 4, 0, 2)));
    all.add(new Feature("whether it sees the end of a line", 1.1, s -> seesEnd(s, 0, 0, 1)));
    all.add(
        new Feature("whether it sees a single cell straight on", 1.1, s -> seesEnd(s, 0, 0, 0)));
    all.add(new Feature("the nearest other colour", 1.1, CellSources::nearest));
    all.add(
        new Feature(
            "how many sides see something",
            1.1,
            s -> s.each((r, c) -> seenCount(s, r * s.width + c, 4))));
    all.add(
        new Feature(
            "in how many of eight directions it sees something",
            1,
            s -> s.each((r, c) -> seenCount(s, r * s.width + c, 8))));
    all.add(new Feature("whether it is enclosed", 0.8, s -> s.enclosed(false)));
    all.add(new Feature("whether it is enclosed, corners open", 1, s -> s.enclosed(true)));
    all.add(new Feature("distance to the nearest filled cell", 1.2, s -> s.distance(true)));
    all.add(new Feature("distance to the nearest background", 1.2, s -> s.distance(false)));
    all.add(
        new Feature(
            "distance to the nearest filled cell mod 2",
            1.3,
            s -> Arrays.stream(s.distance(true)).map(v -> v % 2).toArray()));
  }

  private static int seenCount(CellScene s, int cell, int directions) {
    int count = 0;
    for (int d = 0; d < directions; d++) {
      count += s.seen(d)[cell] < 0 ? 0 : 1;
    }
    return count;
  }

  private static int[] equalSeen(CellScene s, int pair) {
    int[] one = s.seen(2 * pair);
    int[] other = s.seen(2 * pair + 1);
    int[] values = new int[one.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = one[i] == other[i] ? one[i] : -1;
    }
    return values;
  }

  /** The colour seen in a direction if the cell behind it has the same, -1 otherwise. */
  private static int[] lineSeen(CellScene s, int direction) {
    int dr = CellScene.STEPS[direction][0];
    int dc = CellScene.STEPS[direction][1];
    int[] seen = s.seen(direction);
    return s.each(
        (r, c) -> {
          int colour = seen[r * s.width + c];
          if (colour < 0) {
            return -1;
          }
          int steps = steps(s, r, c, dr, dc);
          return s.at(r + (steps + 1) * dr, c + (steps + 1) * dc) == colour ? colour : -1;
        });
  }

  /** Steps to what is seen in a direction, 0 if nothing is. */
  private static int steps(CellScene s, int r, int c, int dr, int dc) {
    for (int steps = 1; s.at(r + steps * dr, c + steps * dc) >= 0; steps++) {
      if (s.filled(r + steps * dr, c + steps * dc)) {
        return steps;
      }
    }
    return 0;
  }

  private static void far(List<Feature> all) {
    for (int d = 0; d < 8; d++) {
      int direction = d;
      int[] step = CellScene.STEPS[d];
      all.add(
          new Feature(
              "the first other colour " + CellScene.NAMES[d],
              d < 4 ? 1.2 : 1.3,
              s -> s.other(direction)));
      all.add(new Feature("the line seen " + CellScene.NAMES[d], 1.1, s -> lineSeen(s, direction)));
      all.add(
          new Feature(
              "whether its distance to what is seen " + CellScene.NAMES[d] + " is even",
              d < 4 ? 1.3 : 1.5,
              s ->
                  s.each(
                      (r, c) -> {
                        int steps = steps(s, r, c, step[0], step[1]);
                        return steps == 0 ? -1 : steps % 2;
                      })));
      if (d < 4) {
        all.add(
            new Feature(
                "distance to what is seen " + CellScene.NAMES[d],
                1.6,
                s -> s.each((r, c) -> steps(s, r, c, step[0], step[1]))));
      }
    }
  }

  /**
   * Whether in one of four directions something of a form is seen.
   *
   * @param from the first of the four, 0 straight, 4 diagonal
   * @param near how many sides of the cell that is seen are filled towards the one that sees; when
   *     straight: sideways
   * @param far how many are filled away from it
   */
  private static int[] seesEnd(CellScene s, int from, int near, int far) {
    return s.each(
        (r, c) -> {
          if (s.filled(r, c)) {
            return 0;
          }
          for (int d = from; d < from + 4; d++) {
            int dr = CellScene.STEPS[d][0];
            int dc = CellScene.STEPS[d][1];
            int row = r + dr;
            int column = c + dc;
            while (s.at(row, column) == s.background) {
              row += dr;
              column += dc;
            }
            if (s.at(row, column) < 0) {
              continue;
            }
            int sides;
            int behind;
            if (from == 4) {
              sides = (s.filled(row - dr, column) ? 1 : 0) + (s.filled(row, column - dc) ? 1 : 0);
              behind = (s.filled(row + dr, column) ? 1 : 0) + (s.filled(row, column + dc) ? 1 : 0);
            } else {
              sides =
                  (s.filled(row + dc, column + dr) ? 1 : 0)
                      + (s.filled(row - dc, column - dr) ? 1 : 0);
              behind = s.filled(row + dr, column + dc) ? 1 : 0;
            }
            if (sides == near && behind == far) {
              return 1;
            }
          }
          return 0;
        });
  }

  /**
   * The only colour that is seen in four directions, the first from the given one; -1 otherwise.
   */
  static int[] onlySeen(CellScene s, int from) {
    int[] values = new int[s.cells.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = -1;
      for (int d = from; d < from + 4; d++) {
        int colour = s.seen(d)[i];
        if (colour >= 0) {
          values[i] = values[i] == -1 || values[i] == colour ? colour : -2;
        }
      }
      values[i] = Math.max(-1, values[i]);
    }
    return values;
  }
}
