package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * The gated feed-forward layer (Shazeer 2020): down(silu(gate) · up).
 *
 * <p>In a symbol-equivariant model the hidden units of a symbol also see the mean over symbols at
 * the same cell (the equivariant linear layer of Deep Sets, Zaheer et al. 2017), which costs one
 * symbol's worth of work. With neighbour mixing they pass through a depthwise 3x3 convolution, as
 * in the Universal Reasoning Model's ConvSwiGLU (2025), here over the plane.
 */
final class SwiGlu {
  private final ModelConfig config;
  private final NDArray gateUp;
  private final NDArray down;
  private final NDArray mean;
  private final NDArray kernel;

  SwiGlu(ModelConfig config, Weights weights, String prefix) {
    this.config = config;
    this.gateUp = weights.get(prefix + "mlp.gate_up_proj.weight");
    this.down = weights.get(prefix + "mlp.down_proj.weight");
    this.mean = config.symbolEquivariant() ? weights.get(prefix + "mlp.mean_proj.weight") : null;
    this.kernel = config.neighbours() ? weights.get(prefix + "mlp.neighbours.weight") : null;
  }

  static void initialize(ModelConfig config, Weights weights, Initializer init, String prefix) {
    Shape gateUp = new Shape(2L * config.inner(), config.d());
    Shape down = new Shape(config.d(), config.inner());
    weights.put(prefix + "mlp.gate_up_proj.weight", init.leCun(gateUp), gateUp);
    weights.put(prefix + "mlp.down_proj.weight", init.leCun(down), down);
    if (config.symbolEquivariant()) {
      Shape mean = new Shape(config.d(), config.d());
      weights.put(prefix + "mlp.mean_proj.weight", init.leCun(mean), mean);
    }
    if (config.neighbours()) {
      Shape kernel = new Shape(config.inner(), 1, 3, 3);
      float[] values = init.truncatedNormal(kernel, 1.0 / 3);
      for (int i = 4; i < values.length; i += 9) {
        values[i] += 1;
      }
      weights.put(prefix + "mlp.neighbours.weight", values, kernel);
    }
  }

  /** [batch · symbols, tokens, d] to the same. */
  NDArray forward(NDArray x, Layout layout) {
    int inner = config.inner();
    NDArray in = mean == null ? x : withMean(x, layout);
    NDArray gate = Torch.linear(in, Torch.slice(gateUp, 0, 0, inner));
    NDArray up = Torch.linear(in, Torch.slice(gateUp, 0, inner, 2L * inner));
    NDArray gated = gate.mul(Torch.sigmoid(gate)).mul(up);
    if (kernel != null) {
      gated = overNeighbours(gated, layout.canvas());
    }
    return Torch.linear(gated, down);
  }

  private NDArray withMean(NDArray x, Layout layout) {
    NDArray planes = x.reshape(layout.batch(), layout.symbols(), layout.tokens(), config.d());
    return planes.add(Torch.linear(planes.mean(new int[] {1}, true), mean)).reshape(x.getShape());
  }

  private NDArray overNeighbours(NDArray x, Canvas canvas) {
    long n = x.getShape().get(0);
    NDArray plane =
        x.reshape(n, canvas.height(), canvas.width(), config.inner()).transpose(0, 3, 1, 2);
    return Torch.neighbours(plane, kernel).transpose(0, 2, 3, 1).reshape(x.getShape());
  }
}
