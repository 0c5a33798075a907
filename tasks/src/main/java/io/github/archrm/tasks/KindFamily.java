package io.github.archrm.tasks;

import java.util.List;
import java.util.Optional;

/**
 * One sort of puzzle in all its sizes: what must be known before it is known which {@link Kind} a
 * task has.
 *
 * <p>A family is added by a line in {@code META-INF/services}, in a file that has this interface's
 * full name; {@link Kinds} finds it there. Nothing else needs to hear of it.
 */
public interface KindFamily {
  /** The name in files, such as {@code sudoku}; that of all its kinds. */
  String name();

  /**
   * The kind of that name.
   *
   * @param name a {@link Kind#name()} or a {@link Kind#fullName()}, maybe of another family
   * @param side of its grids, which may tell kinds apart that have the same name; 0 if not known
   * @return empty if this family has none
   */
  Optional<Kind> named(String name, int side);

  /** The kind of tasks whose files name none, if it is one of this family. */
  default Optional<Kind> unnamed() {
    return Optional.empty();
  }

  /**
   * The kind of which a puzzle in one line of text looks to be, sound or not.
   *
   * @return empty if it cannot be one of this family
   */
  default Optional<Kind> recognised(String puzzle) {
    return Optional.empty();
  }

  /**
   * Whether a line of text must be a puzzle of this family although it may hold blanks or begin as
   * a comment does. Its solution then follows a comma, and nothing else.
   */
  default boolean claims(String line) {
    return false;
  }

  /**
   * The puzzles of a file that are drawn over several lines.
   *
   * @param lines the whole file
   * @return in the order of the file; empty where none is drawn as this family's are. Lines that
   *     belong to no drawing but are puzzles of their own are among them, with their comments
   */
  default List<DrawnPuzzle> drawn(List<String> lines) {
    return List.of();
  }

  /**
   * What a line of text must be to be {@link #recognised}, in a few words such as {@code maze (with
   * # and S)}; empty where none is.
   */
  default Optional<String> recognisedBy() {
    return Optional.empty();
  }

  /** Makes puzzles of this family, if that can be done. */
  default Optional<PuzzleMaker> maker() {
    return Optional.empty();
  }
}
