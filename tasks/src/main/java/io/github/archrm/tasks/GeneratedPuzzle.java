package io.github.archrm.tasks;

/** What a generator made in one try. */
public sealed interface GeneratedPuzzle {
  /**
   * A sound puzzle with its solution.
   *
   * @param puzzle the puzzle as input, its solution as output
   * @param signature equal for any two puzzles that a symmetry turns into each other
   */
  record Sound(Example puzzle, Object signature) implements GeneratedPuzzle {}

  /**
   * A try that came to nothing.
   *
   * @param reason a few words, the same for all tries that failed in the same way
   */
  record Rejected(String reason) implements GeneratedPuzzle {}
}
