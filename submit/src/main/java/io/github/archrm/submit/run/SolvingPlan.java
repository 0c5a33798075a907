package io.github.archrm.submit.run;

import com.google.gson.JsonObject;
import io.github.archrm.solver.Budget;
import io.github.archrm.solver.Policy;
import io.github.archrm.solver.RecipeOverrides;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.solver.SolverRecipe;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Trunk;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the tasks of a run are solved.
 *
 * @param limit of each task, or of each puzzle of one that is only thought about; empty for the
 *     usual ones
 * @param seed decides everything random
 * @param overrides of the usual recipe of each kind of puzzle
 * @param trunk weights to start from
 * @param device {@code auto}, {@code cpu} or {@code gpu:i}
 * @param threads of the native library in one process
 */
public record SolvingPlan(
    Optional<Budget> limit,
    long seed,
    RecipeOverrides overrides,
    TrunkChoice trunk,
    String device,
    int threads) {
  /** Seconds of a task that is trained on, where nothing else is said. */
  private static final double USUAL_SECONDS = 60;

  /** How to solve one task; its seed follows from ours and from its id. */
  public SolverOptions forTask(Task task) {
    return new SolverOptions(
        budget(task),
        TaskSeed.of(seed, task.id()),
        device,
        threads,
        trunk.wordFor(task),
        recipe(task));
  }

  /** The same with another trunk. */
  public SolvingPlan with(TrunkChoice other) {
    return new SolvingPlan(limit, seed, overrides, other, device, threads);
  }

  /** What a task may cost at most. */
  private Budget budget(Task task) {
    SolverRecipe recipe = recipe(task);
    if (!recipe.onlyThinks(task, trunk.of(task))) {
      return limit.orElse(Budget.ofSeconds(USUAL_SECONDS));
    }
    return limit
        .orElseGet(() -> Budget.ofSeconds(recipe.policy().thinking().restarts().seconds()))
        .times(task.testInputs().size());
  }

  /**
   * @throws UserMistake if something cannot be overridden so, or a trunk was asked for that there
   *     is not
   */
  private SolverRecipe recipe(Task task) {
    try {
      Optional<Trunk> given = trunk.of(task);
      return overrides.solving(task.kind(), given, given.isPresent() || trunk.isJoint(task));
    } catch (RecipeOverrides.RefusedException e) {
      throw new UserMistake(e.getMessage());
    }
  }

  /**
   * @throws UserMistake if there is nothing to solve in a task, or its recipe does not fit it
   * @throws io.github.archrm.train.file.CheckpointException if the trunk is damaged or does not fit
   */
  public void requireSolvable(List<Task> tasks) {
    trunk.file().ifPresent(Trunk::requireSound);
    for (Task task : tasks) {
      Optional<Trunk> given = trunk.of(task);
      if (predictsOnly() && given.isEmpty()) {
        throw new UserMistake("--budget 0 predicts only: it needs --trunk");
      }
      if (task.testInputs().isEmpty()) {
        throw new UserMistake(task.id() + ": no test inputs to solve");
      }
      if (task.demonstrations().isEmpty() && given.isEmpty()) {
        throw new UserMistake(task.id() + ": no puzzles to learn from, and no --trunk");
      }
      given.ifPresent(read -> read.requireFit(task));
      if ((given.isPresent() || trunk.isJoint(task))
          && !onlyThinks(task)
          && recipe(task).policy().stages().stream().noneMatch(Policy.Stage::trunk)) {
        throw new UserMistake(
            "%s: no stage of the recipe begins from it (policy.stages)"
                .formatted(trunk.isJoint(task) ? "--joint" : "--trunk"));
      }
      if (trunk.isJoint(task) && !recipe(task).policy().voters().hrm()) {
        throw new UserMistake("--joint: programs alone learn nothing");
      }
      if (task.demonstrations().isEmpty() && recipe(task).policy().trainTrunk()) {
        throw new UserMistake(task.id() + ": no puzzles to train the trunk further on");
      }
      try {
        recipe(task).training().requireFit(task);
      } catch (IllegalArgumentException e) {
        throw new UserMistake("recipe: " + e.getMessage());
      }
    }
  }

  private boolean predictsOnly() {
    return limit.isPresent() && limit.get().steps() == 0;
  }

  /**
   * Adds all but the seed, as a results.json and a journal have it.
   *
   * @param tasks of whose kinds the recipes are told
   */
  public void addTo(JsonObject json, List<Task> tasks) {
    Budget budget = limit.orElse(Budget.ofSeconds(USUAL_SECONDS));
    boolean anySeconds = Double.isInfinite(budget.seconds());
    boolean anySteps = budget.steps() == Integer.MAX_VALUE;
    boolean own = limit.isEmpty() && tasks.stream().allMatch(this::onlyThinks);
    json.addProperty(
        "budget", predictsOnly() ? Double.valueOf(0) : anySeconds || own ? null : budget.seconds());
    json.addProperty("steps", predictsOnly() || anySteps ? null : budget.steps());
    json.addProperty(
        "trunk",
        tasks.stream().map(trunk::wordFor).filter(Objects::nonNull).findFirst().orElse(null));
    json.addProperty("joint", trunk.isJoint() ? Double.valueOf(trunk.seconds()) : null);
    json.addProperty("device", device);
    json.addProperty("threads", threads);
    JsonObject recipes = new JsonObject();
    // Of a kind of which some are learned jointly, the recipe of these.
    Stream.concat(tasks.stream().filter(trunk::isJoint), tasks.stream())
        .filter(task -> !recipes.has(task.kind().fullName()))
        .forEach(task -> recipes.add(task.kind().fullName(), recipe(task).toJson()));
    json.add(RecipeOverrides.RECIPES, recipes);
  }

  /** What the cost of the tasks leaves out, if there is something. */
  public Optional<String> costBeside() {
    return trunk.isJoint()
        ? Optional.of(
            "Not in it: %.0f seconds of joint training (--joint)".formatted(trunk.seconds()))
        : Optional.empty();
  }

  private boolean onlyThinks(Task task) {
    return recipe(task).onlyThinks(task, trunk.of(task));
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
    List<String> weights =
        tasks.stream()
            .flatMap(task -> trunk.of(task).stream())
            .map(Trunk::fingerprint)
            .distinct()
            .toList();
    json.addProperty("trunk", weights.isEmpty() ? null : String.join(" ", weights));
    return json;
  }
}
