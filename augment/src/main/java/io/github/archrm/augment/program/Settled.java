package io.github.archrm.augment.program;

import java.util.List;

/** Whether explanations are good enough to end a task. */
final class Settled {
  /** The log-odds from which an answer is taken as certain. */
  private static final double ENOUGH = 2.5;

  private Settled() {}

  /**
   * Whether the best candidate of each test input explains all demonstrations, also each held out,
   * and is likely enough. The README says how often it is right.
   */
  static boolean of(List<List<Explained>> tests) {
    for (List<Explained> ranked : tests) {
      if (ranked.isEmpty() || !isCertain(ranked)) {
        return false;
      }
    }
    return !tests.isEmpty();
  }

  private static boolean isCertain(List<Explained> ranked) {
    Explained best = ranked.get(0);
    return best.weight() >= ENOUGH
        && best.evidence().explained() == 1
        && best.evidence().heldOut() == 1;
  }
}
