package io.github.archrm.submit.command.tasks;

import picocli.CommandLine.Command;

/** Commands that look at tasks without solving them. */
@Command(
    name = "tasks",
    description = "List, show, validate, generate or sample tasks.",
    synopsisSubcommandLabel = "COMMAND",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    subcommands = {
      TasksListCommand.class,
      TasksShowCommand.class,
      TasksValidateCommand.class,
      TasksGenerateCommand.class,
      TasksSampleCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  arc-hrm tasks list challenges.json",
      "  arc-hrm tasks show my-task.json --png my-task.png",
      "  arc-hrm tasks validate tasks/",
      "  arc-hrm tasks generate sudoku --size 9 --out sudoku.json"
    })
public final class TasksCommand {}
