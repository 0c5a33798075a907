package io.github.archrm.train;

import ai.djl.ndarray.NDManager;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.file.CheckpointException;
import io.github.archrm.train.file.Safetensors;
import io.github.archrm.train.file.SafetensorsWriter;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.Weights;
import io.github.archrm.train.tokens.Channels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Trains one model on random views of the demonstrations of one task, which is test-time training,
 * or of many tasks, which makes a trunk. What it has learned is asked by its {@link #predictor}.
 *
 * <p>One thread at a time; owns native memory until closed.
 */
public final class TaskTrainer implements AutoCloseable {
  private final Recipe recipe;
  private final Channels channels;
  private final List<TaskDataset> datasets = new ArrayList<>();
  private final SplitMix64 random;
  private final NDManager manager;
  private final Weights weights;
  private final AdamATan2 optimizer;
  private final Ema ema;
  private final SegmentTrainer segments;
  private final BatchRotation batches;
  private final Predictor predictor;
  private double loss = Double.NaN;
  private double exactShare;

  /**
   * Makes the first weights for one task.
   *
   * @param task its solutions are not looked at
   * @param seed decides everything random
   */
  public TaskTrainer(Task task, Recipe recipe, Compute compute, long seed) {
    this(List.of(task), Channels.NONE, recipe, Optional.empty(), compute, seed);
  }

  /** As the constructor with channels, without any. */
  public TaskTrainer(
      List<Task> tasks, Recipe recipe, Optional<Trunk> trunk, Compute compute, long seed) {
    this(tasks, Channels.NONE, recipe, trunk, compute, seed);
  }

  /**
   * Takes the first weights from a trunk, or makes them.
   *
   * @param tasks their solutions are looked at by {@link Predictor#validate} only
   * @param channels further grids that the inputs are shown with, if there is one task and no trunk
   * @param recipe of the trunk's model, if there is a trunk; see {@link Recipe#from}
   * @param seed decides everything random
   * @throws IllegalArgumentException if the model cannot take a task's symbols or boxes
   * @throws CheckpointException if the trunk is damaged or of another kind of puzzle
   */
  public TaskTrainer(
      List<Task> tasks,
      Channels channels,
      Recipe recipe,
      Optional<Trunk> trunk,
      Compute compute,
      long seed) {
    this.channels = channels;
    this.recipe = recipe.forTasks(tasks.size()).withChannels(channels.count());
    this.random = new SplitMix64(seed);
    this.manager = NDManager.newBaseManager(compute.device());
    try {
      for (Task task : tasks) {
        trunk.ifPresent(trained -> trained.requireFit(task));
        datasets.add(
            new TaskDataset(task, this.recipe, datasets.size(), tasks.size(), channels, manager));
      }
      Canvas canvas = datasets.get(0).tokens().canvas();
      this.weights = HrmModel.initialize(this.recipe.model(), canvas, manager, random);
      trunk.ifPresent(trained -> trained.copyTo(weights));
      this.optimizer = new AdamATan2(weights, manager, recipe.optimizer());
      this.ema = new Ema(weights, manager, recipe.ema());
      HrmModel averaged = new HrmModel(this.recipe.model(), canvas, ema.weights(), manager);
      HrmModel model = new HrmModel(this.recipe.model(), canvas, weights, manager);
      this.segments = new SegmentTrainer(model, weights, optimizer, recipe, random, manager);
      this.batches = new BatchRotation(datasets, recipe.halting().maxSegments(), random);
      this.predictor = new Predictor(averaged, this.recipe, datasets, random, manager);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /**
   * Goes on with a training run exactly where it was saved.
   *
   * @param file written by {@link #save}
   * @param tasks those that were trained; their solutions are not looked at
   * @param recipe the one that was used
   * @throws CheckpointException if the file is missing, damaged, or of other tasks or another
   *     recipe
   */
  public static TaskTrainer resume(Path file, List<Task> tasks, Recipe recipe, Compute compute) {
    return resume(file, tasks, Channels.NONE, recipe, compute);
  }

  /** As {@link #resume(Path, List, Recipe, Compute)}, with the channels that were used. */
  public static TaskTrainer resume(
      Path file, List<Task> tasks, Channels channels, Recipe recipe, Compute compute) {
    try (Checkpoint checkpoint = Checkpoint.open(file, tasks, channels, recipe)) {
      TaskTrainer trainer = new TaskTrainer(tasks, channels, recipe, Optional.empty(), compute, 0);
      try {
        trainer.restore(checkpoint);
        return trainer;
      } catch (RuntimeException e) {
        trainer.close();
        throw e;
      }
    }
  }

  private void restore(Checkpoint checkpoint) {
    Safetensors file = checkpoint.file();
    Checkpoint.Progress progress = checkpoint.progress();
    weights.load(file, "");
    ema.restore(progress.emaUpdates(), file);
    optimizer.restore(progress.step(), file);
    if (progress.step() > 0) {
      batches.restore(progress.batch(), file, recipe.model(), manager);
    }
    file.expectNoMore();
    random.restore(progress.random());
    for (int i = 0; i < datasets.size(); i++) {
      datasets.get(i).restore(progress.drawn().get(i));
    }
    loss = progress.loss();
    exactShare = progress.exactShare();
  }

  /**
   * Writes everything that {@link #resume} needs, as safetensors; the file is replaced as a whole.
   *
   * @throws IOException if it cannot be written; the file is then as it was
   * @throws SegmentTrainer.DivergedException if weights are not finite; the file is then as it was
   */
  public void save(Path file) throws IOException {
    save(file, Map.of());
  }

  /**
   * As {@link #save(Path)}.
   *
   * @param notes whatever the caller wants to find by {@link #notes(Path)}
   */
  public void save(Path file, Map<String, String> notes) throws IOException {
    requireFinite(weights);
    SafetensorsWriter arrays = new SafetensorsWriter(file);
    weights.all().forEach(arrays::put);
    ema.weights().all().forEach((name, mean) -> arrays.put(Ema.PREFIX + name, mean));
    optimizer.moments().forEach(arrays::put);
    batches.save(arrays);
    Checkpoint.write(
        arrays,
        datasets.stream().map(TaskDataset::task).toList(),
        channels,
        recipe,
        new Checkpoint.Progress(
            optimizer.steps(),
            ema.updates(),
            random.state(),
            datasets.stream().map(TaskDataset::drawn).toList(),
            batches.position(),
            loss,
            exactShare),
        notes);
  }

  /**
   * The notes that a training run was saved with.
   *
   * @throws CheckpointException if the file is missing, its header damaged, or of no run
   */
  public static Map<String, String> notes(Path file) {
    return Checkpoint.notes(file);
  }

  /**
   * Writes the averaged weights as a {@link Trunk}; the file is replaced as a whole.
   *
   * @throws IOException if it cannot be written; the file is then as it was
   * @throws SegmentTrainer.DivergedException if weights are not finite; the file is then as it was
   */
  public void saveTrunk(Path file) throws IOException {
    requireFinite(ema.weights());
    Trunk.write(file, ema.weights(), recipe, datasets.get(0).task().kind(), steps());
  }

  private static void requireFinite(Weights weights) {
    if (!weights.areFinite()) {
      throw new SegmentTrainer.DivergedException("a weight is not finite");
    }
  }

  /** Trains without telling anybody, at the rate of the beginning of a budget. */
  public void train(TrainingLimit limit) {
    train(limit, () -> 0, progress -> {});
  }

  /**
   * Trains up to a limit. Where parts of demonstrations are exact as often in a row as the limit
   * says, whole ones have their turn.
   *
   * @param budgetUsed share of the budget that is used, 0-1, which lowers the learning rate
   * @param listener told after every step
   * @throws SegmentTrainer.DivergedException if a loss is not finite
   */
  public void train(
      TrainingLimit limit, DoubleSupplier budgetUsed, Consumer<TrainingProgress> listener) {
    int exactInARow = 0;
    while (!limit.isReached(optimizer.steps(), exactInARow)) {
      double used = budgetUsed.getAsDouble();
      double rate = recipe.learningRate().at(optimizer.steps(), used);
      boolean parts = batches.isWindowed();
      List<SegmentTrainer.Part> batch = batches.next(used);
      exactInARow = parts && !batches.isWindowed() ? 0 : exactInARow;
      SegmentTrainer.Step step = segments.step(batch, rate);
      ema.update();
      exactInARow = step.exact() == step.rows() ? exactInARow + 1 : 0;
      if (limit.isExact(exactInARow) && batches.endWindows()) {
        exactInARow = 0;
      }
      loss = Double.isNaN(loss) ? step.loss() : mean(loss, step.loss());
      exactShare = mean(exactShare, (double) step.exact() / step.rows());
      listener.accept(
          new TrainingProgress(
              optimizer.steps(),
              step.segment(),
              step.loss(),
              exactShare,
              limit.time().secondsLeft()));
    }
  }

  private double mean(double old, double value) {
    double keep = recipe.ema().progress();
    return keep * old + (1 - keep) * value;
  }

  /** Asks what has been learned so far. */
  public Predictor predictor() {
    return predictor;
  }

  /** Optimizer steps made; one per segment of a batch. */
  public int steps() {
    return optimizer.steps();
  }

  /** Running mean of the cross entropy per cell, in nats; NaN before the first step. */
  public double loss() {
    return loss;
  }

  /** Running mean of the share of rows without a wrong cell, 0-1. */
  public double exactShare() {
    return exactShare;
  }

  /** Arrays in native memory that live at this moment. */
  public int arrays() {
    return manager.getManagedArrays().size();
  }

  /** Scalars that are learned. */
  public long parameters() {
    return weights.parameters();
  }

  @Override
  public void close() {
    batches.close();
    ema.close();
    optimizer.close();
    weights.close();
    manager.close();
  }
}
