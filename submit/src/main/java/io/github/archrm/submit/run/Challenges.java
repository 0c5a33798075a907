package io.github.archrm.submit.run;

import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskProblem;
import io.github.archrm.tasks.TaskSet;
import io.github.archrm.tasks.io.GridJson;
import io.github.archrm.tasks.io.TaskFormatException;
import io.github.archrm.tasks.io.TaskReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tasks of a challenges file, and what a submission must have for the others in it: a task that
 * is not sound still wants its entries.
 *
 * @param tasks the sound tasks
 * @param testCounts how many test inputs each task has, sound or not, in the order of the file
 * @param damaged whether there may be tasks that even the ids of cannot be read
 */
public record Challenges(List<Task> tasks, Map<String, Integer> testCounts, boolean damaged) {
  /** How an id ends in a problem that is too long for a line. */
  private static final String SHORTENED = "...";

  /**
   * Reads what there is, and tells of the rest on stderr.
   *
   * @throws io.github.archrm.tasks.TaskFormatException if nothing can be read
   */
  public static Challenges read(Path file) {
    if (!Files.isRegularFile(file)) {
      TaskSet set = TaskSource.read(file, null, false);
      return of(
          set, Map.of(), set.problems().stream().anyMatch(problem -> problem.taskId().isEmpty()));
    }
    Optional<TaskSet> whole = whole(file);
    TaskSet set = whole.orElseGet(() -> salvaged(file));
    return of(set, TestCounts.of(file), whole.isEmpty());
  }

  private static Challenges of(TaskSet set, Map<String, Integer> counts, boolean damaged) {
    Map<String, Integer> all = new LinkedHashMap<>(counts);
    if (all.isEmpty() || damaged) {
      set.problems().stream()
          .filter(problem -> !problem.taskId().isEmpty())
          .filter(problem -> !problem.taskId().endsWith(SHORTENED))
          .forEach(problem -> all.putIfAbsent(problem.taskId(), problem.tests()));
    }
    set.tasks().forEach(task -> all.put(task.id(), task.testInputs().size()));
    return new Challenges(set.tasks().stream().filter(Challenges::fits).toList(), all, damaged);
  }

  /** Whether a submission may have grids of a task's size; if not, it is told. */
  private static boolean fits(Task task) {
    boolean fits = task.kind().hasRules() || task.side() <= GridJson.MAX_SIDE;
    if (!fits) {
      System.err.println(
          new TaskProblem(
              "left to the fallback",
              task.id(),
              "a grid of %d rows or columns, where a submission has at most %d"
                  .formatted(task.side(), GridJson.MAX_SIDE)));
    }
    return fits;
  }

  /** Empty if a task that breaks the JSON of its file would cost the others. */
  private static Optional<TaskSet> whole(Path file) {
    try {
      TaskSet set = TaskReader.read(file);
      if (set.problems().stream().noneMatch(problem -> problem.taskId().isEmpty())) {
        return Optional.of(TaskSource.tell(set));
      }
    } catch (TaskFormatException e) {
      // Told where nothing can be salvaged either.
    }
    return Optional.empty();
  }

  private static TaskSet salvaged(Path file) {
    TaskSet set = TaskReader.salvage(file);
    return set.tasks().isEmpty() ? TaskSource.read(file, null, false) : TaskSource.tell(set);
  }
}
