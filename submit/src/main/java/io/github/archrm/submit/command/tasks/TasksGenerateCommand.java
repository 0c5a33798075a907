package io.github.archrm.submit.command.tasks;

import picocli.CommandLine.Command;

/** Makes sets of puzzles to learn from and to be tested with. */
@Command(
    name = "generate",
    description = "Make puzzles of one kind: one task file, solutions included.",
    modelTransformer = KindCommands.class,
    synopsisSubcommandLabel = "COMMAND",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  arc-hrm tasks generate sudoku --size 9 --difficulty singles --out sudoku.json",
      "  arc-hrm tasks generate maze --size 11 --train 500 --out m.json"
    })
final class TasksGenerateCommand {}
