package io.github.archrm.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.Outputs;
import io.github.archrm.train.model.PuzzleEmbedding;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.State;
import io.github.archrm.train.model.Torch;
import io.github.archrm.train.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Deep supervision: one segment of the model, one loss, one optimizer step, and the states carried
 * on without their graph (section 2 of the paper, with its adaptive computation time).
 */
public final class SegmentTrainer {
  /**
   * A model has no numbers left to go on with: its loss, its weights or what it says are infinite
   * or not a number. Most often the learning rate is too high. Its trainer is of no more use.
   *
   * <p>The message is what was seen.
   */
  public static final class DivergedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DivergedException(String seen) {
      super(seen);
    }
  }

  /**
   * What one step did.
   *
   * @param loss mean over rows of the mean cross entropy per labelled cell, in nats
   * @param exact rows without a wrong cell
   * @param segment the first row's segment that was supervised, from 1
   */
  record Step(double loss, int exact, int rows, int segment) {}

  /**
   * Everything of a step before the optimizer, to be compared; arrays live during the call only.
   */
  public record Details(
      Outputs outputs,
      float[] targetContinue,
      double loss,
      double cellLoss,
      double haltLoss,
      double continueLoss) {}

  /**
   * Rows of a batch that are laid on one canvas with as many planes.
   *
   * @param source new data for rows that have halted
   */
  public record Part(Carry carry, Supplier<Row> source) {}

  private final HrmModel model;
  private final Weights weights;
  private final AdamATan2 optimizer;
  private final SignSgd puzzleOptimizer;
  private final Loss loss;
  private final Halting halting;
  private final RandomGenerator random;
  private final NDManager manager;
  private final NDArray haltingWeight;
  private Consumer<Details> probe = details -> {};

  /** Must not be called inside an NDScope. */
  public SegmentTrainer(
      HrmModel model,
      Weights weights,
      AdamATan2 optimizer,
      Recipe recipe,
      RandomGenerator random,
      NDManager manager) {
    this.model = model;
    this.weights = weights;
    this.optimizer = optimizer;
    this.puzzleOptimizer =
        new SignSgd(recipe.optimizer().puzzleRate(), recipe.optimizer().puzzleDecay());
    this.loss = recipe.loss();
    this.halting = recipe.halting();
    this.random = random;
    this.manager = manager.newSubManager();
    this.haltingWeight = this.manager.create((float) halting.lossWeight());
    weights.learn();
    if (model.config().symbols().puzzles() > 0) {
      weights.get(PuzzleEmbedding.NAME).setRequiresGradient(true);
    }
  }

  /** Who is shown every step, before its gradients are used. */
  public void probe(Consumer<Details> probe) {
    this.probe = probe;
  }

  /** As {@link #step(List, double)}, for a batch whose rows are all laid on one canvas. */
  public Step step(Carry carry, Supplier<Row> source, double learningRate) {
    return step(List.of(new Part(carry, source)), learningRate);
  }

  /**
   * Runs one segment of a batch, part by part, and learns from it.
   *
   * @throws DivergedException if the loss is not finite; the weights are then as they were
   */
  public Step step(List<Part> batch, double learningRate) {
    int rows = batch.stream().mapToInt(part -> part.carry().layout().batch()).sum();
    List<Row> learnedFrom = new ArrayList<>();
    double cellLoss = 0;
    int exact = 0;
    for (Part part : batch) {
      Step step = learn(part, rows);
      cellLoss += step.loss() * step.rows();
      exact += step.exact();
      learnedFrom.addAll(part.carry().rows());
    }
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      optimizer.step(learningRate);
      if (model.config().symbols().puzzles() > 0) {
        puzzleOptimizer.step(weights.get(PuzzleEmbedding.NAME), learnedFrom, manager);
      }
    }
    return new Step(cellLoss / rows, exact, rows, batch.get(0).carry().segments(0));
  }

  /**
   * Runs one segment of a part of a batch and adds its gradient.
   *
   * @param rowsOfBatch by which the gradient is divided
   */
  private Step learn(Part part, int rowsOfBatch) {
    Carry carry = part.carry();
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      Torch.gradients(false);
      carry.refill(part.source());
      List<Row> rows = carry.rows();
      Layout layout = carry.layout();
      State start = carry.begin(model, random, manager);

      Torch.gradients(true);
      NDArray x = model.embed(rows, layout, manager);
      Torch.gradients(false);
      State advanced = model.advance(start, x, layout);
      Torch.gradients(true);
      Outputs outputs = model.finish(advanced, x, layout);
      Torch.gradients(false);

      long[] predictions = outputs.logits().argMax(-1).toLongArray();
      int cells = layout.canvas().cells();
      float[] exact = new float[rows.size()];
      int exactRows = 0;
      for (int b = 0; b < exact.length; b++) {
        if (rows.get(b).matches(predictions, b * cells)) {
          exact[b] = 1;
          exactRows++;
        }
      }
      float[] qHalt = outputs.qHalt().toFloatArray();
      float[] qContinue = outputs.qContinue().toFloatArray();
      boolean[] last = new boolean[exact.length];
      boolean[] halted = new boolean[exact.length];
      for (int b = 0; b < halted.length; b++) {
        int made = carry.segments(b) + 1;
        last[b] = halting.isLast(made);
        halted[b] = halting.halts(made, qHalt[b], qContinue[b], random);
      }
      float[] target =
          halting.looksAhead() ? targetContinue(outputs.state(), x, layout, last) : null;

      Torch.gradients(true);
      NDArray cellLoss = loss.sum(outputs.logits(), rows, model.constants(), manager);
      NDArray haltLoss = Loss.binary(outputs.qHalt(), exact, manager);
      NDArray continueLoss =
          target == null ? null : Loss.binary(outputs.qContinue(), target, manager);
      NDArray both = continueLoss == null ? haltLoss : haltLoss.add(continueLoss);
      NDArray total = cellLoss.add(both.mul(haltingWeight));
      Torch.backward(total.div(manager.create((float) rowsOfBatch)));
      Torch.gradients(false);

      double totalValue = number(total);
      if (!Double.isFinite(totalValue)) {
        throw new DivergedException("the loss is " + totalValue);
      }
      double cellValue = number(cellLoss);
      probe.accept(
          new Details(
              outputs,
              target,
              totalValue,
              cellValue,
              number(haltLoss),
              continueLoss == null ? 0 : number(continueLoss)));
      carry.keep(outputs.state(), halted);
      return new Step(cellValue / rows.size(), exactRows, rows.size(), carry.segments(0));
    } finally {
      Torch.gradients(false);
    }
  }

  private static double number(NDArray scalar) {
    return scalar.toType(Loss.TYPE, false).getDouble();
  }

  /**
   * What the continue logit should have been: sigmoid of the next segment's halting logit if that
   * segment is the last, else of the larger of its two.
   */
  private float[] targetContinue(State state, NDArray x, Layout layout, boolean[] last) {
    State next = new State(state.zH().stopGradient(), state.zL().stopGradient());
    Outputs outputs = model.finish(model.advance(next, x, layout), x, layout);
    float[] target = outputs.qHalt().toFloatArray();
    float[] qContinue = outputs.qContinue().toFloatArray();
    for (int b = 0; b < target.length; b++) {
      float q = last[b] ? target[b] : Math.max(target[b], qContinue[b]);
      target[b] = (float) (1 / (1 + Math.exp(-q)));
    }
    return target;
  }
}
