package io.github.archrm.submit.answers;

import io.github.archrm.submit.cost.Cost;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was answered to one task.
 *
 * @param tests one entry per test input, as far as they were answered
 * @param rules whether the file says that it is a puzzle with rules, where attempt 1 alone counts
 * @param cost what it took, if the file says so
 * @param seconds wall-clock seconds, if the file says so
 * @param dollars what it cost, if the file says so
 */
public record TaskAnswers(
    List<TestAnswers> tests,
    boolean rules,
    Optional<Cost> cost,
    OptionalDouble seconds,
    OptionalDouble dollars) {
  public TaskAnswers {
    tests = List.copyOf(tests);
  }

  /** Answers of which neither time nor cost is known. */
  public static TaskAnswers of(List<TestAnswers> tests) {
    return new TaskAnswers(
        tests, false, Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** What was answered to one test input. */
  public TestAnswers test(int index) {
    return index < tests.size() ? tests.get(index) : TestAnswers.NONE;
  }
}
