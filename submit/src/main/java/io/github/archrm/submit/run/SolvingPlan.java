package io.github.archrm.submit.run;

import com.google.gson.JsonObject;
import io.github.archrm.solver.Budget;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.solver.Thinking;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Trunk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the tasks of a run are solved.
 *
 * @param budget of each task
 * @param seed decides everything random
 * @param thinking how much a model thinks about a test input
 * @param trunk weights to start from; empty for random ones
 * @param rules whether the rules of a puzzle decide before votes do
 * @param device {@code auto}, {@code cpu} or {@code gpu:i}
 * @param threads of the native library in one process
 */
public record SolvingPlan(
    Budget budget,
    long seed,
    Thinking thinking,
    Optional<Path> trunk,
    boolean rules,
    String device,
    int threads) {

  /** How to solve one task; its seed follows from ours and from its id. */
  public SolverOptions forTask(String id) {
    return new SolverOptions(
        budget,
        TaskSeed.of(seed, id),
        device,
        threads,
        thinking,
        trunk.map(Path::toString).orElse(null),
        rules);
  }

  /**
   * @throws UserMistake if there is nothing to solve in a task, or the trunk does not fit it
   */
  public void requireSolvable(List<Task> tasks) {
    for (Task task : tasks) {
      if (task.testInputs().isEmpty()) {
        throw new UserMistake(task.id() + ": no test inputs to solve");
      }
      if (task.demonstrations().isEmpty() && trunk.isEmpty()) {
        throw new UserMistake(task.id() + ": no puzzles to learn from, and no --trunk");
      }
    }
    trunk.map(Trunk::read).ifPresent(read -> tasks.forEach(read::requireFit));
  }

  /** Adds all but the seed, as a results.json and a journal have it. */
  public void addTo(JsonObject json) {
    boolean predictsOnly = budget.steps() == 0;
    boolean anySeconds = Double.isInfinite(budget.seconds());
    boolean anySteps = budget.steps() == Integer.MAX_VALUE;
    json.addProperty(
        "budget", predictsOnly ? Double.valueOf(0) : anySeconds ? null : budget.seconds());
    json.addProperty("steps", predictsOnly || anySteps ? null : budget.steps());
    json.addProperty("trunk", trunk.map(Path::toString).orElse(null));
    json.addProperty("plain_vote", !rules);
    json.addProperty("views", thinking.views());
    json.addProperty("starts", thinking.starts());
    json.addProperty("segments", thinking.mostSegments() == 0 ? null : thinking.mostSegments());
    json.addProperty("device", device);
    json.addProperty("threads", threads);
  }
}
