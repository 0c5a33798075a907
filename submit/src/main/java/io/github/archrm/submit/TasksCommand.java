package io.github.archrm.submit;

import picocli.CommandLine.Command;

/** Commands that look at tasks without solving them. */
@Command(
    name = "tasks",
    description = "List, show or validate tasks.",
    synopsisSubcommandLabel = "COMMAND",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    subcommands = {TasksListCommand.class, TasksShowCommand.class, TasksValidateCommand.class},
    footerHeading = "%nExamples:%n",
    footer = {
      "  arc-hrm tasks list challenges.json",
      "  arc-hrm tasks show my-task.json --png my-task.png",
      "  arc-hrm tasks validate tasks/"
    })
final class TasksCommand {}
