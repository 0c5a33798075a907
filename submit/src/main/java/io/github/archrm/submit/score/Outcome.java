package io.github.archrm.submit.score;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.answers.TaskAnswers;
import io.github.archrm.submit.answers.TestAnswers;
import io.github.archrm.submit.cost.Cost;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What came out of one task's try.
 *
 * @param task the task, with its solutions where they are known
 * @param solved the attempts; the fallback ones if the try failed
 * @param error what went wrong, if something did
 * @param cost what the tries at the task took, if that is known
 */
public record Outcome(Task task, SolvedTask solved, Optional<String> error, Optional<Cost> cost) {
  /** An outcome of which it is not known what it took. */
  public Outcome(Task task, SolvedTask solved, Optional<String> error) {
    this(task, solved, error, Optional.empty());
  }

  /** The same, with what earlier tries at the task took. */
  public Outcome after(Optional<Cost> earlier) {
    return new Outcome(
        task,
        solved,
        error,
        earlier.isEmpty()
            ? cost
            : Optional.of(cost.map(own -> earlier.get().plus(own)).orElse(earlier.get())));
  }

  /** Below this loss, in nats per cell, a model is said to fit the demonstrations. */
  private static final double FITTED = 0.06;

  /** Whether a model fitted the demonstrations. */
  public boolean fitted() {
    return solved.loss() < FITTED;
  }

  /**
   * In how many cells that of the two attempts differs from the solution which comes nearest; empty
   * where neither has its size, or the solution is not known.
   */
  public OptionalInt wrongCells(int testIndex) {
    TestAttempts attempts = solved.tests().get(testIndex);
    return Stream.of(attempts.first(), attempts.second())
        .flatMap(
            attempt ->
                task
                    .solution(testIndex)
                    .filter(attempt::sameSize)
                    .map(attempt::differences)
                    .stream())
        .mapToInt(Integer::intValue)
        .min();
  }

  /** Whether one of the two attempts is right; empty where the solution is not known. */
  public Optional<Boolean> correct(int testIndex) {
    return task.solution(testIndex)
        .map(
            solution -> {
              Grid first = solved.tests().get(testIndex).first();
              Grid second = solved.tests().get(testIndex).second();
              return solution.equals(first) || solution.equals(second);
            });
  }

  /** What was answered, as it stands in results.json. */
  public TaskAnswers answers() {
    return TaskAnswers.of(solved.tests().stream().map(TestAnswers::of).toList());
  }

  /** The answers held against the solutions, which are known. */
  public Graded graded() {
    return Graded.of(Optional.of(answers()), task.solutions());
  }

  /** Whether every test output is right; empty where the solutions are not known. */
  public Optional<Boolean> solvedAll() {
    if (task.solutions().isEmpty()) {
      return Optional.empty();
    }
    boolean all = true;
    for (int i = 0; i < task.testInputs().size(); i++) {
      all &= correct(i).orElseThrow();
    }
    return Optional.of(all);
  }

  /** Whether the rules prove every attempt 1. */
  public boolean isProved() {
    return task.kind().hasRules() && ruleScores().optimal() == task.testInputs().size();
  }

  /** The numbers of a puzzle with rules. */
  public RuleScores ruleScores() {
    return RuleScores.of(
        task, solved.tests().stream().map(attempts -> Optional.of(attempts.first())).toList());
  }

  /** What went wrong in one line; native errors have dozens. */
  public Optional<String> errorLine() {
    return error.map(text -> text.lines().findFirst().orElse(""));
  }

  /** How the task went, in a word or two. */
  public String verdict() {
    if (error.isPresent()) {
      return "failed";
    }
    if (task.kind().hasRules()) {
      return ruleScores().verdict();
    }
    Optional<Boolean> solved = solvedAll();
    return solved.isEmpty() ? "done" : solved.get() ? "solved" : "not solved";
  }
}
