package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * What keeps cells of a line from each other: every cell has a gate per head, learned from its
 * state, and the score of two cells is lowered by the gates between them. It is the forget gate of
 * the Forgetting Transformer (Lin et al. 2025), to both sides of a cell.
 *
 * <p>A head whose gates are shut at whatever stops something sees what lies before that, at any
 * distance; without gates that has to be learned for each distance.
 */
final class Gates {
  /** At first a gate is nearly open: it lowers scores by softplus of this, 0.13. */
  private static final float OPEN = -2;

  private final int heads;
  private final NDArray weight;
  private final NDArray bias;

  Gates(ModelConfig config, Parameters parameters) {
    this.heads = config.attention().headsPerDirection();
    this.weight =
        parameters.declare(
            "gate.weight", new Shape(2L * heads, config.width()), Initializer.leCun());
    this.bias = parameters.declare("gate.bias", new Shape(2L * heads), Initializer.constant(OPEN));
  }

  /** How far shut they are, 0 and more, in rows and in columns: [n, tokens, 2 · heads]. */
  NDArray of(NDArray x) {
    return Torch.softplus(Torch.linear(x, weight, bias));
  }

  /** By how much scores are lowered in rows: [n, rows, heads, columns, columns]. */
  NDArray inRows(NDArray gates, Layout layout) {
    return between(Torch.slice(gates, 2, 0, heads), layout, layout.alongRow(), 0, 1, 3, 2);
  }

  /** By how much scores are lowered in columns: [n, columns, heads, rows, rows]. */
  NDArray inColumns(NDArray gates, Layout layout) {
    return between(
        Torch.slice(gates, 2, heads, 2L * heads), layout, layout.alongColumn(), 0, 2, 3, 1);
  }

  private NDArray between(NDArray gates, Layout layout, Line line, int... axes) {
    long n = gates.getShape().get(0);
    NDArray byLine =
        gates.reshape(n, layout.canvas().height(), layout.canvas().width(), heads).transpose(axes);
    Shape shape = byLine.getShape();
    long length = shape.get(3);
    return byLine.matMul(line.between()).reshape(n, shape.get(1), heads, length, length);
  }
}
