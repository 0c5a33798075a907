package io.github.archrm.solver;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.annotations.JsonAdapter;
import io.github.archrm.augment.ViewFamily.Turns;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.Trunk;
import io.github.archrm.train.file.FieldException;
import io.github.archrm.train.file.RecordJson;
import java.util.Optional;

/**
 * Everything that decides how tasks of a kind are solved, but for the budget, the seed and the
 * machine.
 *
 * @param training of a model
 * @param policy of the solver
 */
@JsonAdapter(SolverRecipeAdapter.class)
public record SolverRecipe(Recipe training, Policy policy) {
  private static final String POLICY = "policy";

  /**
   * The usual one.
   *
   * @param trunk whose model is trained further, if there is one; as it was trained before where
   *     all tasks of the kind have the same rule
   */
  public static SolverRecipe of(Kind kind, Optional<Trunk> trunk) {
    return of(kind, trunk, trunk.isPresent());
  }

  /**
   * As {@link #of(Kind, Optional)}.
   *
   * @param promised whether there is a trunk, or one will be
   */
  public static SolverRecipe of(Kind kind, Optional<Trunk> trunk, boolean promised) {
    Recipe training =
        kind.structure().sharedRule()
            ? trunk.map(Trunk::recipe).orElseGet(() -> Recipe.of(kind))
            : trunk.map(Recipe.arc(Turns.ALL)::from).orElseGet(() -> Recipe.arc(Turns.ALL));
    return new SolverRecipe(training, Policy.of(kind.structure(), promised));
  }

  /** The parts of the training by their names, and the policy by its own. */
  public JsonObject toJson() {
    JsonObject json = RecordJson.write(training);
    json.add(POLICY, RecordJson.write(policy));
    return json;
  }

  /**
   * The recipe of which {@link #toJson} made the object.
   *
   * @throws FieldException if a name is missing or unknown, or a value is impossible
   */
  public static SolverRecipe of(JsonObject json) throws FieldException {
    JsonObject parts = json.deepCopy();
    JsonElement policy = parts.remove(POLICY);
    if (policy == null) {
      throw new FieldException(POLICY, "is missing");
    }
    return new SolverRecipe(
        RecordJson.read(parts, Recipe.class), RecordJson.read(policy, Policy.class, POLICY));
  }

  /**
   * Whether a task is only thought about, by a trunk: there is nothing that it would learn from.
   */
  public boolean onlyThinks(Task task, Optional<Trunk> trunk) {
    return trunk.isPresent() && (!policy.trainTrunk() || task.demonstrations().isEmpty());
  }

  /**
   * How the models of a stage are trained; those that begin from a trunk are as it has learned, the
   * others are of its kind but not told which task it is.
   *
   * @param side largest of the task's grids
   * @param trunk from which the stage's models begin, if they do
   */
  Recipe of(Policy.Stage stage, int side, Optional<Trunk> trunk) {
    Recipe begun = trunk.isPresent() ? training : training.untold();
    Recipe shown = stage.suggestions() || trunk.isPresent() ? begun : begun.withoutSuggestions();
    boolean attends =
        side <= stage.attention()
            || trunk.isPresent()
            || !training.model().feedForward().neighbours();
    Recipe recipe = attends ? shown : shown.withoutAttention();
    return stage
        .turns()
        .map(turns -> recipe.augmentation().turned(turns))
        .map(recipe::with)
        .orElse(recipe);
  }
}
