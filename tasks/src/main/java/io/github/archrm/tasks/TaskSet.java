package io.github.archrm.tasks;

import java.util.List;
import java.util.Optional;

/**
 * Tasks in the order of their source, and what in the source was no usable task.
 *
 * @param tasks no two with the same id
 * @param problems empty if everything was read
 */
public record TaskSet(List<Task> tasks, List<TaskProblem> problems) {

  public TaskSet {
    tasks = List.copyOf(tasks);
    problems = List.copyOf(problems);
  }

  /** The task of that id, if there is one. */
  public Optional<Task> task(String id) {
    return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
  }
}
