package io.github.archrm.augment.program;

/**
 * Why an output made by programs should be believed.
 *
 * <p>Where several stacks make the same output, the numbers are those of the best of them, but
 * {@code heldOut}, {@code ideas} and the two flags, to which all contribute.
 *
 * @param explained share of the demonstrations that are reproduced
 * @param heldOut share of the demonstrations that are reproduced without having been fitted to
 * @param cost the length of the longest program, in primitives
 * @param layers how many programs are laid over each other
 * @param blackLayers of how many only the black cells count
 * @param ideas how many families of programs agree
 * @param turned whether it is found, too, where every demonstration is seen beside its transpose
 * @param twoFrames whether it is found with colours by name and by role
 * @param learned whether a fitted rule makes it
 * @param demonstrations how many there are
 */
public record Evidence(
    double explained,
    double heldOut,
    double cost,
    int layers,
    int blackLayers,
    int ideas,
    boolean turned,
    boolean twoFrames,
    boolean learned,
    int demonstrations) {

  /** What the log-odds are a weighted sum of. */
  double[] features() {
    return new double[] {
      explained == 1 ? 1 : 0,
      explained,
      explained == 1 ? heldOut : 0,
      heldOut,
      cost,
      layers,
      blackLayers,
      Math.log(ideas),
      turned ? 1 : 0,
      twoFrames ? 1 : 0,
      learned ? 1 : 0,
      Math.log(demonstrations),
    };
  }
}
