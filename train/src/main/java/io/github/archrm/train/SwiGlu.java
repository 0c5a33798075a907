package io.github.archrm.train;

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
  private final NDArray meanGateUp;
  private final NDArray kernel;

  SwiGlu(ModelConfig config, Weights weights, String prefix) {
    this.config = config;
    this.gateUp = weights.get(prefix + "mlp.gate_up_proj.weight");
    this.down = weights.get(prefix + "mlp.down_proj.weight");
    this.meanGateUp =
        config.symbolEquivariant() ? weights.get(prefix + "mlp.mean_gate_up_proj.weight") : null;
    this.kernel = config.neighbours() ? weights.get(prefix + "mlp.neighbours.weight") : null;
  }

  static void initialize(ModelConfig config, Weights weights, Initializer init, String prefix) {
    Shape gateUp = new Shape(2L * config.inner(), config.d());
    Shape down = new Shape(config.d(), config.inner());
    weights.put(prefix + "mlp.gate_up_proj.weight", init.leCun(gateUp), gateUp);
    weights.put(prefix + "mlp.down_proj.weight", init.leCun(down), down);
    if (config.symbolEquivariant()) {
      weights.put(prefix + "mlp.mean_gate_up_proj.weight", init.leCun(gateUp), gateUp);
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
    NDArray hidden = Torch.linear(x, gateUp);
    if (meanGateUp != null) {
      NDArray mean =
          x.reshape(layout.batch(), layout.symbols(), layout.tokens(), config.d())
              .mean(new int[] {1}, true);
      hidden =
          hidden
              .reshape(layout.batch(), layout.symbols(), layout.tokens(), 2L * inner)
              .add(Torch.linear(mean, meanGateUp))
              .reshape(x.getShape().get(0), layout.tokens(), 2L * inner);
    }
    NDArray gate = Torch.slice(hidden, 2, 0, inner);
    NDArray up = Torch.slice(hidden, 2, inner, 2L * inner);
    NDArray gated = gate.mul(Torch.sigmoid(gate)).mul(up);
    if (kernel != null) {
      gated = overNeighbours(gated, layout.canvas());
    }
    return Torch.linear(gated, down);
  }

  private NDArray overNeighbours(NDArray x, Canvas canvas) {
    long n = x.getShape().get(0);
    NDArray plane =
        x.reshape(n, canvas.height(), canvas.width(), config.inner()).transpose(0, 3, 1, 2);
    return Torch.neighbours(plane, kernel).transpose(0, 2, 3, 1).reshape(x.getShape());
  }
}
