package io.github.archrm.submit.command.tasks;

import io.github.archrm.submit.command.option.SolutionsOption;
import io.github.archrm.submit.runtime.Counted;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskProblem;
import io.github.archrm.tasks.TaskSet;
import io.github.archrm.tasks.io.TaskReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks tasks and tells everything that is wrong with them. */
@Command(
    name = "validate",
    description = "Check tasks; exit code 2 if anything is wrong.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  arc-hrm tasks validate tasks/",
      "  arc-hrm tasks validate challenges.json --solutions solutions.json"
    })
final class TasksValidateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR-or-FILE", description = "Where the tasks are.")
  Path source;

  @Mixin SolutionsOption solutions;

  @Override
  public Integer call() {
    TaskSet set =
        solutions.file() == null
            ? TaskReader.read(source)
            : TaskReader.read(source, solutions.file());
    List<TaskProblem> problems = new ArrayList<>(set.problems());
    set.tasks().forEach(task -> problems.addAll(ambiguities(task)));
    problems.forEach(System.out::println);
    System.out.println(
        Counted.of(set.tasks().size(), "sound task")
            + ", "
            + Counted.of(problems.size(), "problem"));
    return problems.isEmpty() ? 0 : 2;
  }

  /** Readers take a puzzle with several solutions if none is given. */
  private List<TaskProblem> ambiguities(Task task) {
    List<TaskProblem> problems = new ArrayList<>();
    for (int i = 0; i < task.testInputs().size() && task.solutions().isEmpty(); i++) {
      String place = "test " + (i + 1) + ", ";
      task.kind()
          .ambiguity(task.testInputs().get(i))
          .map(found -> new TaskProblem(source.getFileName().toString(), task.id(), place + found))
          .ifPresent(problems::add);
    }
    return problems;
  }
}
