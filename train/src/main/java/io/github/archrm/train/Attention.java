package io.github.archrm.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Multi-head attention without mask or bias. One projection gives all query heads, then all key
 * heads, then all value heads.
 */
final class Attention {
  private final ModelConfig config;
  private final Constants constants;
  private final NDArray qkv;
  private final NDArray out;

  Attention(ModelConfig config, Constants constants, Weights weights, String prefix) {
    this.config = config;
    this.constants = constants;
    this.qkv = weights.get(prefix + "self_attn.qkv_proj.weight");
    this.out = weights.get(prefix + "self_attn.o_proj.weight");
  }

  static void initialize(ModelConfig config, Weights weights, Initializer init, String prefix) {
    int d = config.d();
    Shape qkv = new Shape(3L * d, d);
    Shape out = new Shape(d, d);
    weights.put(prefix + "self_attn.qkv_proj.weight", init.leCun(qkv), qkv);
    weights.put(prefix + "self_attn.o_proj.weight", init.leCun(out), out);
  }

  /** [batch · symbols, tokens, d] to the same. */
  NDArray forward(NDArray x, Layout layout) {
    NDArray projected = Torch.linear(x, qkv);
    NDArray mixed =
        config.attention() == ModelConfig.Attending.AXIAL
            ? axial(projected, layout)
            : overAll(projected, layout);
    return Torch.linear(mixed, out);
  }

  private NDArray overAll(NDArray projected, Layout layout) {
    int heads = config.heads();
    long n = projected.getShape().get(0);
    NDArray byHead =
        projected.reshape(n, layout.tokens(), 3L * heads, config.headWidth()).transpose(0, 2, 1, 3);
    NDArray queriesAndKeys = Torch.slice(byHead, 1, 0, 2L * heads);
    if (layout.plane() != null) {
      queriesAndKeys = layout.plane().turn(queriesAndKeys);
    }
    return attend(
            Torch.slice(queriesAndKeys, 1, 0, heads),
            Torch.slice(queriesAndKeys, 1, heads, 2L * heads),
            Torch.slice(byHead, 1, 2L * heads, 3L * heads))
        .transpose(0, 2, 1, 3)
        .reshape(n, layout.tokens(), config.d());
  }

  /**
   * The first half of the query, key and value heads run along rows, the others along columns: cost
   * grows with cells · (height + width) instead of cells².
   */
  private NDArray axial(NDArray projected, Layout layout) {
    long n = projected.getShape().get(0);
    int height = layout.canvas().height();
    int width = layout.canvas().width();
    int half = config.heads() / 2;
    NDArray split = projected.reshape(n, height, width, 3, 2, half, config.headWidth());
    NDArray rows =
        alongLines(Torch.slice(split, 4, 0, 1), layout.alongRow(), 3, 0, 1, 5, 2, 4, 6)
            .transpose(0, 1, 3, 2, 4);
    NDArray columns =
        alongLines(Torch.slice(split, 4, 1, 2), layout.alongColumn(), 3, 0, 2, 5, 1, 4, 6)
            .transpose(0, 3, 1, 2, 4);
    return rows.concat(columns, 3).reshape(n, layout.tokens(), config.d());
  }

  /** Brings [n, h, w, 3, 1, heads, width] to [3, n, lines, heads, line length, width]; attends. */
  private NDArray alongLines(NDArray split, Rotary rotary, int... order) {
    NDArray lines = split.transpose(order).squeeze(5);
    NDArray queriesAndKeys = rotary.turn(Torch.slice(lines, 0, 0, 2));
    return attend(
        Torch.slice(queriesAndKeys, 0, 0, 1).squeeze(0),
        Torch.slice(queriesAndKeys, 0, 1, 2).squeeze(0),
        Torch.slice(lines, 0, 2, 3).squeeze(0));
  }

  /** [..., tokens, head width] each. */
  private NDArray attend(NDArray queries, NDArray keys, NDArray values) {
    int rank = keys.getShape().dimension();
    NDArray scores =
        queries.mul(constants.attentionScale).matMul(keys.swapAxes(rank - 2, rank - 1));
    return Torch.softmax(scores, rank - 1).matMul(values);
  }
}
