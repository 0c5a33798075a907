package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
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
  private final NDArray rowBias;
  private final NDArray columnBias;

  /** Null unless attention is gated. */
  private final Gates gates;

  Attention(ModelConfig config, Constants constants, Parameters parameters) {
    this.config = config;
    this.constants = constants;
    int d = config.width();
    this.qkv = parameters.declare("qkv_proj.weight", new Shape(3L * d, d), Initializer.leCun());
    this.out = parameters.declare("o_proj.weight", new Shape(d, d), Initializer.leCun());
    boolean relative = config.positions().encoding() == ModelConfig.Encoding.RELATIVE;
    this.rowBias = relative ? bias("row_bias", parameters) : null;
    this.columnBias = relative ? bias("column_bias", parameters) : null;
    this.gates = config.attention().gated() ? new Gates(config, parameters) : null;
  }

  private NDArray bias(String name, Parameters parameters) {
    return parameters.declare(
        name,
        new Shape(Line.OFFSETS, config.attention().headsPerDirection()),
        Initializer.truncatedNormal(config.start().positionBias()));
  }

  /** [batch · symbols, tokens, d] to the same. */
  NDArray forward(NDArray x, Layout layout) {
    NDArray mixed =
        config.attention().reach() == ModelConfig.Reach.ALL ? overAll(x, layout) : axial(x, layout);
    return Torch.linear(mixed, out);
  }

  private NDArray overAll(NDArray x, Layout layout) {
    NDArray projected = Torch.linear(x, qkv);
    int heads = config.attention().heads();
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
        .reshape(n, layout.tokens(), config.width());
  }

  /**
   * The query, key and value heads fall into as many parts as there are directions: along rows,
   * along columns and, where there are boxes, within boxes. Cost grows with cells · (height + width
   * + cells of a box) instead of cells².
   *
   * <p>One product gives all of them, direction by direction. It is cut by splits, not by slices:
   * the gradient of a slice is a full array of zeros, that of a split joins what its parts got.
   */
  private NDArray axial(NDArray x, Layout layout) {
    long n = x.getShape().get(0);
    int height = layout.canvas().height();
    int width = layout.canvas().width();
    NDList projected = Torch.linear(x, byDirection()).split(reach().directions(), 2);
    Shape plane = new Shape(n, height, width);
    NDArray shut = gates == null ? null : gates.of(x);
    NDArray inRows = gates == null ? null : gates.inRows(shut, layout);
    NDArray inColumns = gates == null ? null : gates.inColumns(shut, layout);
    NDArray rows =
        alongLines(projected.get(0), layout.alongRow(), rowBias, inRows, plane, 1, 2)
            .transpose(0, 1, 3, 2, 4)
            .reshape(n, layout.tokens(), -1);
    NDArray columns =
        alongLines(projected.get(1), layout.alongColumn(), columnBias, inColumns, plane, 2, 1)
            .transpose(0, 3, 1, 2, 4)
            .reshape(n, layout.tokens(), -1);
    NDArray both = rows.concat(columns, 2);
    return layout.boxes() == null ? both : both.concat(withinBoxes(projected.get(2), layout), 2);
  }

  private ModelConfig.Reach reach() {
    return config.attention().reach();
  }

  /**
   * The projection's rows, [3 d, d]: of each direction its queries, made smaller by the square root
   * of a head's width, its keys and its values.
   */
  private NDArray byDirection() {
    long d = config.width();
    long share = d / reach().directions();
    return qkv.reshape(3, reach().directions(), share, d)
        .mul(constants.queriesScaled)
        .transpose(1, 0, 2, 3)
        .reshape(3 * d, d);
  }

  /**
   * One direction of axial attention.
   *
   * @param projected queries, keys and values of the direction, [n, cells, 3 · part of d]
   * @param bias of the scores, by offset; null where positions are not relative, and within boxes
   * @param lowered by how much scores are lowered; null unless attention is gated
   * @param cells [n, h, w], or [n, boxes, cells of a box]
   * @param lines which of the axes tells the line
   * @param along which of the axes goes along it
   * @return [n, lines, heads of the direction, along, head width]
   */
  private NDArray alongLines(
      NDArray projected,
      Line line,
      NDArray bias,
      NDArray lowered,
      Shape cells,
      int lines,
      int along) {
    NDList heads =
        projected
            .reshape(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                3,
                config.attention().headsPerDirection(),
                config.headWidth())
            .transpose(3, 0, lines, 4, along, 5)
            .split(3, 0);
    NDArray queries = heads.get(0).squeeze(0);
    NDArray keys = heads.get(1).squeeze(0);
    NDArray values = heads.get(2).squeeze(0);
    if (line.rotary() != null) {
      queries = line.rotary().turn(queries.mul(constants.one));
      keys = line.rotary().turn(keys.mul(constants.one));
    }
    NDArray scores = queries.matMul(keys.swapAxes(3, 4));
    if (bias != null) {
      scores.addi(Torch.embedding(line.offsets(), bias).transpose(2, 0, 1));
    }
    if (lowered != null) {
      scores.subi(lowered);
    }
    return softmaxTimes(scores, values, line);
  }

  /** Attention within boxes: [n, tokens, part of d]. */
  private NDArray withinBoxes(NDArray projected, Layout layout) {
    Boxes boxes = layout.boxes();
    long n = projected.getShape().get(0);
    NDArray mixed =
        alongLines(
                boxes.gather(projected),
                boxes.line(),
                null,
                null,
                new Shape(n, boxes.count(), boxes.cells()),
                1,
                2)
            .transpose(0, 1, 3, 2, 4)
            .reshape(n, layout.tokens(), -1);
    return boxes.scatter(mixed);
  }

  /**
   * softmax(scores)·values. The library's softmax is slow over a short last axis; this one takes
   * its sums by a matrix product, and keeps scores within bounds that exp can bear instead of
   * subtracting their maximum. A sum may be as small or large as exp of the bounds, so that its
   * reciprocal, whose gradient is the square of that, is no way to divide by it.
   */
  private NDArray softmaxTimes(NDArray scores, NDArray values, Line line) {
    NDArray exp = constants.bearable(scores).exp();
    return Torch.over(exp.matMul(values), exp.matMul(line.ones()));
  }

  /** [..., tokens, head width] each. */
  private NDArray attend(NDArray queries, NDArray keys, NDArray values) {
    int rank = keys.getShape().dimension();
    NDArray scores =
        queries.mul(constants.attentionScale).matMul(keys.swapAxes(rank - 2, rank - 1));
    return Torch.softmax(scores, rank - 1).matMul(values);
  }

  /**
   * Of the matrix products of one forward pass: the projections, and for each direction the scores
   * and the weighted values of its part of the heads.
   */
  double flops(Layout layout) {
    double met =
        config.attention().reach() == ModelConfig.Reach.ALL
            ? layout.tokens()
            : (double)
                    (layout.canvas().width()
                        + layout.canvas().height()
                        + (layout.boxes() == null ? 0 : layout.boxes().cells()))
                / config.attention().reach().directions();
    return layout.rowsOfTokens()
        * (Flops.ofLinear(qkv) + Flops.ofLinear(out) + 2 * Flops.ofProduct(config.width(), met));
  }
}
