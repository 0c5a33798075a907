package io.github.archrm.solver;

import io.github.archrm.augment.ViewFamily.Turns;
import io.github.archrm.tasks.Kind;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.Trunk;
import java.util.List;
import java.util.Optional;

/**
 * One model that is trained for a task, and the share of the budget after which it must be done.
 *
 * @param recipe how it is trained
 * @param until share of the task's budget, 0-1, at which this stage ends at the latest
 */
public record Stage(Recipe recipe, double until) {

  /**
   * How puzzles of a kind are solved: by one model where all of them have the same rule.
   *
   * @param trunk whose model is trained further, if there is one; as it was trained before where
   *     the rule is the same
   */
  static List<Stage> of(Kind kind, Optional<Trunk> trunk) {
    if (kind.structure().sharedRule()) {
      return List.of(new Stage(trunk.map(Trunk::recipe).orElseGet(() -> Recipe.of(kind)), 1));
    }
    return arc().stream()
        .map(
            stage ->
                new Stage(trunk.map(stage.recipe()::from).orElse(stage.recipe()), stage.until()))
        .toList();
  }

  /**
   * Three models that assume different symmetries of the rule; their predictions vote together.
   *
   * <p>The first sees the demonstrations through all dihedral views without being told which: it
   * learns rules without a direction, and most thoroughly. The second sees them upright and
   * mirrored left to right, which leaves rules such as gravity as they are. The last sees them
   * upright only: it can learn any rule, but is quick to mistake what the few demonstrations happen
   * to share for it. A model whose assumption is wrong cannot fit the demonstrations, and its views
   * scatter their votes.
   */
  public static List<Stage> arc() {
    return List.of(
        new Stage(Recipe.arc(Turns.ALL), 0.6),
        new Stage(Recipe.arc(Turns.LEFT_RIGHT), 0.8),
        new Stage(Recipe.arc(Turns.NONE), 1));
  }
}
