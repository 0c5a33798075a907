package io.github.archrm.solver;

import io.github.archrm.augment.View;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.solver.vote.TaskVote;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TimeLimit;
import io.github.archrm.train.TrainingLimit;
import io.github.archrm.train.TrainingProgress;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Trains one model until its views agree, or it has had its chance, or its part of the budget is
 * spent.
 */
final class ModelTraining {
  /** Steps after which the time of the next ones is measured: the first are slower. */
  private static final int WARM = 2;

  /** Steps after which it has been measured. */
  private static final int MEASURED = 10;

  /** Of the time of a training step, what a segment of thinking takes, which has no gradient. */
  private static final double THINKING = 0.5;

  /** Why a model's training ended. */
  enum End {
    AGREED,
    DISAGREES,
    SPENT
  }

  /**
   * What came of it.
   *
   * @param predictions per test input
   * @param fitted the step at which it had fitted the demonstrations, if it has
   */
  record Result(List<List<Prediction>> predictions, End end, OptionalInt fitted) {
    boolean fits() {
      return end == End.AGREED || fitted.isPresent();
    }
  }

  private final TaskTrainer trainer;
  private final List<View> views;
  private final Policy policy;
  private final TaskVote vote;
  private final PredictionRounds rounds;

  /** Whether it goes on however long its views disagree, since no other model would do better. */
  private final boolean irreplaceable;

  private final int before;
  private final long begun = System.nanoTime();
  private final TimeLimit end;
  private final OptionalInt steps;

  /**
   * @param views through which it predicts
   * @param end of its time
   * @param steps that it may make from now on
   */
  ModelTraining(
      TaskTrainer trainer,
      List<View> views,
      Policy policy,
      TaskVote vote,
      PredictionRounds rounds,
      boolean irreplaceable,
      TimeLimit end,
      OptionalInt steps) {
    this.trainer = trainer;
    this.views = views;
    this.policy = policy;
    this.vote = vote;
    this.rounds = rounds;
    this.irreplaceable = irreplaceable;
    this.before = trainer.steps();
    this.end = end;
    this.steps = steps;
  }

  /**
   * @param fittedBefore the step at which it had fitted the demonstrations in an earlier call
   * @param earlier what it has said per test input in an earlier call
   * @param listener told after every step
   */
  Result run(
      OptionalInt fittedBefore,
      List<List<Prediction>> earlier,
      Consumer<TrainingProgress> listener) {
    long all = end.nanos().isPresent() ? end.nanos().getAsLong() - begun : 0;
    long reserve = (long) (policy.reserve() * all);
    if (all > 0 && trainer.predictor().batches() > 1) {
      reserve = Math.max(reserve, Math.min(all / 2, firstAsk(limit(reserve), listener)));
    }
    OptionalInt fitted = fittedBefore;
    int patience = policy.agreement().patience();
    List<List<Prediction>> predictions = earlier;
    int pause = 0;
    while (true) {
      TrainingLimit limit = limit(reserve);
      if (trainer.steps() < pause) {
        train(pause, limit, listener);
      }
      trainer.train(limit.orExactSteps(policy.agreement().exactSteps()), this::used, listener);
      long asked = System.nanoTime();
      predictions = rounds.ask(trainer.predictor(), views, end, predictions, (test, effort) -> {});
      if (isSpent() || end.earlier(reserve).isPast()) {
        return new Result(predictions, End.SPENT, fitted);
      }
      if (vote.agree(predictions)) {
        return new Result(predictions, End.AGREED, fitted);
      }
      if (fitted.isEmpty() || fitted.getAsInt() > trainer.steps()) {
        fitted = OptionalInt.of(trainer.steps());
      }
      if (!irreplaceable && trainer.steps() >= fitted.getAsInt() + patience) {
        return new Result(predictions, End.DISAGREES, fitted);
      }
      pause = irreplaceable ? trainer.steps() + patience : 0;
      reserve = Math.max(reserve, 2 * (System.nanoTime() - asked));
      if (end.earlier(reserve).isPast()) {
        // The same weights, asked in less time, would only say less.
        return new Result(predictions, End.SPENT, fitted);
      }
    }
  }

  private TrainingLimit limit(long reserve) {
    TrainingLimit limit = TrainingLimit.NONE.orTime(end.earlier(reserve));
    return steps.isPresent() ? limit.orSteps(before + steps.getAsInt()) : limit;
  }

  private void train(int toStep, TrainingLimit limit, Consumer<TrainingProgress> listener) {
    int sooner = Math.min(toStep, limit.steps().orElse(toStep));
    trainer.train(limit.orSteps(sooner), this::used, listener);
  }

  /**
   * Makes the first steps, and tells by their time how long it will take to ask once about every
   * test input: thousands of boards take long.
   *
   * @return nanoseconds
   */
  private long firstAsk(TrainingLimit limit, Consumer<TrainingProgress> listener) {
    train(before + WARM, limit, listener);
    int warm = trainer.steps();
    long started = System.nanoTime();
    train(before + MEASURED, limit, listener);
    double ofStep = (double) (System.nanoTime() - started) / Math.max(1, trainer.steps() - warm);
    int segments = policy.thinking().segments().orElse(trainer.predictor().segments());
    return (long) ((double) trainer.predictor().batches() * segments * THINKING * ofStep);
  }

  private boolean isSpent() {
    return steps.isPresent() && trainer.steps() - before >= steps.getAsInt();
  }

  /** How much of the model's part of the budget is used, 0-1, by the limit that is nearer. */
  private double used() {
    double ofSteps = steps.isPresent() ? (double) (trainer.steps() - before) / steps.getAsInt() : 0;
    double ofTime =
        end.nanos().isPresent()
            ? (double) (System.nanoTime() - begun) / (end.nanos().getAsLong() - begun)
            : 0;
    return Math.max(ofSteps, ofTime);
  }
}
