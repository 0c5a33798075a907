package io.github.archrm.submit;

import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.TaskSolver;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Compute;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Option(
      names = "--show",
      paramLabel = "N",
      description = "Show the first N tests (default: ${DEFAULT-VALUE}).")
  int shown = 4;

  @ArgGroup(validate = false, heading = "%nHow to solve it:%n")
  SolvingOptions solving = new SolvingOptions();

  @Override
  public Integer call() {
    solving.check();
    if (shown < 0) {
      throw new UserMistake("--show: must be at least 0, not " + shown);
    }
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
    System.out.print(OutcomeText.of(outcome, shown, Terminal.drawing()));
    return 0;
  }

  private Compute compute() {
    try {
      return Compute.start(solving.device, solving.threads);
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--device: " + e.getMessage());
    }
  }
}
