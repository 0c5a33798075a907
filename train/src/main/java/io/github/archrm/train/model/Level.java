package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/**
 * A recurrent module, H or L: post-norm transformer blocks over its state plus what is injected.
 */
final class Level {
  /**
   * @param attention null in a model without
   */
  private record Block(Attention attention, SwiGlu swiGlu) {
    double flops(Layout layout) {
      return (attention == null ? 0 : attention.flops(layout)) + swiGlu.flops(layout);
    }
  }

  private final Constants constants;
  private final List<Block> blocks = new ArrayList<>();

  /**
   * @param layers blocks
   */
  Level(ModelConfig config, Constants constants, Parameters parameters, int layers) {
    this.constants = constants;
    for (int i = 0; i < layers; i++) {
      Parameters own = parameters.under("layers." + i + ".");
      boolean attends = config.attention().reach() != ModelConfig.Reach.NONE;
      blocks.add(
          new Block(
              attends ? new Attention(config, constants, own.under("self_attn.")) : null,
              new SwiGlu(config, own.under("mlp."))));
    }
  }

  /**
   * One step: [batch · symbols, tokens, d] to the same.
   *
   * <p>What a block makes on its way is let go with the block: where there is a gradient, the graph
   * holds on to what it needs, and no more. So nothing in a block may be made of Java's memory,
   * which the graph cannot hold.
   */
  NDArray step(NDArray state, NDArray injection, Layout layout) {
    NDArray x = state.add(injection);
    for (Block block : blocks) {
      NDArray in = x;
      x = Torch.keepingResult(() -> forward(block, in, layout));
    }
    return x;
  }

  private NDArray forward(Block block, NDArray in, Layout layout) {
    NDArray x =
        block.attention() == null
            ? in
            : constants.rmsNorm(block.attention().forward(in, layout).addi(in));
    return constants.rmsNorm(block.swiGlu().forward(x, layout).addi(x));
  }

  /** Of the matrix products of one step. */
  double flops(Layout layout) {
    return blocks.stream().mapToDouble(block -> block.flops(layout)).sum();
  }
}
