package io.github.archrm.submit.command.tasks;

import io.github.archrm.submit.command.option.SolutionsOption;
import io.github.archrm.submit.report.PlainTable;
import io.github.archrm.submit.run.TaskSource;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.SampleTasks;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the tasks of a source, or the built-in samples. */
@Command(
    name = "list",
    description = "List tasks: id, demonstrations, tests, largest side, solutions.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  arc-hrm tasks list",
      "  arc-hrm tasks list challenges.json --solutions solutions.json"
    })
final class TasksListCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "DIR-or-FILE",
      description = "Where the tasks are (default: built-in samples).")
  Path source;

  @Mixin SolutionsOption solutions;

  @Option(names = "--strict", description = "Stop at a task or a puzzle that is not sound.")
  boolean strict;

  @Override
  public Integer call() {
    if (source == null && solutions.file() != null) {
      throw new UserMistake("tasks list: --solutions is of no use without the tasks");
    }
    List<Task> tasks =
        source == null
            ? SampleTasks.all()
            : TaskSource.read(source, solutions.file(), strict).tasks();
    PlainTable table =
        new PlainTable(
            List.of("id", "demonstrations", "tests", "side", "solutions"),
            Set.of("demonstrations", "tests", "side"));
    for (Task task : tasks) {
      table.add(
          task.id(),
          Integer.toString(task.demonstrations().size()),
          Integer.toString(task.testInputs().size()),
          Integer.toString(task.side()),
          task.testInputs().isEmpty() ? "-" : task.solutions().isEmpty() ? "unknown" : "known");
    }
    System.out.print(table);
    return 0;
  }
}
