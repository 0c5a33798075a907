package io.github.archrm.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.archrm.augment.View;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.ModelConfig.Encoding;
import io.github.archrm.train.model.ModelConfig.Reach;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.State;
import io.github.archrm.train.model.Torch;
import io.github.archrm.train.model.Weights;
import io.github.archrm.train.tokens.TaskTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Small models, recipes and tasks for tests; the one place that knows all their fields. */
public final class Small {
  public static final Halting FIXED = new Halting(Halting.Rule.FIXED, 2, 0, 0.5);

  private Small() {}

  public static Compute compute() {
    return Compute.start("cpu", 1);
  }

  public static ModelConfig model(Reach attention, Encoding positions, boolean randomStart) {
    return model(attention, positions, false, randomStart);
  }

  public static ModelConfig model(
      Reach attention, Encoding positions, boolean neighbours, boolean randomStart) {
    return new ModelConfig(
        new ModelConfig.Symbols(TaskTokens.SYMBOLS + 1, true, 0),
        16,
        new ModelConfig.Depth(1, 1, 2, 2),
        new ModelConfig.Attending(2, attention),
        new ModelConfig.Positions(positions, 100),
        new ModelConfig.FeedForward(32, neighbours),
        new ModelConfig.Start(randomStart, 0.5, 0.5, -5));
  }

  /** What a model says of a row of symbol planes after one segment, [cells, planes]. */
  static float[] logits(
      ModelConfig config, Canvas canvas, Weights weights, Row row, NDManager manager) {
    Torch.gradients(false);
    HrmModel model = new HrmModel(config, canvas, weights, manager);
    Layout layout =
        Layout.of(manager, config, 1, row.symbols().length, canvas, Arc.KIND.structure());
    Carry carry = new Carry(layout);
    carry.refill(() -> row);
    State state = carry.begin(model, new SplitMix64(1), manager);
    NDArray x = model.embed(carry.rows(), layout, manager);
    return model.finish(model.advance(state, x, layout), x, layout).logits().toFloatArray();
  }

  /** The same model that is told all there is to tell of an input. */
  static ModelConfig sensing(ModelConfig config) {
    return new ModelConfig(
        ModelConfig.Symbols.sensing(config.symbols().vocabulary()),
        config.width(),
        config.depth(),
        config.attention(),
        config.positions(),
        config.feedForward(),
        config.start());
  }

  /** The same model, with gates or without. */
  static ModelConfig gated(ModelConfig config, boolean gated) {
    return new ModelConfig(
        config.symbols(),
        config.width(),
        config.depth(),
        new ModelConfig.Attending(config.attention().heads(), config.attention().reach(), gated),
        config.positions(),
        config.feedForward(),
        config.start());
  }

  public static ModelConfig model() {
    return model(Reach.AXIAL, Encoding.RELATIVE, true);
  }

  public static Recipe recipe(ModelConfig model, boolean dihedral, Halting halting) {
    return recipe(model, dihedral, halting, Recipe.Large.NONE);
  }

  static Recipe recipe(ModelConfig model, boolean dihedral, Halting halting, Recipe.Large large) {
    return new Recipe(
        model,
        new Recipe.Augmentation(
            dihedral ? ViewFamily.Turns.ALL : ViewFamily.Turns.NONE, ViewFamily.Colours.NONE),
        new Recipe.Beside(2, 0.5),
        new Recipe.Batch(4, 10_000),
        large,
        halting,
        Loss.STABLEMAX,
        new Recipe.LearningRate(3e-3, 5, 0.7, 0.1),
        new Recipe.Optimizer(0.9, 0.95, 0.1, 1e-2, 0.1),
        new Recipe.Averaging(0.9, 10, 0.95));
  }

  public static Recipe recipe() {
    return recipe(model(), false, FIXED);
  }

  /** The usual one with another learning rate. */
  static Recipe recipe(double peak) {
    Recipe usual = recipe();
    return new Recipe(
        usual.model(),
        usual.augmentation(),
        usual.channels(),
        usual.batch(),
        usual.large(),
        usual.halting(),
        usual.loss(),
        new Recipe.LearningRate(peak, 1, 1, 1),
        usual.optimizer(),
        usual.ema());
  }

  /** Colour 1 becomes colour 2, everything else stays. */
  public static Task recolour(String id, int height, int width) {
    return task(id, height, width, 3, Small::recoloured);
  }

  public static Grid recoloured(Grid grid) {
    return Grid.generate(
        grid.height(), grid.width(), (r, c) -> grid.cell(r, c) == 1 ? 2 : grid.cell(r, c));
  }

  /** Three demonstrations and one test input of random colours below a number. */
  public static Task task(String id, int height, int width, int colours, UnaryOperator<Grid> rule) {
    Random random = new Random(id.hashCode());
    List<Grid> inputs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      inputs.add(Grid.generate(height, width, (r, c) -> random.nextInt(colours)));
    }
    return new Task(
        id,
        inputs.subList(0, 3).stream().map(in -> new Example(in, rule.apply(in))).toList(),
        inputs.subList(3, 4),
        List.of(rule.apply(inputs.get(3))));
  }

  /** So many answers to a test input, through as many views as there are. */
  public static List<ViewPrediction> predictions(TaskTrainer trainer, int test, int n) {
    return trainer
        .predictor()
        .predict(questions(trainer, test, n), trainer.predictor().segments(), TimeLimit.NONE);
  }

  static List<Question> questions(TaskTrainer trainer, int test, int n) {
    List<View> views = trainer.predictor().views(n, 1);
    return IntStream.range(0, n)
        .mapToObj(i -> new Question(test, views.get(i % views.size())))
        .toList();
  }

  public static void train(TaskTrainer trainer, int steps) {
    trainer.train(TrainingLimit.ofSteps(steps));
  }
}
