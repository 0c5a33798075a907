package io.github.archrm.solver;

import io.github.archrm.train.TimeLimit;
import io.github.archrm.train.TrainingProgress;
import java.util.OptionalInt;

/** What is left of a task's budget, in seconds and in steps. */
final class Spending {
  private final Budget budget;
  private final long begun = System.nanoTime();
  private long membersBegun = begun;
  private int made;

  Spending(Budget budget) {
    this.budget = budget;
  }

  /** Notes that the members begin now: what was spent before is taken from all of them alike. */
  void beginMembers() {
    membersBegun = System.nanoTime();
  }

  /** When a share of the seconds that the members have together is over. */
  TimeLimit deadline(double share) {
    if (Double.isInfinite(budget.seconds())) {
      return TimeLimit.NONE;
    }
    long left = begun + (long) (budget.seconds() * 1e9) - membersBegun;
    return TimeLimit.at(membersBegun + (long) (share * left));
  }

  /** Whether a share of the members' budget is spent. */
  boolean over(double share) {
    return deadline(share).isPast() || stepsUntil(share).orElse(1) <= 0;
  }

  /** Steps that are left of a share of the steps, if they are limited. */
  OptionalInt stepsUntil(double share) {
    return budget.steps() == Integer.MAX_VALUE
        ? OptionalInt.empty()
        : OptionalInt.of((int) (budget.steps() * share) - made);
  }

  /**
   * The progress of one model as that of the whole task.
   *
   * @param earlier steps of earlier calls, less those of this model
   */
  TrainingProgress overall(TrainingProgress ofModel, int earlier) {
    return new TrainingProgress(
        earlier + made + ofModel.step(),
        ofModel.segment(),
        ofModel.loss(),
        ofModel.exactShare(),
        budget.seconds() - seconds());
  }

  /** Counts steps of a model. */
  void made(int steps) {
    made += steps;
  }

  int steps() {
    return made;
  }

  double seconds() {
    return (System.nanoTime() - begun) / 1e9;
  }
}
