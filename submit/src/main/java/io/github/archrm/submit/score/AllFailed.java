package io.github.archrm.submit.score;

import java.util.List;

/** A run in which no task could be tried has failed itself, though its report is valid. */
public final class AllFailed {
  private AllFailed() {}

  public static int exitCode(List<Outcome> outcomes) {
    if (outcomes.isEmpty() || !outcomes.stream().allMatch(o -> o.error().isPresent())) {
      return 0;
    }
    System.err.println("arc-hrm: every task failed: " + outcomes.get(0).errorLine().orElseThrow());
    return 1;
  }
}
