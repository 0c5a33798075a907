package io.github.archrm.train.tokens;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.List;

/**
 * Further grids that a model is shown beside every input of a task, such as what programs make of
 * it: channel k of a demonstration and channel k of a test input were made in the same way. They
 * are made upright and seen through the same view as the output, so that a direction stays one.
 *
 * @param demonstrations [demonstration][channel]
 * @param tests [test input][channel]
 */
public record Channels(List<List<Grid>> demonstrations, List<List<Grid>> tests) {
  /** Nothing beside the inputs. */
  public static final Channels NONE = new Channels(List.of(), List.of());

  /**
   * @throws IllegalArgumentException if inputs differ in how many channels they have
   */
  public Channels {
    demonstrations = demonstrations.stream().map(List::copyOf).toList();
    tests = tests.stream().map(List::copyOf).toList();
    int count = count(demonstrations, tests);
    if (!demonstrations.stream().allMatch(list -> list.size() == count)
        || !tests.stream().allMatch(list -> list.size() == count)) {
      throw new IllegalArgumentException("every input needs the same channels");
    }
  }

  private static int count(List<List<Grid>> demonstrations, List<List<Grid>> tests) {
    return !demonstrations.isEmpty()
        ? demonstrations.get(0).size()
        : tests.isEmpty() ? 0 : tests.get(0).size();
  }

  /** Channels of an input. */
  public int count() {
    return count(demonstrations, tests);
  }

  /** The channels of a demonstration. */
  List<Grid> of(Task task, Example demonstration) {
    return count() == 0
        ? List.of()
        : demonstrations.get(task.demonstrations().indexOf(demonstration));
  }

  /** The channels of a test input. */
  List<Grid> of(int test) {
    return count() == 0 ? List.of() : tests.get(test);
  }
}
