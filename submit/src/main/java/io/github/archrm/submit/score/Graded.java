package io.github.archrm.submit.score;

import io.github.archrm.submit.answers.Judged;
import io.github.archrm.submit.answers.TaskAnswers;
import io.github.archrm.submit.score.Scores.TaskScore;
import io.github.archrm.tasks.Grid;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The answers to a task, held against its solutions.
 *
 * @param tests one entry per test output of the task, whether it was answered or not
 */
public record Graded(List<Judged> tests) {
  public Graded {
    tests = List.copyOf(tests);
  }

  /** What was answered to a task; nothing, if it was forgotten. */
  public static Graded of(Optional<TaskAnswers> answers, List<Grid> solutions) {
    return new Graded(
        IntStream.range(0, solutions.size())
            .mapToObj(
                i ->
                    answers
                        .filter(some -> i < some.tests().size())
                        .map(some -> some.test(i).judge(solutions.get(i)))
                        .orElse(Judged.MISSING))
            .toList());
  }

  /** What the file itself says; empty if it does not say it of every test. */
  public static Optional<Graded> told(TaskAnswers answers) {
    return answers.tests().stream().allMatch(test -> test.told().isPresent())
        ? Optional.of(
            new Graded(answers.tests().stream().map(test -> test.told().orElseThrow()).toList()))
        : Optional.empty();
  }

  /** How many of the test outputs one of the two attempts hits. */
  public TaskScore score() {
    return new TaskScore((int) tests.stream().filter(Judged::correct).count(), tests.size());
  }
}
