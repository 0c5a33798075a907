package io.github.archrm.submit.answers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a system answered to tasks, with whatever is missing or wrong in it.
 *
 * @param tasks the answers by the tasks' ids, in the order of the file
 * @param seed of the run, if the file says so
 * @param asked ids of the tasks that the run was asked for, if the file says so
 * @param problems a line for everything that is not as it should be
 */
public record Answers(
    Map<String, TaskAnswers> tasks,
    Optional<Long> seed,
    Optional<Set<String>> asked,
    List<String> problems) {
  /** Answers that do not say what was asked for. */
  public Answers(Map<String, TaskAnswers> tasks, Optional<Long> seed, List<String> problems) {
    this(tasks, seed, Optional.empty(), problems);
  }

  public Answers {
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
    problems = List.copyOf(problems);
  }

  /** The same with more problems. */
  Answers with(List<String> moreProblems) {
    List<String> all = new ArrayList<>(problems);
    all.addAll(moreProblems);
    return new Answers(tasks, seed, asked, all);
  }

  /** What was answered to a task; nothing, if it was forgotten. */
  public Optional<TaskAnswers> task(String id) {
    return Optional.ofNullable(tasks.get(id));
  }
}
