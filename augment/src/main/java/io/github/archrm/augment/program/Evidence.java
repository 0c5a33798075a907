package io.github.archrm.augment.program;

/**
 * Why an output made by programs should be believed.
 *
 * <p>Where several ways lead to the same output, length and layers are those of the best of them;
 * the rest is the best of all.
 *
 * @param explained share of the demonstrations that are reproduced
 * @param heldOut share of the demonstrations that are reproduced without having been fitted to
 * @param cost the length of the longest program, in primitives
 * @param extra by how much it is longer than the shortest that explains all demonstrations
 * @param allCosts the lengths of all programs together
 * @param layers how many programs are laid over each other
 * @param blackLayers of how many only the black cells count
 * @param share of all stacks with programs of some length that agree
 * @param ideas how many families of searched programs agree
 * @param learnedIdeas how many families of fitted rules agree
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
    int demonstrations) {

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
      Math.log(demonstrations),
    };
  }
}
