package io.github.archrm.augment.program.stack;

/**
 * A piece as it is laid.
 *
 * @param piece its number
 * @param cells which of its cells count
 */
public record Layer(int piece, Cells cells) {
  /** Which cells of a piece are laid; the others let see what lies below. */
  public enum Cells {
    COLOURED,
    BLACK,
    WHOLE
  }
}
