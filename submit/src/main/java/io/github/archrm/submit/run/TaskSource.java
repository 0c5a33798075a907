package io.github.archrm.submit.run;

import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.TaskProblem;
import io.github.archrm.tasks.TaskSet;
import io.github.archrm.tasks.io.TaskReader;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** Reads tasks for a command, and tells of those that are not sound. */
public final class TaskSource {
  private static final int SHOWN = 20;

  private TaskSource() {}

  /**
   * @param solutions a separate file with the solutions, or null
   * @param strict whether one bad task is a mistake, not only a line on stderr
   */
  public static TaskSet read(Path source, Path solutions, boolean strict) {
    TaskSet set = solutions == null ? TaskReader.read(source) : TaskReader.read(source, solutions);
    requireSound(set, strict);
    boolean known = set.tasks().stream().anyMatch(task -> !task.solutions().isEmpty());
    if (solutions != null && !known && !set.tasks().isEmpty()) {
      throw new UserMistake(solutions + ": no solution of any task of " + source + " in it");
    }
    return tell(set);
  }

  /** As {@link #read(Path, Path, boolean)}, from the standard input. */
  public static TaskSet read(InputStream in, boolean strict) {
    TaskSet set = TaskReader.read("stdin", in);
    requireSound(set, strict);
    return tell(set);
  }

  private static void requireSound(TaskSet set, boolean strict) {
    List<TaskProblem> problems = set.problems();
    if (!problems.isEmpty() && (strict || set.tasks().isEmpty())) {
      int others = problems.size() - 1;
      throw new UserMistake(
          problems.get(0)
              + (others == 0 ? "" : " (and " + others + " more; tasks validate tells all)"));
    }
  }

  /** Tells of what is not sound in a set, and returns it. */
  public static TaskSet tell(TaskSet set) {
    List<TaskProblem> problems = set.problems();
    problems.stream().limit(SHOWN).forEach(problem -> System.err.println("skipped " + problem));
    if (problems.size() > SHOWN) {
      System.err.println("... and " + (problems.size() - SHOWN) + " more problems");
    }
    return set;
  }
}
