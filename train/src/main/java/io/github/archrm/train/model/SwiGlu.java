package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.random.RandomGenerator;

/**
 * The gated feed-forward layer (Shazeer 2020): down(silu(gate) · up).
 *
 * <p>In a symbol-equivariant model the hidden units of a symbol also see the mean over symbols at
 * the same cell (the equivariant linear layer of Deep Sets, Zaheer et al. 2017), which costs one
 * symbol's worth of work. With neighbour mixing they pass through a depthwise 3x3 convolution, as
 * in the Universal Reasoning Model's ConvSwiGLU (2025), here over the plane.
 */
final class SwiGlu {
  private final int inner;
  private final NDArray gateUp;
  private final NDArray down;
  private final NDArray mean;
  private final NDArray kernel;

  SwiGlu(ModelConfig config, Parameters parameters) {
    this.inner = config.feedForward().inner();
    long d = config.width();
    this.gateUp =
        parameters.declare("gate_up_proj.weight", new Shape(2L * inner, d), Initializer.leCun());
    this.down = parameters.declare("down_proj.weight", new Shape(d, inner), Initializer.leCun());
    this.mean =
        config.symbols().equivariant()
            ? parameters.declare("mean_proj.weight", new Shape(d, d), Initializer.leCun())
            : null;
    this.kernel =
        config.feedForward().neighbours()
            ? parameters.declare(
                "neighbours.weight", new Shape(inner, 1, 3, 3), SwiGlu::nearlyIdentity)
            : null;
  }

  /** Kernels whose middle is 1 more than the noise, so that at first a cell is mostly itself. */
  private static float[] nearlyIdentity(Shape shape, RandomGenerator random) {
    float[] values = Initializer.truncatedNormal(1.0 / 3).draw(shape, random);
    for (int i = 4; i < values.length; i += 9) {
      values[i] += 1;
    }
    return values;
  }

  /** [batch · symbols, tokens, d] to the same. */
  NDArray forward(NDArray x, Layout layout) {
    NDArray in = mean == null ? x : withMean(x, layout);
    NDArray gate = Torch.linear(in, Torch.slice(gateUp, 0, 0, inner));
    NDArray up = Torch.linear(in, Torch.slice(gateUp, 0, inner, 2L * inner));
    NDArray gated = Torch.times(Torch.times(Torch.sigmoid(gate), gate), up);
    if (kernel != null) {
      gated = overNeighbours(gated, layout.canvas());
    }
    return Torch.linear(gated, down);
  }

  private NDArray withMean(NDArray x, Layout layout) {
    NDArray planes =
        x.reshape(layout.batch(), layout.symbols(), layout.tokens(), x.getShape().get(2));
    return planes.add(Torch.linear(planes.mean(new int[] {1}, true), mean)).reshape(x.getShape());
  }

  private NDArray overNeighbours(NDArray x, Canvas canvas) {
    long n = x.getShape().get(0);
    NDArray plane = x.reshape(n, canvas.height(), canvas.width(), inner).transpose(0, 3, 1, 2);
    return Torch.neighbours(plane, kernel).transpose(0, 2, 3, 1).reshape(x.getShape());
  }

  /** Of the matrix products of one forward pass; the mean over symbols is one symbol's worth. */
  double flops(Layout layout) {
    double ofMean =
        mean == null ? 0 : (double) layout.batch() * layout.tokens() * Flops.ofLinear(mean);
    return layout.rowsOfTokens() * (Flops.ofLinear(gateUp) + Flops.ofLinear(down)) + ofMean;
  }
}
