package io.github.archrm.train.tokens;

import io.github.archrm.train.model.Canvas;

/**
 * What a row is laid on.
 *
 * @param planes symbols that its cells may hold: symbol planes, or the vocabulary of a sequence
 *     model
 */
public record Frame(Canvas canvas, int planes) {
  /** Cells times planes. */
  public int tokens() {
    return canvas.cells() * planes;
  }

  /** The smallest one that holds both. */
  public Frame covering(Frame other) {
    return new Frame(canvas.covering(other.canvas), Math.max(planes, other.planes));
  }

  /** That of a view that swaps rows and columns. */
  public Frame transposed() {
    return new Frame(canvas.transposed(), planes);
  }
}
