package io.github.archrm.submit;

import io.github.archrm.submit.command.BenchCommand;
import io.github.archrm.submit.command.CompareCommand;
import io.github.archrm.submit.command.CompareRecipesCommand;
import io.github.archrm.submit.command.EvaluateCommand;
import io.github.archrm.submit.command.MergeCommand;
import io.github.archrm.submit.command.PackageCommand;
import io.github.archrm.submit.command.ScoreCommand;
import io.github.archrm.submit.command.SolveCommand;
import io.github.archrm.submit.command.SubmitCommand;
import io.github.archrm.submit.command.TrainCommand;
import io.github.archrm.submit.command.WorkerCommand;
import io.github.archrm.submit.command.tasks.TasksCommand;
import io.github.archrm.submit.runtime.Debug;
import io.github.archrm.submit.runtime.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code arc-hrm}; all it does is in its sub-commands. */
@Command(
    name = "arc-hrm",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Solves ARC puzzles by short programs and models trained on each of them; Sudokus and mazes too.",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "",
    subcommands = {
      SolveCommand.class,
      EvaluateCommand.class,
      SubmitCommand.class,
      MergeCommand.class,
      TrainCommand.class,
      ScoreCommand.class,
      CompareCommand.class,
      CompareRecipesCommand.class,
      TasksCommand.class,
      BenchCommand.class,
      PackageCommand.class,
      WorkerCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  arc-hrm solve                      solve a built-in sample task",
      "  arc-hrm solve my-task.json         solve a task of your own",
      "  arc-hrm evaluate tasks/ --limit 9  solve and score nine tasks of a folder",
      "",
      "'arc-hrm COMMAND --help' explains a command.",
      "",
      "Exit codes: 0 done; 1 a failure of arc-hrm, or most tasks failed; 2 a mistake in",
      "what it was given; 3 only a part was done (submit, merge): the time was over, or",
      "a part of the input cannot be read. Interrupted (Ctrl-C, SIGTERM), a command",
      "keeps what is finished and ends with 128 and the signal's number: 130, 143."
    })
final class ArcHrm {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the log of the library and stack traces (also: ARC_HRM_DEBUG=1).")
  void verbose(boolean verbose) {
    if (verbose) {
      Debug.switchOn();
    }
  }
}
