package io.github.archrm.augment.program.search;

import io.github.archrm.augment.program.primitive.PlacedGrid;
import io.github.archrm.augment.program.primitive.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sizes of outputs, told from the sizes of what programs make.
 *
 * <p>Each program gives the size of its grid in every example. Tried are that size times 1-5 and
 * plus -3 to 3 on each axis, sums of the sizes of two programs, and the axes apart, each by a
 * program or a constant. What fits most demonstrations wins, then what stays within ARC's largest
 * grid, then what is shortest.
 */
final class SizeProgram {
  /** The longest side of a grid of ARC. */
  private static final int USUAL_SIDE = 30;

  /** What makes a loss larger than any of a size that is usual. */
  private static final double UNUSUAL = 1e9;

  private static final int FACTORS = 5;
  private static final int SHIFTS = 3;

  /** The sizes of all test outputs, how many demonstrations agree, and the length of the rule. */
  record Told(List<Size> sizes, int fits, double loss) {}

  private final List<Size> targets;
  private final int tests;
  private final List<Told> best = new ArrayList<>();

  private SizeProgram(List<Size> targets, int tests) {
    this.targets = targets;
    this.tests = tests;
  }

  /**
   * @param seeds [program][example], shortest program first; demonstrations, then tests
   * @param targets the sizes of the demonstrations' outputs
   * @return at most so many different readings, best first
   */
  static List<Told> tell(List<Size[]> seeds, List<Size> targets, int tests, int most) {
    SizeProgram search = new SizeProgram(targets, tests);
    search.scaled(seeds);
    search.sums(seeds);
    search.apart(seeds);
    return search.best.subList(0, Math.min(most, search.best.size()));
  }

  private void offer(Size[] tested, int fits, double plainLoss) {
    double loss = plainLoss;
    for (Size size : tested) {
      int shorter = Math.min(size.width(), size.height());
      int longer = Math.max(size.width(), size.height());
      if (fits == 0 || shorter < 1 || longer > PlacedGrid.SIDE) {
        return;
      }
      loss = longer > USUAL_SIDE ? plainLoss + UNUSUAL : loss;
    }
    Told told = new Told(List.of(tested), fits, loss);
    for (int i = 0; i < best.size(); i++) {
      if (best.get(i).sizes.equals(told.sizes)) {
        if (better(told, best.get(i))) {
          best.remove(i);
          break;
        }
        return;
      }
    }
    int at = best.size();
    while (at > 0 && better(told, best.get(at - 1))) {
      at--;
    }
    if (at < 4) {
      best.add(at, told);
      if (best.size() > 4) {
        best.remove(4);
      }
    }
  }

  private static boolean better(Told one, Told other) {
    return one.fits > other.fits || one.fits == other.fits && one.loss < other.loss;
  }

  /** Whether something with so many fits and such a loss would still be kept. */
  private boolean welcome(int fits, double loss) {
    if (best.size() < 4) {
      return true;
    }
    Told last = best.get(best.size() - 1);
    return fits > last.fits || fits == last.fits && loss < last.loss;
  }

  private void scaled(List<Size[]> seeds) {
    int shifts = 2 * SHIFTS + 1;
    int[][] wide = new int[FACTORS + 1][shifts];
    int[][] high = new int[FACTORS + 1][shifts];
    for (int i = 0; i < seeds.size(); i++) {
      Size[] seed = seeds.get(i);
      for (int factor = 1; factor <= FACTORS; factor++) {
        for (int s = 0; s < shifts; s++) {
          wide[factor][s] = 0;
          high[factor][s] = 0;
          for (int d = 0; d < targets.size(); d++) {
            int shift = s - SHIFTS;
            Size target = targets.get(d);
            wide[factor][s] |= seed[d].width() * factor + shift == target.width() ? 1 << d : 0;
            high[factor][s] |= seed[d].height() * factor + shift == target.height() ? 1 << d : 0;
          }
        }
      }
      for (int h = 1; h <= FACTORS; h++) {
        for (int w = 1; w <= FACTORS; w++) {
          for (int y = 0; y < shifts; y++) {
            for (int x = 0; x < shifts; x++) {
              int fits = Integer.bitCount(wide[w][x] & high[h][y]);
              int dx = x - SHIFTS;
              int dy = y - SHIFTS;
              double loss = (i + 1.0) * w * h * (Math.abs(dx) + 1) * (Math.abs(dy) + 1);
              if (welcome(fits, loss)) {
                Size[] tested = new Size[tests];
                for (int t = 0; t < tests; t++) {
                  Size from = seed[targets.size() + t];
                  tested[t] = new Size(from.width() * w + dx, from.height() * h + dy);
                }
                offer(tested, fits, loss);
              }
            }
          }
        }
      }
    }
  }

  private void sums(List<Size[]> seeds) {
    for (int i = 0; i < seeds.size(); i++) {
      Size[] one = seeds.get(i);
      for (int j = 0; j < i; j++) {
        Size[] other = seeds.get(j);
        double loss = (i + 1.0) * (j + 1.0);
        if (!welcome(targets.size(), loss)) {
          break;
        }
        for (int axes = 1; axes <= 3; axes++) {
          int fits = 0;
          for (int d = 0; d < targets.size(); d++) {
            fits += sum(one[d], other[d], axes).equals(targets.get(d)) ? 1 : 0;
          }
          if (welcome(fits, loss)) {
            Size[] tested = new Size[tests];
            for (int t = 0; t < tests; t++) {
              tested[t] = sum(one[targets.size() + t], other[targets.size() + t], axes);
            }
            offer(tested, fits, loss);
          }
        }
      }
    }
  }

  private static Size sum(Size one, Size other, int axes) {
    return new Size(
        one.width() + ((axes & 1) != 0 ? other.width() : 0),
        one.height() + ((axes & 2) != 0 ? other.height() : 0));
  }

  /** The width by one rule and the height by another. */
  private void apart(List<Size[]> seeds) {
    List<int[]> widths = new ArrayList<>();
    List<int[]> heights = new ArrayList<>();
    for (Size[] seed : seeds) {
      widths.add(Arrays.stream(seed).mapToInt(Size::width).toArray());
      heights.add(Arrays.stream(seed).mapToInt(Size::height).toArray());
    }
    Side width = side(widths, targets.stream().mapToInt(Size::width).toArray());
    Side height = side(heights, targets.stream().mapToInt(Size::height).toArray());
    int fits = 0;
    for (int d = 0; d < targets.size(); d++) {
      Size target = targets.get(d);
      fits += width.at[d] == target.width() && height.at[d] == target.height() ? 1 : 0;
    }
    Size[] tested = new Size[tests];
    for (int t = 0; t < tests; t++) {
      tested[t] = new Size(width.at[targets.size() + t], height.at[targets.size() + t]);
    }
    offer(tested, fits, (width.loss + 10) * (height.loss + 10));
  }

  /** One side of the output in every example. */
  private record Side(int[] at, int fits, double loss) {}

  private Side side(List<int[]> seeds, int[] target) {
    Side best = new Side(new int[target.length + tests], -1, 0);
    Arrays.fill(best.at, 1);
    for (int length = 1; length <= USUAL_SIDE; length++) {
      int[] at = new int[target.length + tests];
      Arrays.fill(at, length);
      best = betterSide(best, at, length, target);
    }
    for (int i = 0; i < seeds.size(); i++) {
      for (int factor = 1; factor <= FACTORS; factor++) {
        for (int shift = -SHIFTS; shift <= SHIFTS; shift++) {
          double loss = (i + 1.0) * factor * (Math.abs(shift) + 1);
          if (best.fits == target.length && loss >= best.loss) {
            continue;
          }
          int[] at = seeds.get(i).clone();
          for (int k = 0; k < at.length; k++) {
            at[k] = at[k] * factor + shift;
          }
          best = betterSide(best, at, loss, target);
        }
      }
    }
    return best;
  }

  private Side betterSide(Side best, int[] at, double plainLoss, int[] target) {
    double loss = plainLoss;
    int fits = 0;
    for (int d = 0; d < target.length; d++) {
      fits += at[d] == target[d] ? 1 : 0;
    }
    for (int t = target.length; t < at.length; t++) {
      if (at[t] < 1 || at[t] > PlacedGrid.SIDE) {
        return best;
      }
      loss = at[t] > USUAL_SIDE ? plainLoss + UNUSUAL : loss;
    }
    return fits > best.fits || fits == best.fits && loss < best.loss
        ? new Side(at, fits, loss)
        : best;
  }
}
