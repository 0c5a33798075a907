package io.github.archrm.train;

import java.util.OptionalInt;

/**
 * When a stretch of training ends: at the first of these.
 *
 * @param steps optimizer steps since the trainer was made, earlier stretches included
 * @param time a point in time
 * @param exactSteps steps in a row, of this stretch, in which no row had a wrong cell
 */
public record TrainingLimit(OptionalInt steps, TimeLimit time, OptionalInt exactSteps) {
  /** Never, but for those that are added. */
  public static final TrainingLimit NONE =
      new TrainingLimit(OptionalInt.empty(), TimeLimit.NONE, OptionalInt.empty());

  /** Optimizer steps since the trainer was made. */
  public static TrainingLimit ofSteps(int steps) {
    return NONE.orSteps(steps);
  }

  public TrainingLimit orSteps(int most) {
    return new TrainingLimit(OptionalInt.of(most), time, exactSteps);
  }

  public TrainingLimit orTime(TimeLimit latest) {
    return new TrainingLimit(steps, latest, exactSteps);
  }

  public TrainingLimit orExactSteps(int inARow) {
    return new TrainingLimit(steps, time, OptionalInt.of(inARow));
  }

  boolean isReached(int stepsMade, int exactInARow) {
    return steps.isPresent() && stepsMade >= steps.getAsInt()
        || isExact(exactInARow)
        || time.isPast();
  }

  /** Whether so many exact steps in a row are enough. */
  boolean isExact(int inARow) {
    return exactSteps.isPresent() && inARow >= exactSteps.getAsInt();
  }
}
