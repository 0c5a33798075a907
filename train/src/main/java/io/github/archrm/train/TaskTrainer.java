package io.github.archrm.train;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.github.archrm.augment.View;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.file.CheckpointException;
import io.github.archrm.train.file.Safetensors;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Outputs;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.State;
import io.github.archrm.train.model.Torch;
import io.github.archrm.train.model.Weights;
import io.github.archrm.train.tokens.Channels;
import io.github.archrm.train.tokens.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * Trains one model on random views of the demonstrations of one task, which is test-time training,
 * or of many tasks, which makes a trunk; and asks it.
 *
 * <p>One thread at a time; owns native memory until closed.
 */
public final class TaskTrainer implements AutoCloseable {
  /** Share of the old value in the running means of loss and exact rows. */
  private static final double SMOOTHING = 0.95;

  /** Before the names of what the batch carries, in a file. */
  private static final String CARRY = "carry.";

  private final Recipe recipe;
  private final List<Lane> lanes = new ArrayList<>();
  private final SplitMix64 random;
  private final NDManager manager;
  private final Weights weights;
  private final AdamATan2 optimizer;
  private final Ema ema;
  private final HrmModel averaged;
  private final SegmentTrainer trainer;
  private Visit visit;
  private double loss = Double.NaN;
  private double exactShare;
  private int exactSteps;

  /**
   * The batch at work. Where there are several tasks or two canvases, they take turns, each for as
   * many steps as a row may have segments.
   */
  private static final class Visit implements AutoCloseable {
    private final int lane;
    private final int side;
    private final Carry carry;
    private int steps;

    Visit(int lane, int side, int steps, Layout layout) {
      this.lane = lane;
      this.side = side;
      this.steps = steps;
      this.carry = new Carry(layout);
    }

    @Override
    public void close() {
      carry.close();
    }
  }

  /**
   * Makes the first weights for one task.
   *
   * @param task its solutions are not looked at
   * @param seed decides everything random
   */
  public TaskTrainer(Task task, Recipe recipe, Compute compute, long seed) {
    this(List.of(task), recipe, Optional.empty(), compute, seed);
  }

  /**
   * Takes the first weights from a trunk, or makes them.
   *
   * @param tasks their solutions are looked at by {@link #validate} only
   * @param recipe of the trunk's model, if there is a trunk; see {@link Recipe#from}
   * @param seed decides everything random
   * @throws IllegalArgumentException if the model cannot take a task's symbols or boxes
   * @throws CheckpointException if the trunk is damaged or of another kind of puzzle
   */
  public TaskTrainer(
      List<Task> tasks, Recipe recipe, Optional<Trunk> trunk, Compute compute, long seed) {
    this.recipe = recipe.forTasks(tasks.size());
    this.random = new SplitMix64(seed);
    this.manager = NDManager.newBaseManager(compute.device());
    try {
      for (Task task : tasks) {
        trunk.ifPresent(trained -> trained.requireFit(task));
        lanes.add(new Lane(task, this.recipe, lanes.size(), Channels.NONE, manager));
      }
      ModelConfig config = this.recipe.model();
      this.weights = HrmModel.initialize(config, lanes.get(0).tokens().canvas(), manager, random);
      trunk.ifPresent(trained -> trained.copyTo(weights));
      this.optimizer = new AdamATan2(weights, manager, 0.9, 0.95, recipe.weightDecay());
      this.ema = new Ema(weights, manager, recipe.ema());
      this.averaged = new HrmModel(config, ema.weights(), manager);
      this.trainer =
          new SegmentTrainer(
              new HrmModel(config, weights, manager),
              weights,
              optimizer,
              new SignSgd(recipe.puzzleLearningRate(), recipe.puzzleWeightDecay()),
              recipe.loss(),
              recipe.halting(),
              random,
              manager);
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
    Checkpoint checkpoint = Checkpoint.read(file, tasks, recipe);
    TaskTrainer trainer = new TaskTrainer(tasks, recipe, Optional.empty(), compute, 0);
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
    if (progress.step() > 0) {
      Lane lane = lanes.get(progress.lane());
      visit =
          new Visit(
              progress.lane(),
              progress.side(),
              progress.visitSteps(),
              lane.layout(progress.side()));
      visit.carry.restore(
          file, CARRY, lane.tokens().planes(), lane.tokens().channels(), recipe.model(), manager);
    }
    file.expectNoMore();
    random.restore(progress.random());
    for (int i = 0; i < lanes.size(); i++) {
      lanes.get(i).restore(progress.turns().get(i));
    }
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
    if (visit != null) {
      visit.carry.save(arrays, CARRY);
    }
    Checkpoint.write(
        arrays,
        tasks(),
        recipe,
        new Checkpoint.Progress(
            optimizer.steps(),
            ema.updates(),
            random.state(),
            lanes.stream().map(Lane::turns).toList(),
            visit == null ? 0 : visit.lane,
            visit == null ? 0 : visit.side,
            visit == null ? 0 : visit.steps,
            loss,
            exactShare));
  }

  /**
   * Writes the averaged weights as a {@link Trunk}; the file is replaced as a whole.
   *
   * @throws IOException if it cannot be written; the file is then as it was
   */
  public void saveTrunk(Path file) throws IOException {
    Trunk.write(file, ema.weights(), recipe, lanes.get(0).task().kind(), steps());
  }

  private List<Task> tasks() {
    return lanes.stream().map(Lane::task).toList();
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
      Visit now = visit();
      SegmentTrainer.Step step =
          trainer.step(
              now.carry,
              () -> lanes.get(now.lane).next(now.side, random),
              recipe.learningRate(optimizer.steps(), used.getAsDouble()));
      now.steps++;
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

  /** The batch to go on with; another one when its time is over. */
  private Visit visit() {
    boolean over = visit != null && visit.steps >= recipe.halting().maxSegments();
    if (visit == null || over && (lanes.size() > 1 || lanes.get(0).sides() > 1)) {
      int lane = lanes.size() > 1 ? random.nextInt(lanes.size()) : 0;
      int side = visit == null ? 0 : (visit.side + 1) % lanes.get(lane).sides();
      if (visit != null) {
        visit.close();
      }
      visit = new Visit(lane, side, 0, lanes.get(lane).layout(side));
    }
    return visit;
  }

  /** Up to n distinct views of the only task, the same at every call. */
  public List<View> views(int n, long seed) {
    return lanes.get(0).sampler().distinct(n, new Random(seed));
  }

  /** Segments that a row makes at most in training. */
  public int segments() {
    return recipe.halting().maxSegments();
  }

  /** Whether the same question asked twice may get two answers. */
  public boolean startsDiffer() {
    return recipe.model().randomStart();
  }

  /**
   * Asks the averaged weights about test inputs of the only task.
   *
   * @param segments how long the model thinks about each question
   * @param deadline by {@link System#nanoTime}; after it only test inputs without an answer are
   *     still asked about
   * @return the answers, those of views that do not transpose first
   */
  public List<ViewPrediction> predict(List<Question> questions, int segments, long deadline) {
    return predict(lanes.get(0), questions, segments, random, deadline);
  }

  private List<ViewPrediction> predict(
      Lane lane, List<Question> questions, int segments, SplitMix64 starts, long deadline) {
    List<ViewPrediction> predictions = new ArrayList<>();
    Set<Integer> answered = new HashSet<>();
    for (int side = 0; side < lane.sides(); side++) {
      int asked = side;
      List<Question> left =
          questions.stream().filter(question -> lane.side(question.view()) == asked).toList();
      Layout layout = lane.layout(side);
      boolean late = false;
      while (!left.isEmpty()) {
        if (!late && System.nanoTime() > deadline) {
          late = true;
          Set<Integer> taken = new HashSet<>(answered);
          left = left.stream().filter(question -> taken.add(question.test())).toList();
          continue;
        }
        List<Question> some = left.subList(0, Math.min(left.size(), layout.batch()));
        left = left.subList(some.size(), left.size());
        predictions.addAll(predict(lane, some, layout.withBatch(some.size()), segments, starts));
        some.forEach(question -> answered.add(question.test()));
      }
    }
    return predictions;
  }

  /**
   * What the averaged weights say after every segment of thinking about the only task's test input.
   *
   * <p>Takes its starting state from random numbers of its own, so that whether somebody looks
   * changes nothing of what follows.
   *
   * @param segments how long the model thinks
   * @return one prediction per segment, the first thought first
   */
  public List<ViewPrediction> think(Question question, int segments) {
    Lane lane = lanes.get(0);
    Layout layout = lane.layout(lane.side(question.view())).withBatch(1);
    List<ViewPrediction> thoughts = new ArrayList<>();
    think(
        lane,
        List.of(question),
        layout,
        segments,
        new SplitMix64(question.test()),
        (segment, outputs) -> thoughts.addAll(read(lane, List.of(question), layout, outputs)));
    return thoughts;
  }

  private List<ViewPrediction> predict(
      Lane lane, List<Question> questions, Layout layout, int segments, SplitMix64 starts) {
    List<ViewPrediction> predictions = new ArrayList<>();
    think(
        lane,
        questions,
        layout,
        segments,
        starts,
        (segment, outputs) -> {
          if (segment == segments) {
            predictions.addAll(read(lane, questions, layout, outputs));
          }
        });
    return predictions;
  }

  /** Told what the model says after a segment, from 1; the arrays live during the call only. */
  private interface Listener {
    void thought(int segment, Outputs outputs);
  }

  private void think(
      Lane lane,
      List<Question> questions,
      Layout layout,
      int segments,
      SplitMix64 starts,
      Listener listener) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      Torch.gradients(false);
      Carry carry = new Carry(layout);
      var rows =
          questions.stream()
              .map(question -> lane.tokens().test(question.test(), question.view()))
              .iterator();
      carry.refill(rows::next);
      State state = carry.begin(averaged, starts, manager);
      var x = averaged.embed(carry.rows(), layout, manager);
      for (int segment = 1; segment <= segments; segment++) {
        Outputs outputs = averaged.finish(averaged.advance(state, x, layout), x, layout);
        state = outputs.state();
        listener.thought(segment, outputs);
      }
    }
  }

  private static List<ViewPrediction> read(
      Lane lane, List<Question> questions, Layout layout, Outputs outputs) {
    float[] logits = outputs.logits().toFloatArray();
    float[] halting = Torch.sigmoid(outputs.qHalt()).toFloatArray();
    Tokens tokens = lane.tokens();
    int perRow = layout.canvas().cells() * tokens.planes();
    List<ViewPrediction> predictions = new ArrayList<>();
    for (int b = 0; b < questions.size(); b++) {
      Question question = questions.get(b);
      Grid grid = tokens.read(logits, b * perRow, question.test(), question.view());
      predictions.add(new ViewPrediction(question, grid, halting[b]));
    }
    return predictions;
  }

  /**
   * Asks the averaged weights about the test inputs whose solutions are known, upright and once,
   * without a change to what follows.
   *
   * @param most puzzles to ask about; the first ones of every task, in equal shares
   */
  public Accuracy validate(int most) {
    int puzzles = 0;
    int exact = 0;
    double cells = 0;
    SplitMix64 starts = new SplitMix64(0);
    for (Lane lane : lanes) {
      List<Grid> solutions = lane.task().solutions();
      int asked = Math.min(solutions.size(), Math.max(1, most / lanes.size()));
      List<Question> questions =
          IntStream.range(0, asked).mapToObj(test -> new Question(test, View.identity())).toList();
      for (ViewPrediction answer : predict(lane, questions, segments(), starts, Long.MAX_VALUE)) {
        Grid solution = solutions.get(answer.question().test());
        puzzles++;
        exact += answer.grid().equals(solution) ? 1 : 0;
        cells += solution.agreement(answer.grid());
      }
    }
    return new Accuracy(puzzles, (double) exact / puzzles, cells / puzzles);
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
    if (visit != null) {
      visit.close();
    }
    ema.close();
    optimizer.close();
    weights.close();
    manager.close();
  }
}
