package io.github.archrm.solver;

import io.github.archrm.train.TimeLimit;
import io.github.archrm.train.TrainingProgress;
import java.util.OptionalInt;

/** What is left of a task's budget, in seconds and in steps. */
final class Spending {
  private final Budget budget;
  private final long begun = System.nanoTime();
  private int made;

  Spending(Budget budget) {
    this.budget = budget;
  }

  /** When a share of the seconds is over. */
  TimeLimit deadline(double share) {
    return Double.isInfinite(budget.seconds())
        ? TimeLimit.NONE
        : TimeLimit.at(begun + (long) (budget.seconds() * share * 1e9));
  }

  /** Whether a share of the budget is spent. */
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
