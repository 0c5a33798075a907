package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The Hierarchical Reasoning Model (Wang et al. 2025, section 2): a slow module H and a fast module
 * L that run in turn over the same tokens, with gradient through the last step of each only.
 *
 * <p>Holds no state of its own: weights in, arrays out, so that a second instance over averaged
 * weights predicts.
 */
public final class HrmModel {
  public static final String PUZZLE_EMBEDDING = "puzzle_emb.weights";

  private final ModelConfig config;
  private final Weights weights;
  private final Constants constants;
  private final Level high;
  private final Level low;
  private final NDArray head;
  private final NDArray qWeight;
  private final NDArray qBias;

  /** Must not be called inside an NDScope. */
  public HrmModel(ModelConfig config, Weights weights, NDManager manager) {
    this.config = config;
    this.weights = weights;
    this.constants = new Constants(manager, config);
    this.high = new Level(config, constants, weights, "H_level", config.hLayers());
    this.low = new Level(config, constants, weights, "L_level", config.lLayers());
    this.head = weights.get("lm_head.weight");
    this.qWeight = weights.get("q_head.weight");
    this.qBias = weights.get("q_head.bias");
  }

  /** First weights of a model; must not be called inside an NDScope. */
  public static Weights initialize(
      ModelConfig config, Canvas canvas, NDManager manager, RandomGenerator random) {
    Weights weights = new Weights(manager);
    Initializer init = new Initializer(random);
    int d = config.d();
    double embeddingStd = 1 / Math.sqrt(d);
    Shape vector = new Shape(d);
    Shape table = new Shape(config.vocabulary(), d);
    if (config.symbolEquivariant()) {
      weights.put("embed_presence.weight", init.truncatedNormal(vector, embeddingStd), vector);
      weights.put("embed_scaled.weight", init.truncatedNormal(vector, embeddingStd), vector);
      weights.put("embed_tiled.weight", init.truncatedNormal(vector, embeddingStd), vector);
      weights.put("embed_symbols.embedding_weight", new float[config.vocabulary() * d], table);
      Shape features = new Shape(d, Row.FEATURES);
      weights.put(
          "embed_features.weight", init.truncatedNormal(features, embeddingStd / 2), features);
      Shape head = new Shape(1, d);
      weights.put("lm_head.weight", init.leCun(head), head);
      puzzles(config, weights);
    } else {
      weights.put(
          "embed_tokens.embedding_weight", init.truncatedNormal(table, embeddingStd), table);
      weights.put("lm_head.weight", init.leCun(table), table);
      puzzles(config, weights);
      if (config.positions() == ModelConfig.Positions.LEARNED) {
        Shape positions = new Shape(config.puzzleTokens() + canvas.cells(), d);
        weights.put(
            "embed_pos.embedding_weight", init.truncatedNormal(positions, embeddingStd), positions);
      }
    }
    weights.put("q_head.weight", new float[2 * d], new Shape(2, d));
    weights.put("q_head.bias", new float[] {-5, -5}, new Shape(2));
    Level.initialize(config, weights, init, "H_level", config.hLayers());
    Level.initialize(config, weights, init, "L_level", config.lLayers());
    weights.put("H_init", init.truncatedNormal(vector, 1), vector);
    weights.put("L_init", init.truncatedNormal(vector, 1), vector);
    return weights;
  }

  private static void puzzles(ModelConfig config, Weights weights) {
    if (config.puzzles() > 0) {
      Shape table = new Shape(config.puzzles(), config.d());
      weights.put(PUZZLE_EMBEDDING, new float[config.puzzles() * config.d()], table);
    }
  }

  public ModelConfig config() {
    return config;
  }

  public Constants constants() {
    return constants;
  }

  /** The fixed starting state of a module, [d]. */
  public NDArray start(boolean highLevel) {
    return weights.get(highLevel ? "H_init" : "L_init");
  }

  /**
   * The injected input of a batch.
   *
   * @return [batch · symbols, tokens, d], or [batch, tokens, d] for a sequence model
   */
  public NDArray embed(List<Row> rows, Layout layout, NDManager manager) {
    return config.symbolEquivariant()
        ? embedPlanes(rows, layout, manager)
        : embedSequence(rows, layout, manager);
  }

  private NDArray embedSequence(List<Row> rows, Layout layout, NDManager manager) {
    int cells = layout.canvas().cells();
    long[] tokens = new long[rows.size() * cells];
    for (int b = 0; b < rows.size(); b++) {
      for (int i = 0; i < cells; i++) {
        tokens[b * cells + i] = rows.get(b).inputs()[i];
      }
    }
    NDArray x =
        Torch.embedding(
            manager.create(tokens, new Shape(rows.size(), cells)),
            weights.get("embed_tokens.embedding_weight"));
    if (config.puzzles() > 0) {
      x = puzzle(rows, manager).reshape(rows.size(), 1, config.d()).concat(x, 1);
    }
    if (config.positions() == ModelConfig.Positions.LEARNED) {
      x = x.add(weights.get("embed_pos.embedding_weight")).mul(constants.positionScale);
    }
    return x.mul(constants.embeddingScale);
  }

  private NDArray embedPlanes(List<Row> rows, Layout layout, NDManager manager) {
    int batch = rows.size();
    int planes = layout.symbols();
    int cells = layout.canvas().cells();
    float[] features = new float[batch * cells * Row.FEATURES];
    long[] symbols = new long[batch * planes];
    for (int b = 0; b < batch; b++) {
      Row row = rows.get(b);
      for (int s = 0; s < planes; s++) {
        symbols[b * planes + s] = row.symbols()[s];
      }
      System.arraycopy(row.features(), 0, features, b * cells * Row.FEATURES, cells * Row.FEATURES);
    }
    int d = config.d();
    NDArray here =
        presence(rows, Row::inputs, layout, manager).mul(weights.get("embed_presence.weight"));
    if (rows.get(0).scaled() != null) {
      here =
          here.add(
                  presence(rows, Row::scaled, layout, manager)
                      .mul(weights.get("embed_scaled.weight")))
              .add(
                  presence(rows, Row::tiled, layout, manager)
                      .mul(weights.get("embed_tiled.weight")));
    }
    NDArray symbol =
        Torch.embedding(
                manager.create(symbols, new Shape(batch, planes)),
                weights.get("embed_symbols.embedding_weight"))
            .reshape(batch, planes, 1, d);
    NDArray known =
        Torch.linear(
            manager.create(features, new Shape(batch, 1, cells, Row.FEATURES)),
            weights.get("embed_features.weight"));
    NDArray sum = here.add(symbol).add(known);
    if (config.puzzles() > 0) {
      sum = sum.add(puzzle(rows, manager).reshape(batch, 1, 1, d));
    }
    return sum.mul(constants.embeddingScale).reshape((long) batch * planes, cells, d);
  }

  /** [batch, d]. */
  private NDArray puzzle(List<Row> rows, NDManager manager) {
    return Torch.embedding(
        manager.create(rows.stream().mapToLong(Row::puzzle).toArray()),
        weights.get(PUZZLE_EMBEDDING));
  }

  /** Where each symbol is: [batch, symbols, cells, 1] of zeros and ones. */
  private static NDArray presence(
      List<Row> rows, Function<Row, int[]> symbols, Layout layout, NDManager manager) {
    int planes = layout.symbols();
    int cells = layout.canvas().cells();
    float[] presence = new float[rows.size() * planes * cells];
    for (int b = 0; b < rows.size(); b++) {
      int[] of = symbols.apply(rows.get(b));
      for (int i = 0; i < cells; i++) {
        if (of[i] >= 0) {
          presence[(b * planes + of[i]) * cells + i] = 1;
        }
      }
    }
    return manager.create(presence, new Shape(rows.size(), planes, cells, 1));
  }

  /** All steps of a segment but the last L-step and the last H-step; run it without gradient. */
  public State advance(State state, NDArray x, Layout layout) {
    NDArray zH = state.zH();
    NDArray zL = state.zL();
    for (int h = 0; h < config.hCycles(); h++) {
      boolean lastCycle = h == config.hCycles() - 1;
      for (int l = 0; l < config.lCycles() - (lastCycle ? 1 : 0); l++) {
        zL = low.step(zL, zH.add(x), layout);
      }
      if (!lastCycle) {
        zH = high.step(zH, zL, layout);
      }
    }
    return new State(zH, zL);
  }

  /** The last L-step and the last H-step of a segment, and the heads. */
  public Outputs finish(State state, NDArray x, Layout layout) {
    NDArray zL = low.step(state.zL(), state.zH().add(x), layout);
    NDArray zH = high.step(state.zH(), zL, layout);
    int batch = layout.batch();
    int puzzleTokens = config.puzzleTokens();
    NDArray cells = puzzleTokens > 0 ? Torch.slice(zH, 1, puzzleTokens, layout.tokens()) : zH;
    NDArray logits = Torch.linear(cells, head);
    NDArray pooled;
    if (config.symbolEquivariant()) {
      logits = logits.reshape(batch, layout.symbols(), layout.tokens()).transpose(0, 2, 1);
      pooled =
          zH.reshape(batch, (long) layout.symbols() * layout.tokens(), config.d())
              .mean(new int[] {1});
    } else if (puzzleTokens > 0) {
      pooled = Torch.slice(zH, 1, 0, 1).squeeze(1);
    } else {
      pooled = zH.mean(new int[] {1});
    }
    NDArray q = Torch.linear(pooled, qWeight, qBias);
    return new Outputs(
        logits,
        Torch.slice(q, 1, 0, 1).squeeze(1),
        Torch.slice(q, 1, 1, 2).squeeze(1),
        new State(zH, zL));
  }
}
