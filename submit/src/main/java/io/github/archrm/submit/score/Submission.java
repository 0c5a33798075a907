package io.github.archrm.submit.score;

import com.google.gson.JsonPrimitive;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.submit.answers.Answers;
import io.github.archrm.submit.answers.TestAnswers;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.GridJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is handed in: two attempts for every test input of every task of the challenges file.
 *
 * <p>Complete and valid from the beginning, with fallback attempts; those of a task that cannot be
 * read stay until the end.
 */
public final class Submission implements Report {
  private static final Entry BLANK = new Entry(Fallback.BLANK, Fallback.BLANK);

  /** The two attempts at one test input. */
  private record Entry(Grid first, Grid second) {
    static Entry of(TestAttempts attempts) {
      return new Entry(attempts.first(), attempts.second());
    }

    static Entry of(TestAnswers answers) {
      return new Entry(answers.first().orElseThrow(), answers.second().orElseThrow());
    }
  }

  private final Map<String, List<Entry>> entries = new LinkedHashMap<>();

  /**
   * @param testCounts the number of test inputs of every task, sound or not, in the order of the
   *     file
   * @param tasks the sound ones
   */
  public Submission(Map<String, Integer> testCounts, List<Task> tasks) {
    testCounts.forEach((id, tests) -> entries.put(id, Collections.nCopies(tests, BLANK)));
    for (Task task : tasks) {
      entries.put(task.id(), Fallback.of(task, 0).tests().stream().map(Entry::of).toList());
    }
  }

  /** What another run handed in, without a problem. */
  public Submission(Answers other) {
    other
        .tasks()
        .forEach(
            (id, answers) -> entries.put(id, answers.tests().stream().map(Entry::of).toList()));
  }

  /** The tasks in their order. */
  public List<String> ids() {
    return List.copyOf(entries.keySet());
  }

  @Override
  public void add(Outcome outcome) {
    add(outcome.solved());
  }

  public void add(SolvedTask solved) {
    entries.put(solved.id(), solved.tests().stream().map(Entry::of).toList());
  }

  /** Kaggle's JSON, one task a line. */
  @Override
  public String text() {
    return entries.entrySet().stream()
        .map(entry -> new JsonPrimitive(entry.getKey()) + ": " + list(entry.getValue()))
        .collect(Collectors.joining(",\n", "{", "}\n"));
  }

  private static String list(List<Entry> tests) {
    return tests.stream()
        .map(
            entry ->
                "{\"attempt_1\": "
                    + GridJson.write(entry.first())
                    + ", \"attempt_2\": "
                    + GridJson.write(entry.second())
                    + "}")
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
