package io.github.archrm.solver;

import io.github.archrm.train.TimeLimit;

/** Stands in for something that takes long. */
final class Pause {
  private Pause() {}

  static void until(TimeLimit time) {
    try {
      while (!time.isPast()) {
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
