package io.github.archrm.tasks;

/**
 * What an answer can be checked for without knowing the solution. Here are those that several kinds
 * of puzzles share; a kind may have more.
 *
 * @param name in capitals
 * @param isAboutOptimality whether an answer that breaks this rule only could still be better, and
 *     is valid
 */
public record Rule(String name, boolean isAboutOptimality) {
  /** It is as large as the puzzle. */
  public static final Rule SIZE = of("SIZE");

  /** What the puzzle gives is still there: the givens of a board, the walls and ends of a maze. */
  public static final Rule GIVEN = of("GIVEN");

  /** A board has a symbol in every cell. */
  public static final Rule COMPLETE = of("COMPLETE");

  /** No symbol stands twice in a row. */
  public static final Rule ROW = of("ROW");

  /** No symbol stands twice in a column. */
  public static final Rule COLUMN = of("COLUMN");

  /** A rule that every sound answer keeps. */
  public static Rule of(String name) {
    return new Rule(name, false);
  }

  @Override
  public String toString() {
    return name;
  }
}
