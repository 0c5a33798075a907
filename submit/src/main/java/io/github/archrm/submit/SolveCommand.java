package io.github.archrm.submit;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.TaskSolver;
import io.github.archrm.solver.TestAttempts;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Panel;
import io.github.archrm.tasks.Strip;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TerminalDrawing;
import io.github.archrm.train.Compute;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Solves one task, in this process, and shows the attempts. */
@Command(
    name = "solve",
    description = "Solve one task, show the two attempts at each test.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  arc-hrm solve",
      "  arc-hrm solve my-task.json --budget 120",
      "  arc-hrm solve challenges.json --task 25ff71a9 --seed 7"
    })
final class SolveCommand implements Callable<Integer> {
  @Mixin ChosenTask chosen;

  @ArgGroup(validate = false, heading = "%nHow to solve it:%n")
  SolvingOptions solving = new SolvingOptions();

  @Override
  public Integer call() {
    solving.check();
    Task task = chosen.read();
    solving.check(List.of(task));
    RunListener view = RunListener.onStderr(1);
    view.note(compute().toString());
    view.started(1, task);
    SolvedTask solved =
        new TaskSolver(solving.forTask(task.id()))
            .solve(task.withoutSolutions(), progress -> view.progressed(1, task, progress));
    Outcome outcome = new Outcome(task, solved, Optional.empty());
    view.finished(1, outcome);
    show(outcome);
    return 0;
  }

  private Compute compute() {
    try {
      return Compute.start(solving.device, solving.threads);
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--device: " + e.getMessage());
    }
  }

  private static void show(Outcome outcome) {
    TerminalDrawing drawing = Terminal.drawing();
    Task task = outcome.task();
    System.out.println(task.id());
    for (int i = 0; i < task.testInputs().size(); i++) {
      TestAttempts attempts = outcome.solved().tests().get(i);
      List<Panel> panels = new ArrayList<>();
      panels.add(Panel.of("input", task.testInputs().get(i)));
      panels.add(Panel.of(label("attempt 1", attempts, attempts.first()), attempts.first()));
      panels.add(Panel.of(label("attempt 2", attempts, attempts.second()), attempts.second()));
      task.solution(i).ifPresent(solution -> panels.add(Panel.of("solution", solution)));
      System.out.println();
      System.out.print(
          drawing.strip(new Strip("test " + (i + 1) + verdict(outcome, i), panels, true)));
    }
    System.out.println();
    System.out.println(ProgressText.of(outcome));
  }

  private static String label(String name, TestAttempts attempts, Grid grid) {
    return String.format(Locale.ROOT, "%s, %.0f %%", name, 100 * attempts.share(grid));
  }

  private static String verdict(Outcome outcome, int testIndex) {
    Optional<Grid> solution = outcome.task().solution(testIndex);
    if (solution.isEmpty()) {
      return "";
    }
    TestAttempts attempts = outcome.solved().tests().get(testIndex);
    if (solution.get().equals(attempts.first())) {
      return ": attempt 1 is right";
    }
    return solution.get().equals(attempts.second())
        ? ": attempt 2 is right"
        : ": neither attempt is right";
  }
}
