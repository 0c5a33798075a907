package io.github.archrm.submit.command;

import com.google.gson.JsonObject;
import io.github.archrm.solver.Budget;
import io.github.archrm.solver.Policy;
import io.github.archrm.solver.SolverOptions;
import io.github.archrm.solver.SolverRecipe;
import io.github.archrm.submit.run.TaskSeed;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Trunk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The options of every command that solves: what one task may cost, and where it is solved. */
public final class SolvingOptions {
  private static final double DEFAULT_SECONDS = 60;

  @Option(
      names = "--budget",
      paramLabel = "SECONDS",
      description =
          "Seconds a task may take (default 60, or no limit with --steps); 0 predicts only, by a"
              + " trunk.")
  Double seconds;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Optimizer steps a task may take; such a run repeats exactly.")
  Integer steps;

  @Option(
      names = "--trunk",
      paramLabel = "FILE",
      description = "Weights to start from, made by 'arc-hrm train' (default: random ones).")
  Path trunk;

  @Option(
      names = "--views",
      paramLabel = "N",
      defaultValue = "16",
      description = "Views that a test input is seen through, at most (default ${DEFAULT-VALUE}).")
  int views;

  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "1",
      description = "Random starting states per view (default ${DEFAULT-VALUE}).")
  int starts;

  @Option(
      names = "--segments",
      paramLabel = "N",
      description =
          "Segments of thinking about a test input (default: as many as in training; up to four"
              + " times as many where the rules tell that no answer is right yet).")
  Integer segments;

  @Option(
      names = "--plain-vote",
      description = "Let votes alone decide, not the rules of Sudoku and mazes: to compare.")
  boolean plainVote;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Decides everything random (default ${DEFAULT-VALUE}).")
  public long seed;

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "auto",
      description =
          "auto, cpu or gpu:0, gpu:1 and so on (default ${DEFAULT-VALUE}: a GPU if there is one).")
  public String device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads of the native library in one process (default ${DEFAULT-VALUE}).")
  public int threads;

  /** The file of the trunk, once it has been read. */
  private Trunk read;

  /** How to solve one task; its seed follows from ours and from its id. */
  public SolverOptions forTask(Task task) {
    return new SolverOptions(
        budget(),
        TaskSeed.of(seed, task.id()),
        device,
        threads,
        trunk == null ? null : trunk.toString(),
        recipe(task.kind()));
  }

  private SolverRecipe recipe(Kind kind) {
    SolverRecipe usual = SolverRecipe.of(kind, trunk());
    Policy policy = usual.policy();
    Policy.Thinking thinking = policy.thinking();
    OptionalInt limit = segments == null ? OptionalInt.empty() : OptionalInt.of(segments);
    return new SolverRecipe(
        usual.training(),
        new Policy(
            policy.stages(),
            policy.agreement(),
            policy.reserve(),
            new Policy.Thinking(views, starts, limit, thinking.doublings(), thinking.round()),
            new Policy.Vote(!plainVote, policy.vote().leastWeight(), policy.vote().doubt())));
  }

  private Optional<Trunk> trunk() {
    if (read == null && trunk != null) {
      read = Trunk.read(trunk);
    }
    return Optional.ofNullable(read);
  }

  /**
   * @throws UserMistake if there is nothing to solve in a task, or the trunk does not fit it
   */
  public void check(List<Task> tasks) {
    for (Task task : tasks) {
      if (task.testInputs().isEmpty()) {
        throw new UserMistake(task.id() + ": no test inputs to solve");
      }
      if (task.demonstrations().isEmpty() && trunk == null) {
        throw new UserMistake(task.id() + ": no puzzles to learn from, and no --trunk");
      }
    }
    trunk().ifPresent(given -> tasks.forEach(given::requireFit));
  }

  /**
   * @throws UserMistake if a value is out of range
   */
  public void check() {
    budget();
    if (!device.matches("auto|cpu|gpu:\\d+")) {
      throw new UserMistake("--device: auto, cpu or gpu:0, not " + device);
    }
    UserMistake.requirePositive("--threads", threads);
    UserMistake.requirePositive("--views", views);
    UserMistake.requirePositive("--starts", starts);
    UserMistake.requirePositive("--segments", segments);
  }

  private Budget budget() {
    if (seconds != null && seconds == 0) {
      if (trunk == null || steps != null) {
        throw new UserMistake("--budget 0 predicts only: it needs --trunk and takes no --steps");
      }
      return Budget.ofSteps(0);
    }
    if (seconds != null && !(seconds > 0)) {
      throw new UserMistake("--budget: must be above 0 seconds, not " + seconds);
    }
    UserMistake.requirePositive("--steps", steps);
    if (steps == null) {
      return Budget.ofSeconds(seconds == null ? DEFAULT_SECONDS : seconds);
    }
    return seconds == null ? Budget.ofSteps(steps) : new Budget(seconds, steps);
  }

  public void addTo(JsonObject json) {
    Budget budget = budget();
    boolean unlimited = Double.isInfinite(budget.seconds()) && budget.steps() > 0;
    json.addProperty("budget", unlimited ? null : budget.steps() == 0 ? 0 : budget.seconds());
    json.addProperty("steps", steps);
    json.addProperty("trunk", trunk == null ? null : trunk.toString());
    json.addProperty("plain_vote", plainVote);
    json.addProperty("views", views);
    json.addProperty("starts", starts);
    json.addProperty("segments", segments);
    json.addProperty("device", device);
    json.addProperty("threads", threads);
  }
}
