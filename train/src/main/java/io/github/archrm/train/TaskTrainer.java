package io.github.archrm.train;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.github.archrm.augment.View;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.augment.ViewSampler;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Test-time training: a model of its own for one task, trained from random weights on random views
 * of the task's demonstrations.
 *
 * <p>One thread at a time; owns native memory until closed.
 */
public final class TaskTrainer implements AutoCloseable {
  /** Share of the old value in the running means of loss and exact rows. */
  private static final double SMOOTHING = 0.95;

  private final Task task;
  private final Recipe recipe;
  private final TaskTokens tokens;
  private final ViewSampler sampler;
  private final SplitMix64 random;
  private final NDManager manager;
  private final Weights weights;
  private final AdamATan2 optimizer;
  private final Ema ema;
  private final HrmModel averaged;
  private final SegmentTrainer trainer;

  /** One carry, or two where views may turn a canvas that is not square. */
  private final List<Carry> carries = new ArrayList<>();

  private final Layout[] layouts;
  private double loss = Double.NaN;
  private double exactShare;
  private int exactSteps;
  private int turns;

  /**
   * Makes the first weights.
   *
   * @param task its solutions are not looked at
   * @param seed decides everything random
   */
  public TaskTrainer(Task task, Recipe recipe, Compute compute, long seed) {
    this.task = task;
    this.recipe = recipe;
    this.random = new SplitMix64(seed);
    this.tokens = new TaskTokens(task, recipe.model().symbolEquivariant());
    Canvas canvas = tokens.canvas();
    this.sampler =
        new ViewSampler(
            task,
            ViewFamily.of(recipe.turns(), recipe.colours())
                .onCanvas(canvas.height(), canvas.width()));
    this.manager = NDManager.newBaseManager(compute.device());
    ModelConfig config = recipe.model();
    this.weights = HrmModel.initialize(config, canvas, manager, random);
    this.optimizer = new AdamATan2(weights, manager, 0.9, 0.95, recipe.weightDecay());
    this.ema = new Ema(weights, manager, recipe.ema());
    this.averaged = new HrmModel(config, ema.weights(), manager);
    this.trainer =
        new SegmentTrainer(
            new HrmModel(config, weights, manager),
            weights,
            optimizer,
            new SignSgd(1e-2, 0.1),
            recipe.loss(),
            recipe.halting(),
            random,
            manager);
    int planes = config.symbolEquivariant() ? tokens.planes() : 1;
    int batch = recipe.batch(planes * canvas.cells());
    Layout upright = Layout.of(manager, config, batch, tokens.planes(), canvas);
    if (!recipe.turns().transpose() || canvas.height() == canvas.width()) {
      layouts = new Layout[] {upright};
    } else {
      layouts =
          new Layout[] {
            upright, Layout.of(manager, config, batch, tokens.planes(), canvas.transposed())
          };
    }
    for (Layout layout : layouts) {
      carries.add(new Carry(layout));
    }
  }

  /**
   * Goes on with a training run exactly where it was saved.
   *
   * @param file written by {@link #save}
   * @param task the one that was trained; its solutions are not looked at
   * @param recipe the one that was used
   * @throws CheckpointException if the file is missing, damaged, or of another task or recipe
   */
  public static TaskTrainer resume(Path file, Task task, Recipe recipe, Compute compute) {
    Checkpoint checkpoint = Checkpoint.read(file, task, recipe);
    TaskTrainer trainer = new TaskTrainer(task, recipe, compute, 0);
    try {
      trainer.restore(checkpoint);
      return trainer;
    } catch (RuntimeException e) {
      trainer.close();
      throw e;
    }
  }

  private void restore(Checkpoint checkpoint) {
    Safetensors file = checkpoint.file();
    Checkpoint.Progress progress = checkpoint.progress();
    weights.load(file, "");
    ema.restore(progress.emaUpdates(), file);
    optimizer.restore(progress.step(), file);
    for (int i = 0; i < carries.size(); i++) {
      carries.get(i).restore(file, carryPrefix(i), tokens.planes(), recipe.model(), manager);
    }
    file.expectNoMore();
    random.restore(progress.random());
    turns = progress.turns();
    loss = progress.loss();
    exactShare = progress.exactShare();
  }

  /**
   * Writes everything that {@link #resume} needs, as safetensors; the file is replaced as a whole.
   *
   * @throws IOException if it cannot be written; the file is then as it was
   */
  public void save(Path file) throws IOException {
    Safetensors arrays = new Safetensors(file);
    weights.all().forEach(arrays::put);
    ema.weights().all().forEach((name, mean) -> arrays.put(Ema.PREFIX + name, mean));
    optimizer.moments().forEach(arrays::put);
    for (int i = 0; i < carries.size(); i++) {
      carries.get(i).save(arrays, carryPrefix(i));
    }
    Checkpoint.write(
        arrays,
        task,
        recipe,
        new Checkpoint.Progress(
            optimizer.steps(), ema.updates(), random.state(), turns, loss, exactShare));
  }

  private static String carryPrefix(int carry) {
    return "carry." + carry + ".";
  }

  /**
   * Trains until the first of: a number of steps in all, a point in time, every row of so many
   * steps in a row exact.
   *
   * @param steps optimizer steps since the trainer was made
   * @param deadline by {@link System#nanoTime}; {@link Long#MAX_VALUE} for none
   * @param exactEnough steps in a row without a wrong cell
   * @param used share of the task's budget that is used, 0-1, which lowers the learning rate
   * @param listener told after every step
   */
  public void train(
      int steps,
      long deadline,
      int exactEnough,
      DoubleSupplier used,
      Consumer<TrainingProgress> listener) {
    exactSteps = 0;
    while (optimizer.steps() < steps && System.nanoTime() < deadline && exactSteps < exactEnough) {
      int turn = optimizer.steps() % carries.size();
      SegmentTrainer.Step step =
          trainer.step(
              carries.get(turn),
              () -> nextRow(turn == 1),
              recipe.learningRate(optimizer.steps(), used.getAsDouble()));
      ema.update();
      exactSteps = step.exact() == step.rows() ? exactSteps + 1 : 0;
      double share = (double) step.exact() / step.rows();
      loss = Double.isNaN(loss) ? step.loss() : smooth(loss, step.loss());
      exactShare = smooth(exactShare, share);
      listener.accept(
          new TrainingProgress(
              optimizer.steps(),
              step.segment(),
              step.loss(),
              exactShare,
              deadline == Long.MAX_VALUE
                  ? Double.POSITIVE_INFINITY
                  : (deadline - System.nanoTime()) / 1e9));
    }
  }

  private static double smooth(double mean, double value) {
    return SMOOTHING * mean + (1 - SMOOTHING) * value;
  }

  /** The next demonstration in turn, through a random view. */
  private Row nextRow(boolean transposed) {
    Example example = task.demonstrations().get(turns++ % task.demonstrations().size());
    View view = sampler.random(random, example);
    while (layouts.length > 1 && view.transposes() != transposed) {
      view = sampler.random(random, example);
    }
    return tokens.demonstration(example, view);
  }

  /** Up to n distinct views of the task, the same at every call. */
  public List<View> views(int n, long seed) {
    return sampler.distinct(n, new Random(seed));
  }

  /**
   * Predicts a test input with the averaged weights, through each of some views in turn.
   *
   * @param n predictions wanted; beyond the number of views they differ by their starting states
   * @param deadline by {@link System#nanoTime}; after it there is at least one prediction, but may
   *     be fewer than n
   */
  public List<ViewPrediction> predict(int testIndex, List<View> views, int n, long deadline) {
    List<View> asked = new ArrayList<>();
    int distinct = recipe.model().randomStart() ? n : Math.min(n, views.size());
    for (int i = 0; i < distinct; i++) {
      asked.add(views.get(i % views.size()));
    }
    List<ViewPrediction> predictions = new ArrayList<>();
    for (int side = 0; side < layouts.length; side++) {
      boolean turned = side == 1;
      List<View> fitting =
          asked.stream()
              .filter(view -> layouts.length == 1 || view.transposes() == turned)
              .toList();
      int chunk = layouts[side].batch();
      for (int from = 0; from < fitting.size(); from += chunk) {
        if (!predictions.isEmpty() && System.nanoTime() > deadline) {
          break;
        }
        List<View> some = fitting.subList(from, Math.min(fitting.size(), from + chunk));
        predictions.addAll(predict(testIndex, some, layouts[side].withBatch(some.size())));
      }
    }
    return predictions;
  }

  private List<ViewPrediction> predict(int testIndex, List<View> views, Layout layout) {
    List<List<ViewPrediction>> segments = segments(testIndex, views, layout, random);
    return segments.get(segments.size() - 1);
  }

  /**
   * Predicts a test input with the averaged weights after every segment of thinking about it.
   *
   * <p>Takes its starting state from random numbers of its own, so that whether somebody looks
   * changes nothing of what follows.
   *
   * @return one prediction per segment, the first thought first
   */
  public List<ViewPrediction> think(int testIndex, View view) {
    Layout layout = layouts[layouts.length > 1 && view.transposes() ? 1 : 0].withBatch(1);
    return segments(testIndex, List.of(view), layout, new SplitMix64(testIndex)).stream()
        .map(predictions -> predictions.get(0))
        .toList();
  }

  /**
   * What the averaged weights predict through some views, segment by segment.
   *
   * @param starts decides the starting states
   * @return [segment][view]
   */
  private List<List<ViewPrediction>> segments(
      int testIndex, List<View> views, Layout layout, SplitMix64 starts) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      Torch.gradients(false);
      Carry carry = new Carry(layout);
      var rows = views.stream().map(view -> tokens.test(testIndex, view)).iterator();
      carry.refill(rows::next);
      State state = carry.begin(averaged, starts, manager);
      var x = averaged.embed(carry.rows(), layout, manager);
      List<List<ViewPrediction>> segments = new ArrayList<>();
      for (int segment = 0; segment < recipe.halting().maxSegments(); segment++) {
        Outputs outputs = averaged.finish(averaged.advance(state, x, layout), x, layout);
        state = outputs.state();
        segments.add(read(outputs, testIndex, views, layout));
      }
      return segments;
    }
  }

  private List<ViewPrediction> read(
      Outputs outputs, int testIndex, List<View> views, Layout layout) {
    float[] logits = outputs.logits().toFloatArray();
    float[] halting = Torch.sigmoid(outputs.qHalt()).toFloatArray();
    int perRow = layout.canvas().cells() * tokens.planes();
    List<ViewPrediction> predictions = new ArrayList<>();
    for (int b = 0; b < views.size(); b++) {
      View view = views.get(b);
      predictions.add(
          new ViewPrediction(view, tokens.read(logits, b * perRow, testIndex, view), halting[b]));
    }
    return predictions;
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
  int arrays() {
    return manager.getManagedArrays().size();
  }

  /** Scalars that are learned. */
  public long parameters() {
    return weights.parameters();
  }

  @Override
  public void close() {
    carries.forEach(Carry::close);
    ema.close();
    optimizer.close();
    weights.close();
    manager.close();
  }
}
