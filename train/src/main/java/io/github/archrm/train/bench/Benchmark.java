package io.github.archrm.train.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.SampleTasks;
import io.github.archrm.train.AdamATan2;
import io.github.archrm.train.Carry;
import io.github.archrm.train.Compute;
import io.github.archrm.train.Ema;
import io.github.archrm.train.Halting;
import io.github.archrm.train.Loss;
import io.github.archrm.train.Question;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.SegmentTrainer;
import io.github.archrm.train.SignSgd;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.Weights;
import io.github.archrm.train.tokens.TaskTokens;
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
 * multiplies two large float32 matrices. Products are counted from the configuration: those of
 * forward passes without gradient once, those with gradient three times, and everything else that a
 * step does, such as softmax, norms and the optimizer, not at all. So 100 % is out of reach, and
 * what is missing is time spent on other things than products or on products that are too small.
 */
public final class Benchmark {
  /** Side of the matrices of the yardstick. */
  private static final int CPU_SIDE = 1024;

  private static final int GPU_SIDE = 8192;

  /** Steps timed together, so that short ones are measured over at least this time. */
  private static final double ROUND_SECONDS = 0.1;

  private static final int LEAST_ROUNDS = 3;

  /** The paper's own halting, whose second forward pass counts once. */
  private static final Halting PAPER = new Halting(Halting.Rule.HALT_OR_CONTINUE, 16, 0.1);

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

  record Case(
      String model, ModelConfig config, Halting halting, int side, int symbols, int batch) {}

  /**
   * Measures a few models on a few canvases: that of one task, a small and the full HRM of the
   * paper.
   *
   * @param seconds per model and canvas, at least; a large one takes what three steps take
   * @param listener told of each as soon as it is measured
   */
  public static List<Speed> speed(Compute compute, double seconds, Consumer<Speed> listener) {
    Recipe recipe = Recipe.arc(ViewFamily.Turns.NONE);
    ModelConfig small =
        ModelConfig.reference(
            TaskTokens.SYMBOLS, 1, 128, 4, 2, 2, 2, 2, 4, ModelConfig.Positions.ROTARY_1D);
    ModelConfig paper = ModelConfig.paper(TaskTokens.SYMBOLS, 1);
    List<Case> cases = new ArrayList<>();
    for (int side : new int[] {5, 10, 20, 30}) {
      int symbols = side < 30 ? 4 : 10;
      int batch = recipe.batch(symbols * side * side);
      cases.add(new Case("task", recipe.model(), recipe.halting(), side, symbols, batch));
    }
    cases.add(new Case("small HRM", small, PAPER, 10, 1, 4));
    cases.add(new Case("small HRM", small, PAPER, 30, 1, 1));
    cases.add(new Case("HRM", paper, PAPER, 10, 1, 4));
    cases.add(new Case("HRM", paper, PAPER, 30, 1, 1));
    List<Speed> speeds = new ArrayList<>();
    for (Case one : cases) {
      Speed speed = measure(one, compute, seconds);
      speeds.add(speed);
      listener.accept(speed);
    }
    return speeds;
  }

  static Speed measure(Case one, Compute compute, double seconds) {
    ModelConfig config = one.config();
    Canvas canvas = new Canvas(one.side(), one.side());
    SplitMix64 random = new SplitMix64(1);
    try (NDManager manager = NDManager.newBaseManager(compute.device());
        Weights weights = HrmModel.initialize(config, canvas, manager, random);
        AdamATan2 optimizer = new AdamATan2(weights, manager, 0.9, 0.95, 0.1);
        Ema ema = new Ema(weights, manager, 0.98)) {
      Layout layout =
          Layout.of(
              manager, config, one.batch(), one.symbols(), canvas, Kinds.unnamed().structure());
      SegmentTrainer trainer =
          new SegmentTrainer(
              new HrmModel(config, weights, manager),
              weights,
              optimizer,
              new SignSgd(1e-2, 0.1),
              Loss.STABLEMAX,
              one.halting(),
              random,
              manager);
      try (Carry carry = new Carry(layout);
          Yardstick yardstick = new Yardstick(compute)) {
        Runnable step =
            () -> {
              trainer.step(carry, () -> row(config, one.symbols(), canvas, random), 1e-4);
              ema.update();
            };
        step.run();
        yardstick.seconds();
        List<Double> stepSeconds = new ArrayList<>();
        List<Double> yardstickSeconds = new ArrayList<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (stepSeconds.size() < LEAST_ROUNDS || System.nanoTime() < end) {
          yardstickSeconds.add(yardstick.seconds());
          stepSeconds.add(secondsOf(step));
        }
        return new Speed(
            one.model(),
            weights.parameters(),
            one.side(),
            one.symbols(),
            one.batch(),
            1 / median(stepSeconds),
            Flops.ofStep(config, layout, one.halting()) / 1e9,
            yardstick.gigaflop() / median(yardstickSeconds));
      }
    }
  }

  /** Random cells; what they are makes no difference to the time. */
  private static Row row(ModelConfig config, int symbols, Canvas canvas, SplitMix64 random) {
    int cells = canvas.cells();
    int most = config.symbolEquivariant() ? symbols : config.vocabulary();
    int[] inputs = random.ints(cells, 0, most).toArray();
    int[] labels = random.ints(cells, 0, most).toArray();
    return config.symbolEquivariant()
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

  /** The product of two large matrices. */
  private static final class Yardstick implements AutoCloseable {
    private final NDManager manager;
    private final NDArray left;
    private final NDArray right;
    private final int side;

    Yardstick(Compute compute) {
      manager = NDManager.newBaseManager(compute.device());
      side = compute.device().isGpu() ? GPU_SIDE : CPU_SIDE;
      Shape shape = new Shape(side, side);
      left = manager.randomUniform(-1, 1, shape);
      right = manager.randomUniform(-1, 1, shape);
    }

    double gigaflop() {
      return 2.0 * side * side * side / 1e9;
    }

    /** Of one product. */
    double seconds() {
      return secondsOf(
          () -> {
            try (NDScope scope = new NDScope()) {
              scope.suppressNotUsedWarning();
              // Reading a value waits for a GPU to be done.
              left.matMul(right).get(0, 0).getFloat();
            }
          });
    }

    @Override
    public void close() {
      manager.close();
    }
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
          steps,
          Long.MAX_VALUE,
          Integer.MAX_VALUE,
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
        trainer.train(10, Long.MAX_VALUE, Integer.MAX_VALUE, () -> 0, progress -> {});
        List<Question> questions =
            trainer.views(8, i).stream().map(view -> new Question(0, view)).toList();
        trainer.predict(questions, trainer.segments(), Long.MAX_VALUE);
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
