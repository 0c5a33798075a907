package io.github.archrm.train.bench;

import io.github.archrm.train.Compute;

/** Training steps of one model, as many as fit into a time: what one of several processes does. */
public final class TrainingRate implements AutoCloseable {
  private final Trial trial;

  /**
   * Warms up.
   *
   * @param side height and width of the canvas of an ARC task
   */
  public TrainingRate(int side, Compute compute) {
    trial = new Trial(Case.task(side), compute);
    trial.step();
    trial.step();
  }

  /** Training steps per second, measured over so many seconds. */
  public double stepsPerSecond(double seconds) {
    long start = System.nanoTime();
    double elapsed;
    int steps = 0;
    do {
      trial.step();
      steps++;
      elapsed = (System.nanoTime() - start) / 1e9;
    } while (elapsed < seconds);
    return steps / elapsed;
  }

  @Override
  public void close() {
    trial.close();
  }
}
