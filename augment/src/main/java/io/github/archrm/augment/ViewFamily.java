package io.github.archrm.augment;

import java.util.List;

/**
 * Which views of a task are wanted. Which of them there can be is for the task's kind to say, so
 * that nobody who trains or predicts has to:
 *
 * <ul>
 *   <li>where its symmetry is a {@link io.github.archrm.tasks.Symmetry.Plane}: a dihedral map, then
 *       a colour permutation, then a translation, as far as it has them
 *   <li>where it is one of {@link io.github.archrm.tasks.Symmetry.Lines}: all orders of lines and
 *       all transpositions, always, since they leave no rule unkept; and other names for all
 *       symbols, unless colours are {@link Colours#NONE}
 * </ul>
 *
 * <p>A translation keeps grids on a canvas of the given size; where the dihedral map transposes,
 * the canvas is transposed too. A canvas no larger than the task's grids leaves no room to move, so
 * 0×0 means no translation.
 *
 * @param turns which rotations and mirror images are allowed
 * @param colours which colours may be renamed
 * @param canvasHeight rows of the canvas, 0 for no translation
 * @param canvasWidth columns of the canvas, 0 for no translation
 */
public record ViewFamily(Turns turns, Colours colours, int canvasHeight, int canvasWidth) {

  /** Which rotations and mirror images are allowed: subgroups of the eight dihedral maps. */
  public enum Turns {
    /** Every grid stays upright. */
    NONE(Dihedral.IDENTITY),
    /** Left and right may change places: what leaves a rule such as gravity as it is. */
    LEFT_RIGHT(Dihedral.IDENTITY, Dihedral.FLIP_LEFT_RIGHT),
    ALL(Dihedral.values());

    private final List<Dihedral> maps;

    Turns(Dihedral... maps) {
      this.maps = List.of(maps);
    }

    /** The maps; the first is the identity. */
    public List<Dihedral> maps() {
      return maps;
    }
  }

  /** Which colours may be renamed. */
  public enum Colours {
    /** Every colour keeps its name. */
    NONE,
    /** All but colour 0, which most tasks use as background. */
    KEEP_BACKGROUND,
    /** All ten. */
    ALL
  }

  /** Everything that keeps the rules of a kind of puzzle, and of ARC's tasks mostly does. */
  public static ViewFamily everything() {
    return of(Turns.ALL, Colours.ALL);
  }

  /** The family without translations. */
  public static ViewFamily of(Turns turns, Colours colours) {
    return new ViewFamily(turns, colours, 0, 0);
  }

  /** This family with translations on a canvas. */
  public ViewFamily onCanvas(int height, int width) {
    return new ViewFamily(turns, colours, height, width);
  }
}
