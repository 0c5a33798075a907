package io.github.archrm.train.bench;

import ai.djl.ndarray.NDManager;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.SampleTasks;
import io.github.archrm.train.AdamATan2;
import io.github.archrm.train.Carry;
import io.github.archrm.train.Compute;
import io.github.archrm.train.Ema;
import io.github.archrm.train.Halting;
import io.github.archrm.train.Preset;
import io.github.archrm.train.Question;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.SegmentTrainer;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TimeLimit;
import io.github.archrm.train.TrainingLimit;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * How fast models train on this machine, as a share of what it can do at best, and whether their
 * memory stays flat.
 *
 * <p>The share is the floating-point operations of one step's matrix products, divided by the time
 * of the step and by the rate at which this machine, with the same threads and in the same minute,
 * multiplies two large float32 matrices. The blocks of the model count their products: those of
 * forward passes without gradient once, those with gradient three times, and everything else that a
 * step does, such as softmax, norms and the optimizer, not at all. So 100 % is out of reach, and
 * what is missing is time spent on other things than products or on products that are too small.
 */
public final class Benchmark {
  /** Steps timed together, so that short ones are measured over at least this time. */
  private static final double ROUND_SECONDS = 0.1;

  private static final int LEAST_ROUNDS = 3;

  private Benchmark() {}

  /**
   * How fast a model trains.
   *
   * @param model short name of the model
   * @param parameters scalars that are learned
   * @param side height and width of the canvas
   * @param symbols symbol planes per row; 1 for a sequence model
   * @param batch rows of a batch
   * @param stepsPerSecond training steps, one segment of a batch each; median over rounds
   * @param gigaflopPerStep counted matrix products of one step, in 10⁹ floating-point operations
   * @param matmulGigaflops the yardstick: 10⁹ floating-point operations per second when multiplying
   *     large matrices; median over the same rounds
   */
  public record Speed(
      String model,
      long parameters,
      int side,
      int symbols,
      int batch,
      double stepsPerSecond,
      double gigaflopPerStep,
      double matmulGigaflops) {

    /** Share of the machine's matrix-multiply rate that the training step reaches, 0-1. */
    public double share() {
      return gigaflopPerStep * stepsPerSecond / matmulGigaflops;
    }
  }

  /**
   * The memory of this process at some point.
   *
   * @param phase {@code steps} (of one training) or {@code tasks} (one after the other)
   * @param done steps or tasks so far
   * @param residentBytes physical memory of the process, Java's heap included
   */
  public record Memory(String phase, int done, long residentBytes) {}

  record Case(String model, Recipe recipe, int side, int symbols, int batch) {}

  /**
   * Measures a few models on a few canvases: that of one task, a small and the full HRM of the
   * paper.
   *
   * @param seconds per model and canvas, at least; a large one takes what three steps take
   * @param listener told of each as soon as it is measured
   */
  public static List<Speed> speed(Compute compute, double seconds, Consumer<Speed> listener) {
    Recipe recipe = Recipe.arc(ViewFamily.Turns.NONE);
    Recipe paper = Preset.HRM_SUDOKU_EXTREME.recipe(Kinds.unnamed());
    Recipe small =
        paper.with(
            ModelConfig.reference(
                paper.model().symbols(),
                128,
                4,
                new ModelConfig.Depth(2, 2, 2, 2),
                4,
                ModelConfig.Encoding.ROTARY_1D));
    List<Case> cases = new ArrayList<>();
    for (int side : new int[] {5, 10, 20, 30}) {
      int symbols = side < 30 ? 4 : 10;
      int batch = recipe.batch().rowsOf(symbols * side * side);
      cases.add(new Case("task", recipe, side, symbols, batch));
    }
    cases.add(new Case("small HRM", small, 10, 1, 4));
    cases.add(new Case("small HRM", small, 30, 1, 1));
    cases.add(new Case("HRM", paper, 10, 1, 4));
    cases.add(new Case("HRM", paper, 30, 1, 1));
    List<Speed> speeds = new ArrayList<>();
    for (Case one : cases) {
      Speed speed = measure(one, compute, seconds);
      speeds.add(speed);
      listener.accept(speed);
    }
    return speeds;
  }

  static Speed measure(Case one, Compute compute, double seconds) {
    ModelConfig config = one.recipe().model();
    Canvas canvas = new Canvas(one.side(), one.side());
    SplitMix64 random = new SplitMix64(1);
    try (NDManager manager = NDManager.newBaseManager(compute.device());
        Weights weights = HrmModel.initialize(config, canvas, manager, random);
        AdamATan2 optimizer = new AdamATan2(weights, manager, one.recipe().optimizer());
        Ema ema = new Ema(weights, manager, one.recipe().ema())) {
      Layout layout =
          Layout.of(
              manager, config, one.batch(), one.symbols(), canvas, Kinds.unnamed().structure());
      HrmModel model = new HrmModel(config, canvas, weights, manager);
      SegmentTrainer trainer =
          new SegmentTrainer(model, weights, optimizer, one.recipe(), random, manager);
      try (Carry carry = new Carry(layout);
          Yardstick yardstick = new Yardstick(compute)) {
        Runnable step =
            () -> {
              trainer.step(carry, () -> row(config, one.symbols(), canvas, random), 1e-4);
              ema.update();
            };
        step.run();
        secondsOf(yardstick::multiply);
        List<Double> stepSeconds = new ArrayList<>();
        List<Double> yardstickSeconds = new ArrayList<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (stepSeconds.size() < LEAST_ROUNDS || System.nanoTime() < end) {
          yardstickSeconds.add(secondsOf(yardstick::multiply));
          stepSeconds.add(secondsOf(step));
        }
        return new Speed(
            one.model(),
            weights.parameters(),
            one.side(),
            one.symbols(),
            one.batch(),
            1 / median(stepSeconds),
            flops(model, layout, one.recipe().halting()) / 1e9,
            yardstick.gigaflop() / median(yardstickSeconds));
      }
    }
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

  /** Random cells; what they are makes no difference to the time. */
  private static Row row(ModelConfig config, int symbols, Canvas canvas, SplitMix64 random) {
    int cells = canvas.cells();
    int most = config.symbols().equivariant() ? symbols : config.symbols().vocabulary();
    int[] inputs = random.ints(cells, 0, most).toArray();
    int[] labels = random.ints(cells, 0, most).toArray();
    return config.symbols().equivariant()
        ? Row.planes(
            IntStream.range(0, symbols).toArray(),
            inputs,
            labels,
            new float[cells * Row.FEATURES],
            0)
        : Row.sequence(inputs, labels, 0);
  }

  private static double secondsOf(Runnable step) {
    long start = System.nanoTime();
    int steps = 0;
    double elapsed;
    do {
      step.run();
      steps++;
      elapsed = (System.nanoTime() - start) / 1e9;
    } while (elapsed < ROUND_SECONDS);
    return elapsed / steps;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /**
   * Trains one task for many steps, then many tasks for a few, all in this process, and looks at
   * its memory all along.
   *
   * @param steps of the one task
   * @param tasks number of short trainings, each with a prediction
   * @param listener told of every sample
   * @return empty where the operating system does not tell (it is not Linux)
   */
  public static List<Memory> memory(
      Compute compute, int steps, int tasks, Consumer<Memory> listener) {
    List<Memory> samples = new ArrayList<>();
    Recipe recipe = Recipe.arc(ViewFamily.Turns.ALL);
    List<Task> known = SampleTasks.all();
    try (TaskTrainer trainer = new TaskTrainer(known.get(0), recipe, compute, 1)) {
      int every = Math.max(1, steps / 20);
      trainer.train(
          TrainingLimit.ofSteps(steps),
          () -> 0,
          progress -> {
            if (progress.step() % every == 0) {
              sample("steps", progress.step(), samples, listener);
            }
          });
    }
    for (int i = 0; i < tasks; i++) {
      Task task = known.get(i % known.size());
      try (TaskTrainer trainer = new TaskTrainer(task, recipe, compute, i)) {
        trainer.train(TrainingLimit.ofSteps(10));
        List<Question> questions =
            trainer.predictor().views(8, i).stream().map(view -> new Question(0, view)).toList();
        trainer.predictor().predict(questions, recipe.halting().maxSegments(), TimeLimit.NONE);
      }
      sample("tasks", i + 1, samples, listener);
    }
    return samples;
  }

  private static void sample(
      String phase, int done, List<Memory> samples, Consumer<Memory> listener) {
    OptionalLong resident = ResidentMemory.now();
    if (resident.isPresent()) {
      Memory sample = new Memory(phase, done, resident.getAsLong());
      samples.add(sample);
      listener.accept(sample);
    }
  }
}
