package io.github.archrm.train;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What a trunk is trained on and validated with: the demonstrations of its tasks, and their test
 * inputs, whose solutions are known.
 */
public record TrainingSet(List<Task> tasks) {
  /** Of so many demonstrations one is held out. */
  private static final int ONE_IN = 10;

  public TrainingSet {
    tasks = List.copyOf(tasks);
  }

  /**
   * Holds puzzles out for validation. Where all tasks share one rule these are random
   * demonstrations, a tenth of them at most, and the sets' own test inputs are not looked at; where
   * each task has a rule of its own, its test inputs serve.
   *
   * @param most puzzles to hold out of each task
   * @throws IllegalArgumentException if the tasks are of several kinds, or one has nothing to learn
   *     from
   */
  public static TrainingSet of(List<Task> tasks, int most, long seed) {
    String kind = tasks.get(0).kind().name();
    List<Task> split = new ArrayList<>();
    for (Task task : tasks) {
      if (!task.kind().name().equals(kind)) {
        throw new IllegalArgumentException(
            "%s is of kind %s, %s of kind %s: a trunk is for one kind"
                .formatted(tasks.get(0).id(), kind, task.id(), task.kind().name()));
      }
      if (task.demonstrations().isEmpty()) {
        throw new IllegalArgumentException(task.id() + ": no puzzles to learn from");
      }
      split.add(task.kind().structure().sharedRule() ? heldOut(task, most, seed) : task);
    }
    return new TrainingSet(split);
  }

  private static Task heldOut(Task task, int most, long seed) {
    List<Example> examples = new ArrayList<>(task.demonstrations());
    Collections.shuffle(examples, new Random(seed));
    int held = Math.min(most, examples.size() / ONE_IN);
    List<Example> validation = examples.subList(0, held);
    List<Grid> inputs = validation.stream().map(Example::input).toList();
    List<Grid> outputs = validation.stream().map(Example::output).toList();
    return new Task(
        task.id(), examples.subList(held, examples.size()), inputs, outputs, task.kind());
  }

  /** Demonstrations in all tasks together. */
  public int demonstrations() {
    return tasks.stream().mapToInt(task -> task.demonstrations().size()).sum();
  }

  /** Puzzles to validate with in all tasks together. */
  public int validation() {
    return tasks.stream().mapToInt(task -> task.solutions().size()).sum();
  }
}
