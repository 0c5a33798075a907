package io.github.archrm.tasks;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks an answer without knowing the solution.
 *
 * <p>The number of violations says how badly an answer breaks the rules; of answers that all break
 * some, the one with the fewest is the least broken.
 */
@FunctionalInterface
public interface Rules {
  /** The rules of puzzles whose rules are not known: every answer keeps them. */
  Rules NONE = (input, answer) -> List.of();

  /**
   * Every place where an answer breaks a rule.
   *
   * @param input a sound puzzle of this kind
   * @param answer any grid
   * @return empty if it keeps all rules
   */
  List<Violation> check(Grid input, Grid answer);

  /** Whether an answer keeps all rules but those about optimality. */
  default boolean isValid(Grid input, Grid answer) {
    return check(input, answer).stream().allMatch(v -> v.rule().isAboutOptimality());
  }

  /** Whether an answer keeps all rules: it is valid, and none is better. */
  default boolean isOptimal(Grid input, Grid answer) {
    return check(input, answer).isEmpty();
  }

  /** An answer of the wrong size is wrong in every cell of the puzzle. */
  static List<Violation> wrongSize(Grid input, Grid answer) {
    String message =
        "the answer is %dx%d, the puzzle %dx%d"
            .formatted(answer.height(), answer.width(), input.height(), input.width());
    List<Violation> violations = new ArrayList<>();
    for (int r = 0; r < input.height(); r++) {
      for (int c = 0; c < input.width(); c++) {
        violations.add(new Violation(Rule.SIZE, r, c, message));
      }
    }
    return violations;
  }
}
