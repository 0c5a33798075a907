package io.github.archrm.tasks;

/** What an answer can be checked for without knowing the solution. */
public enum Rule {
  /** It is as large as the puzzle. */
  SIZE,
  /** What the puzzle gives is still there: the givens of a Sudoku, the walls and ends of a maze. */
  GIVEN,
  /** A Sudoku has a symbol in every cell. */
  COMPLETE,
  /** No symbol stands twice in a row. */
  ROW,
  /** No symbol stands twice in a column. */
  COLUMN,
  /** No symbol stands twice in a box. */
  BOX,
  /** The path neither ends before S or G nor branches nor touches itself. */
  PATH,
  /** Every marked cell, and G, can be reached from S on marked cells. */
  CONNECTED,
  /** No path is shorter. */
  SHORTEST;

  /** Whether an answer that breaks this rule only could still be better, and is valid. */
  public boolean isAboutOptimality() {
    return this == SHORTEST;
  }
}
