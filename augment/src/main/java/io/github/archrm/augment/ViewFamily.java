package io.github.archrm.augment;

/**
 * Which views of a task are allowed: a dihedral map, then a colour permutation, then a translation.
 *
 * <p>A translation keeps grids on a canvas of the given size; where the dihedral map transposes,
 * the canvas is transposed too. A canvas no larger than the task's grids leaves no room to move, so
 * 0×0 means no translation.
 *
 * @param dihedral whether rotations and mirror images are allowed
 * @param colours which colours may be renamed
 * @param canvasHeight rows of the canvas, 0 for no translation
 * @param canvasWidth columns of the canvas, 0 for no translation
 */
public record ViewFamily(boolean dihedral, Colours colours, int canvasHeight, int canvasWidth) {

  /** Which colours may be renamed. */
  public enum Colours {
    /** Every colour keeps its name. */
    NONE,
    /** All but colour 0, which most tasks use as background. */
    KEEP_BACKGROUND,
    /** All ten. */
    ALL
  }

  /** The family without translations. */
  public static ViewFamily of(boolean dihedral, Colours colours) {
    return new ViewFamily(dihedral, colours, 0, 0);
  }

  /** This family with translations on a canvas. */
  public ViewFamily onCanvas(int height, int width) {
    return new ViewFamily(dihedral, colours, height, width);
  }
}
