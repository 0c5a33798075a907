package io.github.archrm.solver;

import io.github.archrm.train.Recipe;
import java.util.List;

/**
 * One model that is trained for a task, and the share of the budget after which it must be done.
 *
 * @param recipe how it is trained
 * @param until share of the task's budget, 0-1, at which this stage ends at the latest
 */
public record Stage(Recipe recipe, double until) {

  /**
   * Two models with opposite habits, whose predictions vote together.
   *
   * <p>The first sees the demonstrations upright only: it learns rules with a direction, and learns
   * them fast, but is quick to mistake what the few demonstrations happen to share for the rule.
   * The second sees them through all dihedral views without being told which: it cannot learn a
   * direction, and is right about most rules that have none. Measurements are in the README of
   * {@code train}.
   */
  public static List<Stage> arc() {
    return List.of(new Stage(Recipe.upright(), 0.4), new Stage(Recipe.turning(), 1));
  }
}
