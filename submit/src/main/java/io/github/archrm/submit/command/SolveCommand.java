package io.github.archrm.submit.command;

import com.google.gson.JsonObject;
import io.github.archrm.solver.SolvedTask;
import io.github.archrm.solver.TaskSolver;
import io.github.archrm.submit.command.option.ChosenTask;
import io.github.archrm.submit.command.option.SeedOption;
import io.github.archrm.submit.command.option.SolvingOptions;
import io.github.archrm.submit.command.option.ThinkingOptions;
import io.github.archrm.submit.command.option.WholeNumber;
import io.github.archrm.submit.progress.RunStatus;
import io.github.archrm.submit.report.OutcomeText;
import io.github.archrm.submit.report.ReportPage;
import io.github.archrm.submit.run.SolvingPlan;
import io.github.archrm.submit.runtime.OutputFile;
import io.github.archrm.submit.runtime.Terminal;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.Outcome;
import io.github.archrm.submit.score.Results;
import io.github.archrm.submit.worker.RunListener;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
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
      "  arc-hrm solve my-task.json --budget 120 --report my-task.html",
      "  arc-hrm solve challenges.json --task 25ff71a9 --seed 7",
      "  arc-hrm solve my-sudoku.txt --show-thinking --gif my-sudoku.gif"
    })
public final class SolveCommand implements Callable<Integer> {
  /** Test inputs of which the page shows the thinking. */
  private static final int THINKING_SHOWN = 12;

  @Mixin ChosenTask chosen;

  @Option(
      names = "--show",
      paramLabel = "N",
      converter = WholeNumber.class,
      description = "Show the first N tests (default: ${DEFAULT-VALUE}).")
  int shown = 4;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a page that shows how it was solved and what the model thought.")
  Path report;

  @ArgGroup(validate = false, heading = "%nWhat the model thought:%n")
  ThinkingOptions thinking = new ThinkingOptions();

  @Mixin SolvingOptions solving;

  @Mixin SeedOption seed;

  @Override
  public Integer call() throws IOException {
    SolvingPlan plan = solving.plan(seed.seed());
    Task task = chosen.read();
    plan.requireSolvable(List.of(task));
    thinking.require(task);
    ReportPage page = page(task, plan);
    writeFirst(page);
    thinking.requireGif(chosen.source());
    RunListener view = RunStatus.onStderr(1);
    view.note(LocalCompute.start(solving.compute()).toString());
    view.started(1, task);
    Thread hook = new Thread(() -> view.note("interrupted: " + task.id() + " has no answer yet"));
    Runtime.getRuntime().addShutdownHook(hook);
    SolvedTask solved;
    try {
      solved =
          new TaskSolver(plan.forTask(task))
              .solve(
                  task.withoutSolutions(),
                  progress -> view.progressed(1, task, progress),
                  Math.max(report == null ? 0 : THINKING_SHOWN, thinking.tests()));
    } finally {
      remove(hook);
    }
    Outcome outcome = new Outcome(task, solved, Optional.empty());
    view.finished(1, outcome);
    thinking.text(outcome).ifPresent(System.out::println);
    System.out.print(OutcomeText.of(outcome, shown, Terminal.drawing()));
    if (report != null) {
      page.add(outcome);
      AtomicFile.write(report, page.text());
      System.out.println("to be looked at in " + report);
    }
    thinking.writeGif(outcome).ifPresent(System.out::println);
    return 0;
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, with the hook's words.
    }
  }

  private ReportPage page(Task task, SolvingPlan plan) {
    JsonObject configuration = new JsonObject();
    configuration.addProperty(
        "source", chosen.source() == null ? null : chosen.source().toString());
    configuration.addProperty("task", task.id());
    plan.addTo(configuration, List.of(task));
    Results results = new Results(List.of(task), configuration, plan.seed());
    return new ReportPage("solve", task.id(), results);
  }

  /** Whether the page can be written is better known before the task is solved. */
  private void writeFirst(ReportPage page) {
    if (report != null) {
      new OutputFile("--report", report).besides(chosen.source());
      try {
        AtomicFile.write(report, page.text());
      } catch (IOException e) {
        throw UserMistake.unwritable(report, e);
      }
    }
  }
}
