package io.github.archrm.submit.command.option;

import io.github.archrm.solver.Budget;
import io.github.archrm.solver.RecipeOverrides;
import io.github.archrm.submit.run.SolvingPlan;
import io.github.archrm.submit.run.TrunkChoice;
import io.github.archrm.submit.runtime.UserMistake;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options of every command that solves: what one task may cost, and where it is solved. */
public final class SolvingOptions {
  @ArgGroup(
      validate = false,
      heading =
          "%nHow long each task may take (default 60 seconds, or no limit with --steps)."
              + "%nWhere a trunk thinks about Sudokus or mazes it is each puzzle (default 10"
              + "%nand 20 seconds), and --steps counts segments of thinking. 0 seconds: predict"
              + "%nonly, by a trunk:%n")
  private LimitOptions limits = new LimitOptions();

  @ArgGroup(validate = false, heading = "%nHow to solve:%n")
  private Manner manner = new Manner();

  @ArgGroup(validate = false, heading = "%nOn what:%n")
  private ComputeOptions compute = new ComputeOptions();

  /** Who proposes answers. */
  private enum Voter {
    HRM,
    PROGRAMS
  }

  static final class VoterNames extends EnumWords {
    VoterNames() {
      super(Voter.values());
    }
  }

  /** From what, and how long a model thinks. */
  private static final class Manner {
    @Option(
        names = "--trunk",
        paramLabel = "FILE",
        description =
            "Weights to start from, made by 'arc-hrm train'; shipped: those that come with arc-hrm"
                + " for Sudokus and mazes; none: random ones (default: shipped where a file brings"
                + " no puzzles to learn from, else none).")
    private String trunk;

    @Option(
        names = "--train-further",
        description =
            "Train a trunk further on the puzzles that a file brings to learn from; without it, a"
                + " trunk for Sudokus or mazes only thinks.")
    private boolean trainFurther;

    @Option(
        names = "--views",
        paramLabel = "N",
        converter = PositiveNumber.class,
        description = "Views that a test input is seen through, at most (usually 16).")
    private Integer views;

    @Option(
        names = "--starts",
        paramLabel = "N",
        converter = PositiveNumber.class,
        description = "Random starting states per view (usually 1).")
    private Integer starts;

    @Option(
        names = "--segments",
        paramLabel = "N",
        converter = PositiveNumber.class,
        description =
            "Segments of thinking about a test input (default: as many as in training; up to four"
                + " times as many where the rules tell that no answer is right yet).")
    private Integer segments;

    @Option(
        names = "--plain-vote",
        description = "Let votes alone decide, not the rules of Sudoku and mazes: to compare.")
    private boolean plainVote;

    @Option(
        names = "--with",
        split = ",",
        paramLabel = "VOTER",
        completionCandidates = VoterNames.class,
        description =
            "Who proposes answers: hrm, programs, or hrm,programs (usually both; Sudoku and mazes:"
                + " hrm). programs alone end by themselves after programs of two primitives where no"
                + " --budget or --steps is given.")
    private Set<Voter> with = EnumSet.noneOf(Voter.class);

    @ArgGroup(validate = false)
    private RecipeOptions recipe = new RecipeOptions();

    /**
     * The options with names of their own win over the others and over the variation; what they
     * only imply does not win over {@code --set}.
     */
    RecipeOverrides overrides(boolean limited, Consumer<RecipeOverrides> variation) {
      boolean programsAlone = !with.isEmpty() && !with.contains(Voter.HRM);
      RecipeOverrides overrides =
          recipe.overrides(
              implied -> {
                if (programsAlone) {
                  implied.add("--with", "policy.programs.share=1");
                }
                if (programsAlone && !limited) {
                  implied.add("--with", "policy.programs.depth=2");
                }
              },
              variation);
      if (!with.isEmpty()) {
        overrides.add("--with", "policy.voters.programs=" + with.contains(Voter.PROGRAMS));
        overrides.add("--with", "policy.voters.hrm=" + with.contains(Voter.HRM));
      }
      override(overrides, "--views", "policy.thinking.views", views);
      override(overrides, "--starts", "policy.thinking.starts", starts);
      override(overrides, "--segments", "policy.thinking.segments", segments);
      override(overrides, "--train-further", "policy.trainTrunk", trainFurther ? true : null);
      override(overrides, "--plain-vote", "policy.vote.rules", plainVote ? false : null);
      return overrides;
    }

    private void addTo(List<String> words) {
      if (!with.isEmpty()) {
        words.add(
            with.stream()
                .map(voter -> voter.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(",", "--with ", "")));
      }
      add(words, "--trunk", trunk);
      if (trainFurther) {
        words.add("--train-further");
      }
      add(words, "--views", views);
      add(words, "--starts", starts);
      add(words, "--segments", segments);
      if (plainVote) {
        words.add("--plain-vote");
      }
      recipe.addTo(words);
    }

    private static void add(List<String> words, String option, Object value) {
      if (value != null) {
        words.add(option + " " + value);
      }
    }

    private static void override(
        RecipeOverrides overrides, String option, String name, Object value) {
      if (value != null) {
        overrides.add(option, name + "=" + value);
      }
    }
  }

  /** Whether seconds are given. */
  public boolean limitsSeconds() {
    return limits.seconds().isPresent();
  }

  /** Whether steps alone end the work on a task, so that it repeats exactly. */
  public boolean limitsStepsOnly() {
    return limits.steps().isPresent() && limits.seconds().isEmpty();
  }

  /** How long each task may take and how it is solved, as far as it is said, in words. */
  public String words() {
    List<String> words = new ArrayList<>();
    limits.steps().ifPresent(steps -> words.add("--steps " + steps));
    limits
        .seconds()
        .ifPresent(
            seconds ->
                words.add(
                    "--budget "
                        + BigDecimal.valueOf(seconds).stripTrailingZeros().toPlainString()));
    manner.addTo(words);
    return String.join(" ", words);
  }

  public ComputeOptions compute() {
    return compute;
  }

  /**
   * @param seed decides everything random
   * @throws UserMistake if the options do not go together
   */
  public SolvingPlan plan(long seed) {
    return plan(seed, overrides -> {});
  }

  /**
   * As {@link #plan(long)}, of one of several recipes.
   *
   * @param variation what is other in it than the options say
   */
  public SolvingPlan plan(long seed, Consumer<RecipeOverrides> variation) {
    TrunkChoice trunk = TrunkChoice.of(manner.trunk);
    boolean named =
        trunk.rule() == TrunkChoice.Rule.FILE || trunk.rule() == TrunkChoice.Rule.SHIPPED;
    if (manner.trainFurther && !named) {
      throw new UserMistake("--train-further needs a --trunk that is trained further");
    }
    return new SolvingPlan(
        limit(),
        seed,
        manner.overrides(limits.seconds().isPresent() || limits.steps().isPresent(), variation),
        trunk,
        compute.device(),
        compute.threads());
  }

  private Optional<Budget> limit() {
    if (limits.seconds().orElse(1) > 0) {
      boolean given = limits.seconds().isPresent() || limits.steps().isPresent();
      double seconds = limits.secondsOr(Double.POSITIVE_INFINITY);
      return given ? Optional.of(new Budget(seconds, limits.stepsOrAny())) : Optional.empty();
    }
    if (limits.steps().isPresent()) {
      throw new UserMistake("--budget 0 predicts only: it takes no --steps");
    }
    return Optional.of(Budget.ofSteps(0));
  }
}
