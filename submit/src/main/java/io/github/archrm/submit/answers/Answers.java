package io.github.archrm.submit.answers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a system answered to tasks, with whatever is missing or wrong in it.
 *
 * @param tasks the answers by the tasks' ids, in the order of the file
 * @param seed of the run, if the file says so
 * @param problems a line for everything that is not as it should be
 */
public record Answers(Map<String, TaskAnswers> tasks, Optional<Long> seed, List<String> problems) {
  public Answers {
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
    problems = List.copyOf(problems);
  }

  /** What was answered to a task; nothing, if it was forgotten. */
  public Optional<TaskAnswers> task(String id) {
    return Optional.ofNullable(tasks.get(id));
  }
}
