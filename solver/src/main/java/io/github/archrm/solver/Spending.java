package io.github.archrm.solver;

import io.github.archrm.train.TrainingProgress;

/** What is left of a task's budget, in seconds and in steps. */
final class Spending {
  private final Budget budget;
  private final long begun = System.nanoTime();
  private int made;

  Spending(Budget budget) {
    this.budget = budget;
  }

  /** The point in time, by {@link System#nanoTime}, at which a share of the seconds is over. */
  long deadline(double share) {
    return Double.isInfinite(budget.seconds())
        ? Long.MAX_VALUE
        : begun + (long) (budget.seconds() * share * 1e9);
  }

  /** Whether a share of the budget is spent. */
  boolean over(double share) {
    return System.nanoTime() >= deadline(share)
        || budget.steps() != Integer.MAX_VALUE && made >= (int) (budget.steps() * share);
  }

  /** Steps that a model may make so that all models together stay within a share of the steps. */
  int stepsUntil(double share) {
    return budget.steps() == Integer.MAX_VALUE
        ? budget.steps()
        : (int) (budget.steps() * share) - made;
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

  /** How much of a stage is spent, 0-1, by the limit that is nearer. */
  static double share(long begun, long end, int steps, int stepLimit) {
    double ofSteps = stepLimit == Integer.MAX_VALUE ? 0 : (double) steps / stepLimit;
    double ofTime =
        end == Long.MAX_VALUE ? 0 : (double) (System.nanoTime() - begun) / (end - begun);
    return Math.max(ofSteps, ofTime);
  }
}
