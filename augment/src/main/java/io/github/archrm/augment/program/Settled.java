package io.github.archrm.augment.program;

import java.util.List;

/** Whether explanations are good enough to end a task. */
final class Settled {
  /** The log-odds from which an answer is taken as certain; the README says how often it is. */
  private static final double ENOUGH = 2;

  private Settled() {}

  /** Whether the best candidate of each test input explains all demonstrations and is certain. */
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
