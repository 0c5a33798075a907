package io.github.archrm.augment.program;

import java.util.List;

/** Whether explanations are good enough to end a task. */
final class Settled {
  /** The log-odds from which an answer is taken as certain. */
  private static final double ENOUGH = 2;

  private Settled() {}

  /**
   * Whether for each test input the best candidate explains all demonstrations, also when they are
   * held out, and no other is nearly as good.
   */
  static boolean of(List<List<Explained>> tests) {
    for (List<Explained> ranked : tests) {
      if (ranked.isEmpty()
          || ranked.get(0).weight() < ENOUGH
          || ranked.get(0).evidence().explained() < 1) {
        return false;
      }
    }
    return !tests.isEmpty();
  }
}
