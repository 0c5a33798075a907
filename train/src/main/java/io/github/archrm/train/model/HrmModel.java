package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The Hierarchical Reasoning Model (Wang et al. 2025, section 2): a slow module H and a fast module
 * L that run in turn over the same tokens, with gradient through the last step of each (the paper),
 * or through more of the last steps.
 *
 * <p>Holds no state of its own: weights in, arrays out, so that a second instance over averaged
 * weights predicts.
 */
public final class HrmModel {
  /** Turns the rows of a batch into what is injected into both modules at every step. */
  interface Embedding {
    /**
     * @return [batch · symbols, tokens, d], or [batch, tokens, d] for a sequence model
     */
    NDArray embed(List<Row> rows, Layout layout, NDManager manager);

    /** Of its matrix products. */
    double flops(Layout layout);
  }

  private final ModelConfig config;
  private final Constants constants;
  private final Embedding embedding;
  private final NDArray head;
  private final NDArray qWeight;
  private final NDArray qBias;
  private final Level high;
  private final Level low;
  private final NDArray highStart;
  private final NDArray lowStart;

  /**
   * A model over weights that are there; must not be called inside an NDScope.
   *
   * @param canvas that the weights were made for
   */
  public HrmModel(ModelConfig config, Canvas canvas, Weights weights, NDManager manager) {
    this(config, canvas, weights.existing(), manager);
  }

  private HrmModel(ModelConfig config, Canvas canvas, Parameters parameters, NDManager manager) {
    this.config = config;
    this.constants = new Constants(manager, config);
    long d = config.width();
    this.embedding =
        config.symbols().equivariant()
            ? new PlaneEmbedding(config, constants, parameters)
            : new SequenceEmbedding(config, canvas, constants, parameters);
    int logits = config.symbols().equivariant() ? 1 : config.symbols().vocabulary();
    this.head = parameters.declare("lm_head.weight", new Shape(logits, d), Initializer.leCun());
    this.qWeight = parameters.declare("q_head.weight", new Shape(2, d), Initializer.constant(0));
    this.qBias =
        parameters.declare(
            "q_head.bias", new Shape(2), Initializer.constant(config.start().halting()));
    ModelConfig.Depth depth = config.depth();
    this.high = new Level(config, constants, parameters.under("H_level."), depth.hLayers());
    this.low = new Level(config, constants, parameters.under("L_level."), depth.lLayers());
    Initializer vector = Initializer.truncatedNormal(1);
    this.highStart = parameters.declare("H_init", new Shape(d), vector);
    this.lowStart = parameters.declare("L_init", new Shape(d), vector);
  }

  /** First weights of a model; must not be called inside an NDScope. */
  public static Weights initialize(
      ModelConfig config, Canvas canvas, NDManager manager, RandomGenerator random) {
    Weights weights = new Weights(manager);
    try (NDManager scratch = manager.newSubManager()) {
      new HrmModel(config, canvas, weights.first(random), scratch);
    }
    return weights;
  }

  public ModelConfig config() {
    return config;
  }

  public Constants constants() {
    return constants;
  }

  /** The fixed starting state of a module, [d]. */
  public NDArray start(boolean highLevel) {
    return highLevel ? highStart : lowStart;
  }

  /**
   * The injected input of a batch.
   *
   * @return [batch · symbols, tokens, d], or [batch, tokens, d] for a sequence model
   */
  public NDArray embed(List<Row> rows, Layout layout, NDManager manager) {
    return embedding.embed(rows, layout, manager);
  }

  /** The first steps of a segment, which are not learned from; run it without gradient. */
  public State advance(State state, NDArray x, Layout layout) {
    ModelConfig.Depth depth = config.depth();
    return run(state, x, layout, 0, depth.steps() - depth.learned());
  }

  /** The last steps of a segment, through which gradients go, and the heads. */
  public Outputs finish(State state, NDArray x, Layout layout) {
    ModelConfig.Depth depth = config.depth();
    State last = run(state, x, layout, depth.steps() - depth.learned(), depth.steps());
    NDArray zH = last.zH();
    int batch = layout.batch();
    int puzzleTokens = config.puzzleTokens();
    NDArray cells = puzzleTokens > 0 ? Torch.slice(zH, 1, puzzleTokens, layout.tokens()) : zH;
    NDArray logits = Torch.linear(cells, head);
    NDArray pooled;
    if (config.symbols().equivariant()) {
      logits = logits.reshape(batch, layout.symbols(), layout.tokens()).transpose(0, 2, 1);
      pooled =
          zH.reshape(batch, (long) layout.symbols() * layout.tokens(), config.width())
              .mean(new int[] {1});
    } else if (puzzleTokens > 0) {
      pooled = Torch.slice(zH, 1, 0, 1).squeeze(1);
    } else {
      pooled = zH.mean(new int[] {1});
    }
    NDArray q = Torch.linear(pooled, qWeight, qBias);
    return new Outputs(
        logits, Torch.slice(q, 1, 0, 1).squeeze(1), Torch.slice(q, 1, 1, 2).squeeze(1), last);
  }

  private State run(State state, NDArray x, Layout layout, int from, int to) {
    NDArray zH = state.zH();
    NDArray zL = state.zL();
    for (int step = from; step < to; step++) {
      if (config.depth().isHigh(step)) {
        zH = high.step(zH, zL, layout);
      } else {
        zL = low.step(zL, zH.add(x), layout);
      }
    }
    return new State(zH, zL);
  }

  /** Floating-point operations of the matrix products of {@link #embed}. */
  public double embedFlops(Layout layout) {
    return embedding.flops(layout);
  }

  /** Floating-point operations of the matrix products of {@link #advance}. */
  public double advanceFlops(Layout layout) {
    ModelConfig.Depth depth = config.depth();
    return flops(layout, 0, depth.steps() - depth.learned());
  }

  /** Floating-point operations of the matrix products of {@link #finish}. */
  public double finishFlops(Layout layout) {
    double cells = (double) layout.batch() * layout.symbols() * layout.canvas().cells();
    ModelConfig.Depth depth = config.depth();
    return flops(layout, depth.steps() - depth.learned(), depth.steps())
        + cells * Flops.ofLinear(head)
        + layout.batch() * Flops.ofLinear(qWeight);
  }

  private double flops(Layout layout, int from, int to) {
    double sum = 0;
    for (int step = from; step < to; step++) {
      sum += config.depth().isHigh(step) ? high.flops(layout) : low.flops(layout);
    }
    return sum;
  }
}
