package io.github.archrm.submit.run;

import io.github.archrm.solver.trunk.ShippedTrunk;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Trunk;
import java.nio.file.Path;
import java.util.Optional;

/**
 * With which trunk the tasks of a run are solved.
 *
 * @param rule how it is chosen for a task
 * @param file that one where it is a file; else empty
 */
public record TrunkChoice(Rule rule, Optional<Trunk> file) {
  /** Instead of a file: none. */
  private static final String NONE = "none";

  /** How a trunk is chosen. */
  public enum Rule {
    /** The one that is shipped where a task brings no puzzles to learn from; otherwise none. */
    USUAL,
    NONE,
    SHIPPED,
    FILE
  }

  /** Nothing was said. */
  public static final TrunkChoice USUAL = new TrunkChoice(Rule.USUAL, Optional.empty());

  /**
   * What a person said.
   *
   * @param word a file, {@code shipped} or {@code none}; null if nothing was said
   * @throws io.github.archrm.train.file.CheckpointException if it is a file and no trunk
   */
  public static TrunkChoice of(String word) {
    if (word == null) {
      return USUAL;
    }
    return switch (word) {
      case NONE -> new TrunkChoice(Rule.NONE, Optional.empty());
      case ShippedTrunk.WORD -> new TrunkChoice(Rule.SHIPPED, Optional.empty());
      default -> new TrunkChoice(Rule.FILE, Optional.of(Trunk.read(Path.of(word))));
    };
  }

  /**
   * The trunk for a task; empty for random weights.
   *
   * @throws UserMistake if one was asked for that there is not
   */
  public Optional<Trunk> of(Task task) {
    return switch (rule) {
      case FILE -> file;
      case NONE -> Optional.empty();
      case USUAL ->
          task.demonstrations().isEmpty() ? ShippedTrunk.of(task.kind()) : Optional.empty();
      case SHIPPED ->
          Optional.of(
              ShippedTrunk.of(task.kind())
                  .orElseThrow(
                      () ->
                          new UserMistake(
                              "--trunk shipped: %s is of kind %s, for which none is"
                                  .formatted(task.id(), task.kind().name()))));
    };
  }

  /** What a worker is told; null for random weights. */
  String wordFor(Task task) {
    return file.map(trunk -> trunk.path().toString())
        .orElseGet(() -> of(task).map(trunk -> ShippedTrunk.WORD).orElse(null));
  }
}
