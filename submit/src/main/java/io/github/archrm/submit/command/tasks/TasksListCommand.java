package io.github.archrm.submit.command.tasks;

import io.github.archrm.submit.run.TaskSource;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.SampleTasks;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--solutions",
      paramLabel = "FILE",
      description = "The solutions of a challenges file.")
  Path solutions;

  @Override
  public Integer call() {
    List<Task> tasks =
        source == null ? SampleTasks.all() : TaskSource.read(source, solutions, false).tasks();
    int width = Math.max(2, tasks.stream().mapToInt(task -> task.id().length()).max().orElse(2));
    String line = "%-" + width + "s  %14s  %5s  %4s  %s%n";
    System.out.printf(line, "id", "demonstrations", "tests", "side", "solutions");
    for (Task task : tasks) {
      System.out.printf(
          line,
          task.id(),
          task.demonstrations().size(),
          task.testInputs().size(),
          task.side(),
          task.solutions().isEmpty() ? "unknown" : "known");
    }
    return 0;
  }
}
