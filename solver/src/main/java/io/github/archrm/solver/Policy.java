package io.github.archrm.solver;

import io.github.archrm.augment.ViewFamily.Turns;
import io.github.archrm.solver.think.Restarts;
import io.github.archrm.solver.vote.JointVote;
import io.github.archrm.tasks.Structure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How the budget of a task is spent, and how predictions become attempts. Every hyperparameter
 * beside those of a model's training ({@link io.github.archrm.train.Recipe}) has its home here.
 *
 * @param voters who proposes answers
 * @param programs how programs are searched
 * @param stages models that are trained, one kind after the other
 * @param agreement when a model has done enough
 * @param reserve share of a stage's time, 0-1, that is kept for its last prediction
 * @param thinking how much a model thinks about a test input
 * @param trainTrunk whether a trunk is trained further on a task's demonstrations; otherwise it
 *     only thinks about the test inputs
 * @param vote how predictions are ranked
 */
public record Policy(
    Voters voters,
    Programs programs,
    List<Stage> stages,
    Agreement agreement,
    double reserve,
    Thinking thinking,
    boolean trainTrunk,
    Vote vote) {
  /** No task that is read has more cells in a grid. */
  private static final int ANY_SIDE = 1600;

  /** In larger grids, steps are what a model lacks most; see the training's research log. */
  public static final int ATTENTIVE_SIDE = 15;

  /**
   * Who proposes answers.
   *
   * @param hrm models that are trained on the task
   * @param programs that explain the demonstrations; without them the models have no channels
   */
  public record Voters(boolean hrm, boolean programs) {
    public Voters {
      require(hrm || programs, "hrm or programs must be true");
    }
  }

  /**
   * How programs are searched, and what they count.
   *
   * @param depth primitives of a program at most
   * @param evaluations of a primitive at most, whatever the machine
   * @param share of the seconds, 0-1, that the search may take
   * @param settle whether a task ends where short programs agree and were right without a
   *     demonstration
   * @param odds what votes and programs tell of a grid
   */
  public record Programs(int depth, int evaluations, double share, boolean settle, JointVote odds) {
    public Programs {
      require(depth >= 1 && depth <= 4, "depth must be 1 to 4, but is " + depth);
      require(evaluations > 0, "evaluations must be at least 1, but is " + evaluations);
      require(share > 0 && share <= 1, "share must be above 0 and at most 1, but is " + share);
    }
  }

  /**
   * A stage trains at least one model.
   *
   * @param share of the budget, relative to the shares of the other members of the vote
   * @param turns which views its models see; empty for those of the recipe
   * @param channels whether its models are shown what programs make of the inputs
   * @param suggestions whether they are shown what the inputs suggest, if the recipe's model is; a
   *     trunk's are shown what it has learned with
   * @param attention largest side of a task's grids up to which they have the attention of the
   *     recipe's model, 0 for never; without, a cell learns of others through its neighbours only.
   *     A trunk's have what they learned with, and what does not know neighbours always attends
   * @param trunk whether its models begin from a trunk if there is one, and not from random weights
   */
  public record Stage(
      double share,
      Optional<Turns> turns,
      boolean channels,
      boolean suggestions,
      int attention,
      boolean trunk) {
    public Stage {
      require(share > 0, "share must be above 0, but is " + share);
      require(attention >= 0, "attention must not be negative, but is " + attention);
    }
  }

  /**
   * When a model has done enough.
   *
   * @param share of the votes, 0-1, with which its views count as agreed
   * @param exactSteps steps in a row without a wrong cell after which the views are asked
   * @param patience steps that a model has to make its views agree, once it has fitted the
   *     demonstrations; then another one takes its place. A model of a rule that all tasks share is
   *     not replaced, but goes on as long before it is asked again
   */
  public record Agreement(double share, int exactSteps, int patience) {
    public Agreement {
      require(share > 0 && share <= 1, "share must be above 0 and at most 1, but is " + share);
      require(exactSteps > 0, "exactSteps must be at least 1, but is " + exactSteps);
      require(patience >= 0, "patience must not be negative, but is " + patience);
    }
  }

  /**
   * How much a model thinks about a test input.
   *
   * @param views through which it is seen, at most
   * @param starts random starting states per view; a model with fixed starts has one
   * @param segments of thinking per view and start; empty for as many as in training, doubled from
   *     round to round where the rules tell that no answer is right yet
   * @param doublings of the segments, at most
   * @param round predictions that are made before looking which test inputs need more
   * @param restarts how a trunk that is not trained thinks within a budget
   */
  public record Thinking(
      int views, int starts, OptionalInt segments, int doublings, int round, Restarts restarts) {
    public Thinking {
      require(views > 0, "views must be at least 1, but is " + views);
      require(starts > 0, "starts must be at least 1, but is " + starts);
      require(
          segments.isEmpty() || segments.getAsInt() > 0,
          "segments must be at least 1, but is " + segments.orElse(0));
      require(doublings >= 0 && doublings <= 10, "doublings must be 0 to 10, but is " + doublings);
      require(round > 0, "round must be at least 1, but is " + round);
    }

    /** How a trunk thinks within a budget: if so many segments are asked for, in that many. */
    public Restarts within() {
      return segments.isEmpty() ? restarts : restarts.of(segments.getAsInt());
    }
  }

  /**
   * How predictions are ranked.
   *
   * @param rules whether what is known of a puzzle's rules decides before votes do
   * @param leastWeight weight of a model that fits no demonstration; one that fits all has 1
   * @param doubt share of the votes, 0-1: a winner with less is followed by the grid of every
   *     cell's most voted symbol. Not where models assume different things of the rule: a grid that
   *     one of them is sure of is worth more
   */
  public record Vote(boolean rules, double leastWeight, double doubt) {
    public Vote {
      require(
          leastWeight > 0 && leastWeight <= 1,
          "leastWeight must be above 0 and at most 1, but is " + leastWeight);
      require(doubt >= 0 && doubt <= 1, "doubt must be 0 to 1, but is " + doubt);
    }

    /**
     * Weight of a model.
     *
     * @param fit share of the demonstrations that it fits, 0-1
     */
    double weight(double fit) {
      return leastWeight + (1 - leastWeight) * fit;
    }
  }

  public Policy {
    stages = List.copyOf(stages);
    require(!stages.isEmpty(), "stages: there must be one at least");
    require(
        reserve >= 0 && reserve < 1, "reserve must be at least 0 and below 1, but is " + reserve);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /**
   * How puzzles are solved of which so much is known beforehand.
   *
   * @param trunk whether there is one
   */
  public static Policy of(Structure structure, boolean trunk) {
    return new Policy(
        new Voters(true, !structure.sharedRule()),
        new Programs(3, 3_000_000, 0.3, true, new JointVote(4.5, 1, 0, 5.1)),
        structure.sharedRule() ? one() : trunk ? trunkAndFourAssumptions() : fourAssumptions(),
        new Agreement(0.9, 16, 500),
        0.1,
        new Thinking(16, 1, OptionalInt.empty(), 2, 16, Restarts.of(structure)),
        !structure.sharedRule(),
        new Vote(true, 0.05, structure.sharedRule() ? 0.5 : 0));
  }

  /** One kind of model, where all tasks have the same rule. */
  private static List<Stage> one() {
    return List.of(new Stage(1, Optional.empty(), false, false, ANY_SIDE, true));
  }

  /**
   * Four models that assume different things of the rule; their predictions vote together.
   *
   * <p>The first sees the demonstrations through all dihedral views without being told which: it
   * learns rules without a direction, and most thoroughly. The second likewise, but it is shown
   * what the inputs suggest: it learns rules that the first one cannot, and others less well, since
   * among so much something is right by chance. The third sees the demonstrations upright and
   * mirrored left to right, which leaves rules such as gravity as they are. The last sees them
   * upright only: it can learn any rule, but is quick to mistake what the few demonstrations happen
   * to share for it. A model whose assumption is wrong cannot fit the demonstrations, or its views
   * scatter their votes.
   *
   * <p>Where grids are large they do without attention, and make twice as many steps in the same
   * time: to them a rule is about what is around a cell, and what is known of the cell beforehand.
   */
  private static List<Stage> fourAssumptions() {
    return List.of(
        new Stage(0.45, Optional.empty(), true, false, ATTENTIVE_SIDE, false),
        new Stage(0.25, Optional.empty(), true, true, ATTENTIVE_SIDE, false),
        new Stage(0.15, Optional.of(Turns.LEFT_RIGHT), true, true, ATTENTIVE_SIDE, false),
        new Stage(0.15, Optional.of(Turns.NONE), true, true, ATTENTIVE_SIDE, false));
  }

  /**
   * A model that begins from a trunk, before {@link #fourAssumptions}. It learns a task in a
   * fraction of the steps and errs on other tasks than those that begin from random weights, so
   * that both solve more than either.
   */
  private static List<Stage> trunkAndFourAssumptions() {
    return Stream.concat(
            Stream.of(new Stage(0.8, Optional.empty(), false, true, ATTENTIVE_SIDE, true)),
            fourAssumptions().stream())
        .toList();
  }
}
