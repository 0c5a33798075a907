package io.github.archrm.submit.run;

import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.Solutions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What answers are held against.
 *
 * @param outputs the solutions of every task of ARC that has some
 * @param puzzles the tasks of other kinds, with or without solutions
 * @param tasks all tasks by their ids, if more than the solutions was read
 * @param notes what could not be used
 */
public record KnownSolutions(
    Map<String, List<Grid>> outputs,
    List<Task> puzzles,
    Map<String, Task> tasks,
    List<String> notes) {
  /**
   * @param tasks a data set, or null
   * @param solutions Kaggle's solutions file, or null; one of the two is given
   * @throws UserMistake if nothing can be scored with it
   */
  public static KnownSolutions read(Path tasks, Path solutions) {
    KnownSolutions known =
        new KnownSolutions(
            new LinkedHashMap<>(), new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
    if (tasks == null) {
      Solutions file = Solutions.read(solutions);
      file.problems().forEach(problem -> known.notes.add(problem + " (not scored)"));
      known.outputs.putAll(file.byId());
    } else {
      TaskSource.read(tasks, solutions, false).tasks().forEach(known::take);
    }
    if (known.outputs.isEmpty() && known.puzzles.isEmpty()) {
      throw new UserMistake((tasks == null ? solutions : tasks) + ": no solutions in it");
    }
    return known;
  }

  private void take(Task task) {
    tasks.put(task.id(), task);
    if (!task.kind().hasRules()) {
      if (!task.solutions().isEmpty()) {
        outputs.put(task.id(), task.solutions());
      }
    } else if (!task.testInputs().isEmpty()) {
      puzzles.add(task);
    }
  }

  /** Those of some tasks; a note tells of the others. */
  public KnownSolutions only(Set<String> ids) {
    KnownSolutions part =
        new KnownSolutions(
            new LinkedHashMap<>(outputs),
            new ArrayList<>(puzzles),
            new LinkedHashMap<>(tasks),
            new ArrayList<>(notes));
    part.outputs.keySet().retainAll(ids);
    part.puzzles.removeIf(puzzle -> !ids.contains(puzzle.id()));
    part.tasks.keySet().retainAll(ids);
    int left = part.ids().size();
    if (left < ids().size()) {
      part.notes.add(
          "the run was asked for %d of these %d tasks; the others are not counted"
              .formatted(left, ids().size()));
    }
    return part;
  }

  /** Ids of the tasks whose symbols may be above 9. */
  public Set<String> puzzleIds() {
    Set<String> ids = new LinkedHashSet<>();
    puzzles.forEach(puzzle -> ids.add(puzzle.id()));
    return ids;
  }

  /** Ids of all tasks that can be scored. */
  public Set<String> ids() {
    Set<String> ids = new LinkedHashSet<>(outputs.keySet());
    ids.addAll(puzzleIds());
    return ids;
  }
}
