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
 * @param allCosts the lengths of all programs together
 * @param layers how many programs are laid over each other
 * @param blackLayers of how many only the black cells count
 * @param share of all stacks with programs of some length that agree
 * @param ideas how many families of searched programs agree
 * @param learnedIdeas how many families of fitted rules agree
 * @param turned whether it is found, too, where every demonstration is seen beside its transpose
 * @param demonstrations how many there are
 */
public record Evidence(
    double explained,
    double heldOut,
    double cost,
    double allCosts,
    int layers,
    int blackLayers,
    double share,
    int ideas,
    int learnedIdeas,
    boolean turned,
    int demonstrations) {

  /** What the log-odds are a weighted sum of. */
  double[] features() {
    boolean all = explained == 1;
    return new double[] {
      all ? 1 : 0,
      explained,
      all ? heldOut : 0,
      all ? 0 : heldOut,
      cost,
      allCosts,
      layers,
      blackLayers,
      share,
      Math.log(1 + ideas),
      Math.log(1 + learnedIdeas),
      ideas > 0 && learnedIdeas > 0 ? 1 : 0,
      turned ? 1 : 0,
      Math.log(demonstrations),
    };
  }
}
