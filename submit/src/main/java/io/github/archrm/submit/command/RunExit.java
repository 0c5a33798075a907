package io.github.archrm.submit.command;

import io.github.archrm.submit.runtime.Counted;
import io.github.archrm.submit.score.Outcome;
import java.util.List;

/** How a run ended: told in its last lines, and by its exit code. */
final class RunExit {
  private static final int FAILURE = 1;

  /** What was handed in is valid, but not all that was asked for. */
  static final int INCOMPLETE = 3;

  private RunExit() {}

  /** A run most of whose tasks failed has failed itself, though its files are valid. */
  static int code(List<Outcome> outcomes) {
    List<Outcome> failed =
        outcomes.stream().filter(outcome -> outcome.error().isPresent()).toList();
    if (2 * failed.size() <= outcomes.size()) {
      return 0;
    }
    Outcome first = failed.get(0);
    System.err.printf(
        "arc-hrm: %s: %s: %s%n",
        failed.size() == outcomes.size()
            ? "every task failed"
            : Counted.of(failed.size(), outcomes.size(), "task") + " failed",
        first.task().id(),
        first.errorLine().orElseThrow());
    return FAILURE;
  }

  /**
   * @param missing a line for everything that was not done although it was asked for
   */
  static int code(List<Outcome> outcomes, List<String> missing) {
    int code = code(outcomes);
    missing.forEach(line -> System.err.println("arc-hrm: " + line));
    return code == 0 && !missing.isEmpty() ? INCOMPLETE : code;
  }
}
