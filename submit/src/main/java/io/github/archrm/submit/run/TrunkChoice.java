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
 * @param seconds that are spent on one that learns all tasks of the run jointly; else 0
 */
public record TrunkChoice(Rule rule, Optional<Trunk> file, double seconds) {
  /** Instead of a file: none. */
  private static final String NONE = "none";

  /** How a trunk is chosen. */
  public enum Rule {
    /** The one that is shipped where a task brings no puzzles to learn from; otherwise none. */
    USUAL,
    NONE,
    SHIPPED,
    FILE,
    /** The one that has learned the run's tasks jointly for those, the usual one for others. */
    JOINT
  }

  /** Nothing was said. */
  public static final TrunkChoice USUAL = new TrunkChoice(Rule.USUAL, Optional.empty(), 0);

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
      case NONE -> new TrunkChoice(Rule.NONE, Optional.empty(), 0);
      case ShippedTrunk.WORD -> new TrunkChoice(Rule.SHIPPED, Optional.empty(), 0);
      default -> new TrunkChoice(Rule.FILE, Optional.of(Trunk.read(Path.of(word))), 0);
    };
  }

  /** A trunk that is yet to learn the tasks of the run jointly. */
  public static TrunkChoice joint(double seconds) {
    return new TrunkChoice(Rule.JOINT, Optional.empty(), seconds);
  }

  /** What a run keeps beside its output while it learns its tasks jointly; empty if it does not. */
  Optional<Path> learning(Path output) {
    return isJoint() ? Optional.of(JointTraining.files(output).state()) : Optional.empty();
  }

  /** The same when it has learned. */
  TrunkChoice learned(Trunk trunk) {
    return new TrunkChoice(rule, Optional.of(trunk), seconds);
  }

  /** Whether the tasks of the run are learned jointly first. */
  boolean isJoint() {
    return rule == Rule.JOINT;
  }

  /** Whether a task is, or will be, solved from a trunk that has learned it beside others. */
  boolean isJoint(Task task) {
    return isJoint() && JointTraining.takes(task);
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
      case JOINT -> isJoint(task) ? file : USUAL.of(task);
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
    return of(task)
        .map(trunk -> file.equals(Optional.of(trunk)) ? trunk.path().toString() : ShippedTrunk.WORD)
        .orElse(null);
  }
}
