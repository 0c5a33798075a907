package io.github.archrm.submit.report;

import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.progress.ProgressText;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.Violation;
import io.github.archrm.tasks.draw.Panel;
import io.github.archrm.tasks.draw.Strip;
import io.github.archrm.tasks.draw.TerminalDrawing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One task's outcome for a person: the attempts at its first tests, then how all of them went. */
public final class OutcomeText {
  private OutcomeText() {}

  /**
   * @param shown how many tests at most
   */
  public static String of(Outcome outcome, int shown, TerminalDrawing drawing) {
    Task task = outcome.task();
    int tests = task.testInputs().size();
    StringBuilder text = new StringBuilder(task.id()).append("\n");
    for (int i = 0; i < Math.min(shown, tests); i++) {
      String title = "test " + (i + 1) + verdict(outcome, i);
      text.append("\n").append(drawing.strip(new Strip(title, panels(outcome, i), true)));
      text.append(programs(outcome.solved().tests().get(i)));
    }
    text.append("\n");
    if (shown < tests) {
      text.append(shown + " of " + tests + " tests shown (--show)\n\n");
    }
    if (task.kind().hasRules() && tests > 0) {
      text.append(outcome.ruleScores()).append("\n");
    }
    return text.append(ProgressText.of(outcome)).append("\n").toString();
  }

  /** What programs say about the attempts, a line for each that one makes. */
  private static String programs(TestAttempts attempts) {
    StringBuilder text = new StringBuilder();
    String first = attempts.program(attempts.first());
    String second = attempts.program(attempts.second());
    if (!first.isEmpty()) {
      text.append("attempt 1 is what this program makes: ").append(first).append("\n");
    }
    if (!second.isEmpty()) {
      text.append("attempt 2 is what this program makes: ").append(second).append("\n");
    }
    return text.toString();
  }

  /** What is proved needs no second attempt. */
  private static List<Panel> panels(Outcome outcome, int testIndex) {
    Task task = outcome.task();
    Grid input = task.testInputs().get(testIndex);
    TestAttempts attempts = outcome.solved().tests().get(testIndex);
    boolean proved = isProved(outcome, testIndex);
    List<Panel> answers = new ArrayList<>();
    String first = proved ? "attempt 1" : label("attempt 1", attempts, attempts.first());
    answers.add(Panel.of(first, attempts.first()));
    if (!proved) {
      answers.add(Panel.of(label("attempt 2", attempts, attempts.second()), attempts.second()));
    }
    task.solution(testIndex)
        .filter(grid -> !proved || !grid.equals(attempts.first()))
        .ifPresent(grid -> answers.add(Panel.of("solution", grid)));
    return Stream.concat(
            Stream.of(Panel.of("input", input)),
            answers.stream().map(answer -> answer.answering(input)))
        .map(panel -> panel.as(task.kind()))
        .toList();
  }

  private static boolean isProved(Outcome outcome, int testIndex) {
    return outcome.task().kind().hasRules() && violations(outcome, testIndex).isEmpty();
  }

  private static List<Violation> violations(Outcome outcome, int testIndex) {
    Task task = outcome.task();
    return task.kind()
        .rules()
        .check(task.testInputs().get(testIndex), outcome.solved().tests().get(testIndex).first());
  }

  /** With the share of the votes, where models have voted. */
  private static String label(String name, TestAttempts attempts, Grid grid) {
    return attempts.predictions() == 0
        ? name
        : String.format(Locale.ROOT, "%s, %.0f %%", name, 100 * attempts.share(grid));
  }

  private static String verdict(Outcome outcome, int testIndex) {
    Task task = outcome.task();
    Optional<Grid> solution = task.solution(testIndex);
    TestAttempts attempts = outcome.solved().tests().get(testIndex);
    if (solution.equals(Optional.of(attempts.first()))) {
      return ": attempt 1 is right";
    }
    if (solution.equals(Optional.of(attempts.second()))) {
      return ": attempt 2 is right";
    }
    if (task.kind().hasRules()) {
      return byRules(outcome, testIndex);
    }
    return solution.isEmpty() ? "" : ": neither attempt is right";
  }

  private static String byRules(Outcome outcome, int testIndex) {
    Task task = outcome.task();
    List<Violation> violations = violations(outcome, testIndex);
    String open =
        task.kind().ambiguity(task.testInputs().get(testIndex)).map(a -> "; " + a).orElse("");
    if (violations.isEmpty()) {
      return ": attempt 1 is proved by the rules" + open;
    }
    if (violations.stream().allMatch(violation -> violation.rule().isAboutOptimality())) {
      return ": attempt 1 keeps the rules, but " + violations.get(0);
    }
    int more = violations.size() - 1;
    return ": not proved; attempt 1, "
        + violations.get(0)
        + (more == 0 ? "" : ", and " + more + " more")
        + open;
  }
}
