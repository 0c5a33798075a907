package io.github.archrm.submit.score;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.vote.Attempts;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.List;

/** Valid attempts for a task that was not, or could not be, solved. */
public final class Fallback {
  /** What is handed in where even the task cannot be read. */
  static final Grid BLANK = Grid.of(new int[][] {{0, 0}, {0, 0}});

  private Fallback() {}

  public static SolvedTask of(Task task, double seconds) {
    Attempts attempts = new Attempts(task);
    List<TestAttempts> tests =
        task.testInputs().stream().map(input -> attempts.choose(input, List.of(), 0)).toList();
    return new SolvedTask(task.id(), tests, 0, seconds, Double.NaN);
  }
}
