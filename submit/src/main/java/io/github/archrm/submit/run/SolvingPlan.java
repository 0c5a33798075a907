package io.github.archrm.submit.run;

import com.google.gson.JsonObject;
import io.github.archrm.solver.Budget;
import io.github.archrm.solver.RecipeOverrides;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.solver.SolverRecipe;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Trunk;
import java.util.List;
import java.util.Optional;

/**
 * How the tasks of a run are solved.
 *
 * @param budget of each task
 * @param seed decides everything random
 * @param overrides of the usual recipe of each kind of puzzle
 * @param trunk weights to start from; empty for random ones
 * @param device {@code auto}, {@code cpu} or {@code gpu:i}
 * @param threads of the native library in one process
 */
public record SolvingPlan(
    Budget budget,
    long seed,
    RecipeOverrides overrides,
    Optional<Trunk> trunk,
    String device,
    int threads) {

  /** How to solve one task; its seed follows from ours and from its id. */
  public SolverOptions forTask(Task task) {
    return new SolverOptions(
        budget,
        TaskSeed.of(seed, task.id()),
        device,
        threads,
        trunk.map(given -> given.path().toString()).orElse(null),
        recipe(task.kind()));
  }

  /**
   * @throws UserMistake if something cannot be overridden so
   */
  private SolverRecipe recipe(Kind kind) {
    try {
      return overrides.solving(kind, trunk);
    } catch (RecipeOverrides.RefusedException e) {
      throw new UserMistake(e.getMessage());
    }
  }

  /**
   * @throws UserMistake if there is nothing to solve in a task, or its recipe does not fit it
   * @throws io.github.archrm.train.file.CheckpointException if the trunk is damaged or does not fit
   */
  public void requireSolvable(List<Task> tasks) {
    trunk.ifPresent(Trunk::requireSound);
    for (Task task : tasks) {
      if (task.testInputs().isEmpty()) {
        throw new UserMistake(task.id() + ": no test inputs to solve");
      }
      if (task.demonstrations().isEmpty() && trunk.isEmpty()) {
        throw new UserMistake(task.id() + ": no puzzles to learn from, and no --trunk");
      }
      trunk.ifPresent(given -> given.requireFit(task));
      try {
        recipe(task.kind()).training().requireFit(task);
      } catch (IllegalArgumentException e) {
        throw new UserMistake("recipe: " + e.getMessage());
      }
    }
  }

  /**
   * Adds all but the seed, as a results.json and a journal have it.
   *
   * @param tasks of whose kinds the recipes are told
   */
  public void addTo(JsonObject json, List<Task> tasks) {
    boolean predictsOnly = budget.steps() == 0;
    boolean anySeconds = Double.isInfinite(budget.seconds());
    boolean anySteps = budget.steps() == Integer.MAX_VALUE;
    json.addProperty(
        "budget", predictsOnly ? Double.valueOf(0) : anySeconds ? null : budget.seconds());
    json.addProperty("steps", predictsOnly || anySteps ? null : budget.steps());
    json.addProperty("trunk", trunk.map(given -> given.path().toString()).orElse(null));
    json.addProperty("device", device);
    json.addProperty("threads", threads);
    JsonObject recipes = new JsonObject();
    for (Task task : tasks) {
      if (!recipes.has(task.kind().fullName())) {
        recipes.add(task.kind().fullName(), recipe(task.kind()).toJson());
      }
    }
    json.add(RecipeOverrides.RECIPES, recipes);
  }

  /**
   * What a run with this plan is known by when it is taken up again: all that decides its results.
   *
   * @param tasks of whose kinds the recipes are told
   */
  public JsonObject identity(List<Task> tasks) {
    JsonObject json = new JsonObject();
    json.addProperty("seed", seed);
    addTo(json, tasks);
    // Weights are the same or not whatever their file is called.
    json.addProperty("trunk", trunk.map(Trunk::fingerprint).orElse(null));
    return json;
  }
}
