package io.github.archrm.augment.program;

import java.util.Locale;

/**
 * Why an output made by programs should be believed.
 *
 * <p>Where several ways lead to the same output, length and layers are those of the best of them;
 * the rest is the best of all.
 *
 * @param explained share of the demonstrations that are reproduced
 * @param heldOut share of the demonstrations that are reproduced without having been fitted to;
 *     below 1 for searched programs alone, each of which was fitted to a demonstration
 * @param cost the length of the longest program, in primitives
 * @param extra by how much it is longer than the shortest that explains all demonstrations
 * @param allCosts the lengths of all programs together
 * @param layers how many programs are laid over each other
 * @param blackLayers of how many only the black cells count
 * @param share of all stacks with programs of some length that agree
 * @param ideas how many families of searched programs agree
 * @param learnedIdeas how many families of fitted rules agree
 * @param rivals how many families explain all demonstrations and make another output
 * @param learned whether the best of its ways is a fitted rule
 * @param demonstrations how many there are
 */
public record Evidence(
    double explained,
    double heldOut,
    double cost,
    double extra,
    double allCosts,
    int layers,
    int blackLayers,
    double share,
    int ideas,
    int learnedIdeas,
    int rivals,
    boolean learned,
    int demonstrations) {

  /** The feature that is 1 if all demonstrations are reproduced, also each held out. */
  static final int HELD_OUT = 2;

  private static final double MOST_EXTRA = 6;

  /** What the log-odds are a weighted sum of. */
  double[] features() {
    boolean all = explained == 1;
    return new double[] {
      all ? 1 : 0,
      explained,
      all ? heldOut : 0,
      all ? 0 : heldOut,
      all ? Math.min(extra, MOST_EXTRA) : 0,
      layers,
      share,
      Math.log(1 + ideas),
      Math.log(1 + learnedIdeas),
      all ? 0 : Math.log(demonstrations),
      all ? Math.log(1 + rivals) : 0,
      all && heldOut == 1 && rivals == 0 ? 1 : 0,
    };
  }

  /** All of it as numbers, for {@link #read}. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%.4f %.4f %.3f %.3f %.3f %d %d %.5f %d %d %d %d %d",
        explained,
        heldOut,
        cost,
        extra,
        allCosts,
        layers,
        blackLayers,
        share,
        ideas,
        learnedIdeas,
        rivals,
        learned ? 1 : 0,
        demonstrations);
  }

  /** What {@link #line} tells. */
  static Evidence read(double[] n) {
    return new Evidence(
        n[0],
        n[1],
        n[2],
        n[3],
        n[4],
        (int) n[5],
        (int) n[6],
        n[7],
        (int) n[8],
        (int) n[9],
        (int) n[10],
        n[11] == 1,
        (int) n[12]);
  }
}
