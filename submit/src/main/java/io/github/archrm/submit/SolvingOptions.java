package io.github.archrm.submit;

import com.google.gson.JsonObject;
import io.github.archrm.solver.Budget;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Task;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of every command that solves: what one task may cost, and where it is solved. */
final class SolvingOptions {
  private static final double DEFAULT_SECONDS = 60;

  @Option(
      names = "--budget",
      paramLabel = "SECONDS",
      description = "Seconds a task may take (default 60, or no limit with --steps).")
  Double seconds;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Optimizer steps a task may take; such a run repeats exactly.")
  Integer steps;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Decides everything random (default ${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "auto",
      description =
          "auto, cpu or gpu:0, gpu:1 and so on (default ${DEFAULT-VALUE}: a GPU if there is one).")
  String device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads of the native library in one process (default ${DEFAULT-VALUE}).")
  int threads;

  /** How to solve one task; its seed follows from ours and from its id. */
  SolverOptions forTask(String id) {
    return new SolverOptions(budget(), TaskSeed.of(seed, id), device, threads);
  }

  /**
   * @throws UserMistake if a task is of a kind that is read, drawn and generated, but not solved
   */
  static void check(List<Task> tasks) {
    for (Task task : tasks) {
      if (!task.kind().equals(Kind.ARC)) {
        throw new UserMistake(task.id() + ": only ARC tasks are solved, not " + task.kind().name());
      }
    }
  }

  /**
   * @throws UserMistake if a value is out of range
   */
  void check() {
    budget();
    if (!device.matches("auto|cpu|gpu:\\d+")) {
      throw new UserMistake("--device: auto, cpu or gpu:0, not " + device);
    }
    if (threads < 1) {
      throw new UserMistake("--threads: must be at least 1, not " + threads);
    }
  }

  private Budget budget() {
    if (seconds != null && !(seconds > 0)) {
      throw new UserMistake("--budget: must be above 0 seconds, not " + seconds);
    }
    if (steps != null && steps < 1) {
      throw new UserMistake("--steps: must be at least 1, not " + steps);
    }
    if (steps == null) {
      return Budget.ofSeconds(seconds == null ? DEFAULT_SECONDS : seconds);
    }
    return seconds == null ? Budget.ofSteps(steps) : new Budget(seconds, steps);
  }

  void addTo(JsonObject json) {
    double limit = budget().seconds();
    json.addProperty("budget", Double.isInfinite(limit) ? null : limit);
    json.addProperty("steps", steps);
    json.addProperty("device", device);
    json.addProperty("threads", threads);
  }
}
