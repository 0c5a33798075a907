package io.github.archrm.augment;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;

/**
 * An invertible map of grids: {@code undo(apply(grid))} equals {@code grid} for every grid, or, if
 * it is a symmetry of boards, for every board.
 *
 * <p>These are all there are; which of them a kind of puzzle has, its {@link
 * io.github.archrm.tasks.Symmetry} says.
 *
 * <p>The same view is applied to the input and the output of an example, so that the rule between
 * them stays a rule; on a prediction it is undone.
 */
public sealed interface View
    permits Dihedral, ColourPermutation, Translation, LineOrder, Composition {
  Grid apply(Grid grid);

  /**
   * Takes the view back.
   *
   * @throws IllegalArgumentException if the grid cannot have come from {@link #apply(Grid)}, as may
   *     happen with a prediction: it is too small for a translation
   */
  Grid undo(Grid grid);

  /** Whether every grid stays as it is. */
  boolean isIdentity();

  /** Whether a grid's height becomes its width and the other way round. */
  default boolean transposes() {
    return false;
  }

  /** What it does, in a few words for people. */
  String words();

  /** The view that leaves every grid as it is. */
  static View identity() {
    return Dihedral.IDENTITY;
  }

  /** This view followed by another one; the identity adds nothing to either. */
  default View then(View next) {
    if (next.isIdentity()) {
      return this;
    }
    return isIdentity() ? next : new Composition(this, next);
  }

  /** Applies this view to both sides of an example. */
  default Example apply(Example example) {
    return new Example(apply(example.input()), apply(example.output()));
  }
}
