package io.github.archrm.train.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Times training steps and the yardstick in turn, so that whatever else the machine does costs both
 * the same.
 */
final class RateMeter {
  /** Steps timed together, so that short ones are measured over at least this time. */
  private static final double ROUND_SECONDS = 0.1;

  private static final int LEAST_ROUNDS = 3;

  private final StepClock clock;

  RateMeter(StepClock clock) {
    this.clock = clock;
  }

  /**
   * @param cycle steps of which whole multiples are timed
   * @param seconds of the clock, at least; what three rounds take, if that is more
   */
  Speed.Rate measure(Trial trial, int cycle, Yardstick yardstick, double seconds) {
    secondsOf(yardstick::multiply, 1);
    double gigaflopPerStep = trial.flops() / 1e9;
    List<Double> steps = new ArrayList<>();
    List<Double> matmuls = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    double end = clock.now() + seconds;
    double before = yardstick.gigaflop() / secondsOf(yardstick::multiply, 1);
    matmuls.add(before);
    while (steps.size() < LEAST_ROUNDS || clock.now() < end) {
      double perSecond = 1 / secondsOf(trial::step, cycle);
      double after = yardstick.gigaflop() / secondsOf(yardstick::multiply, 1);
      steps.add(perSecond);
      matmuls.add(after);
      shares.add(gigaflopPerStep * perSecond / ((before + after) / 2));
      before = after;
    }
    return new Speed.Rate(median(steps), gigaflopPerStep, median(matmuls), median(shares));
  }

  /** Of one step, as the mean over whole cycles of so many. */
  private double secondsOf(Runnable step, int cycle) {
    double start = clock.now();
    int steps = 0;
    double elapsed;
    do {
      for (int i = 0; i < cycle; i++) {
        step.run();
      }
      steps += cycle;
      elapsed = clock.now() - start;
    } while (elapsed < ROUND_SECONDS);
    return elapsed / steps;
  }

  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
