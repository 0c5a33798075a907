package io.github.archrm.augment.program.stack;

/**
 * What is laid over each other: for each piece the cells it has in every example.
 *
 * @param costs [piece] lengths of their programs, ascending
 * @param cells [piece][cell] the cells of all demonstrations' outputs one after another, then of
 *     all tests' outputs
 */
public record Pieces(int[] costs, byte[][] cells) {
  public int size() {
    return costs.length;
  }
}
