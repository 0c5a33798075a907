package io.github.archrm.submit.recipe;

import io.github.archrm.submit.answers.Answers;
import io.github.archrm.submit.answers.TaskAnswers;
import io.github.archrm.submit.compare.Comparison;
import io.github.archrm.submit.compare.Key;
import io.github.archrm.submit.compare.Side;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All seeds of every recipe against the same seeds of the first one: a task counts once for each
 * seed, under its id and the seed.
 */
public final class PairedRuns {
  /** Of the draws of the bootstrap. */
  private static final long SEED = 0;

  private PairedRuns() {}

  /**
   * @param runs at least one, each recipe with the same seeds
   * @return nothing if all are of one recipe
   */
  public static Optional<Comparison> compare(List<RecipeRun> runs) {
    Map<String, Map<String, TaskAnswers>> answers = new LinkedHashMap<>();
    Map<String, List<Grid>> outputs = new LinkedHashMap<>();
    Map<String, Task> puzzles = new LinkedHashMap<>();
    boolean several = runs.stream().mapToLong(RecipeRun::seed).distinct().count() > 1;
    for (RecipeRun run : runs) {
      Map<String, TaskAnswers> own =
          answers.computeIfAbsent(run.recipe(), recipe -> new LinkedHashMap<>());
      for (Task task : run.results().tasks()) {
        String id = task.id() + (several ? " seed " + run.seed() : "");
        run.results().outcome(task).ifPresent(outcome -> own.put(id, outcome.answers()));
        if (task.kind().hasRules()) {
          puzzles.put(id, named(task, id));
        } else {
          outputs.put(id, task.solutions());
        }
      }
    }
    List<Side> sides = new ArrayList<>();
    answers.forEach(
        (recipe, tasks) ->
            sides.add(
                new Side(
                    recipe,
                    Path.of(recipe),
                    new Answers(tasks, Optional.empty(), List.of()),
                    Optional.empty())));
    return sides.size() < 2
        ? Optional.empty()
        : Optional.of(
            Comparison.of(sides, Key.of(outputs, List.copyOf(puzzles.values())), false, SEED));
  }

  private static Task named(Task task, String id) {
    return new Task(id, task.demonstrations(), task.testInputs(), task.solutions(), task.kind());
  }
}
