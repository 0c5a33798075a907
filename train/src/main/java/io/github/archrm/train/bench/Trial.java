package io.github.archrm.train.bench;

import ai.djl.ndarray.NDManager;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.train.AdamATan2;
import io.github.archrm.train.Carry;
import io.github.archrm.train.Compute;
import io.github.archrm.train.Ema;
import io.github.archrm.train.Halting;
import io.github.archrm.train.SegmentTrainer;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.Weights;
import io.github.archrm.train.senses.Suggestions;
import java.util.Collections;
import java.util.stream.IntStream;

/** A model in training on random cells, the same ones every time and on every device. */
final class Trial implements AutoCloseable {
  private static final double RATE = 1e-4;

  private final Case about;
  private final Canvas canvas;
  private final SplitMix64 random = new SplitMix64(1);
  private final NDManager manager;
  private final Weights weights;
  private final AdamATan2 optimizer;
  private final Ema ema;
  private final HrmModel model;
  private final Layout layout;
  private final SegmentTrainer trainer;
  private final Carry carry;

  Trial(Case about, Compute compute) {
    this.about = about;
    this.canvas = new Canvas(about.side(), about.side());
    ModelConfig config = about.recipe().model();
    this.manager = NDManager.newBaseManager(compute.device());
    this.weights = HrmModel.initialize(config, canvas, manager, random);
    this.optimizer = new AdamATan2(weights, manager, about.recipe().optimizer());
    this.ema = new Ema(weights, manager, about.recipe().ema());
    this.layout =
        Layout.of(
            manager, config, about.batch(), about.symbols(), canvas, Kinds.unnamed().structure());
    this.model = new HrmModel(config, canvas, weights, manager);
    this.trainer = new SegmentTrainer(model, weights, optimizer, about.recipe(), random, manager);
    this.carry = new Carry(layout);
  }

  Weights weights() {
    return weights;
  }

  SegmentTrainer trainer() {
    return trainer;
  }

  /** One training step, until its loss is known. */
  void step() {
    trainer.step(carry, this::row, RATE);
    ema.update();
  }

  /** Floating-point operations of the matrix products of a step. */
  double flops() {
    return flops(model, layout, about.recipe().halting());
  }

  /**
   * Of the matrix products of one training step of a whole batch. One that is differentiated counts
   * three times: forward, and in the backward pass once for each of its operands. Where the next
   * segment is looked at, it runs once more without gradient.
   */
  static double flops(HrmModel model, Layout layout, Halting halting) {
    double all = model.advanceFlops(layout) + model.finishFlops(layout);
    return all
        + 3 * model.embedFlops(layout)
        + 2 * model.finishFlops(layout)
        + (halting.looksAhead() ? all : 0);
  }

  /** Random cells; what they are makes little difference to the time. */
  private Row row() {
    ModelConfig config = about.recipe().model();
    int cells = canvas.cells();
    boolean equivariant = config.symbols().equivariant();
    int most = equivariant ? about.symbols() : config.symbols().vocabulary();
    int[] inputs = random.ints(cells, 0, most).toArray();
    int[] labels = random.ints(cells, 0, most).toArray();
    if (!equivariant) {
      return Row.sequence(inputs, labels, 0);
    }
    float[] features = new float[cells * Row.FEATURES];
    for (int i = 0; i < cells; i++) {
      features[i * Row.FEATURES] = 1;
    }
    int[] symbols = IntStream.range(0, about.symbols()).toArray();
    Row row = Row.planes(symbols, inputs, labels, features, 0);
    return config.symbols().suggestions()
        ? row.suggesting(Collections.nCopies(Suggestions.COUNT, inputs).toArray(int[][]::new))
        : row;
  }

  @Override
  public void close() {
    carry.close();
    ema.close();
    optimizer.close();
    weights.close();
    manager.close();
  }
}
