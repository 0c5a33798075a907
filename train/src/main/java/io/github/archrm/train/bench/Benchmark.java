package io.github.archrm.train.bench;

import io.github.archrm.augment.ViewFamily;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.io.SampleTasks;
import io.github.archrm.train.Compute;
import io.github.archrm.train.Question;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TimeLimit;
import io.github.archrm.train.TrainingLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

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
   * @param gpuBytes of the GPU's memory that were in use after a step, by whomever; empty on a CPU
   */
  public record Speed(
      String model,
      long parameters,
      int side,
      int symbols,
      int batch,
      double stepsPerSecond,
      double gigaflopPerStep,
      double matmulGigaflops,
      OptionalLong gpuBytes) {

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

  /**
   * Measures a few models on a few canvases: that of one task, a small and the full HRM of the
   * paper.
   *
   * @param seconds per model and canvas, at least; a large one takes what three steps take
   * @param listener told of each as soon as it is measured
   */
  public static List<Speed> speed(Compute compute, double seconds, Consumer<Speed> listener) {
    List<Case> cases = new ArrayList<>();
    for (int side : new int[] {5, 10, 20, 30}) {
      cases.add(Case.task(side));
    }
    cases.add(Case.small(10, 4));
    cases.add(Case.small(30, 1));
    cases.add(Case.paper(10, 4));
    cases.add(Case.paper(30, 1));
    List<Speed> speeds = new ArrayList<>();
    for (Case one : cases) {
      Speed speed = measure(one, compute, seconds);
      speeds.add(speed);
      listener.accept(speed);
    }
    return speeds;
  }

  static Speed measure(Case one, Compute compute, double seconds) {
    compute.releaseMemory();
    try (Trial trial = new Trial(one, compute);
        Yardstick yardstick = new Yardstick(compute)) {
      trial.step();
      // The yardstick's own matrices are larger than a small model.
      OptionalLong memory = compute.memoryInUse();
      secondsOf(yardstick::multiply);
      List<Double> stepSeconds = new ArrayList<>();
      List<Double> yardstickSeconds = new ArrayList<>();
      long end = System.nanoTime() + (long) (seconds * 1e9);
      while (stepSeconds.size() < LEAST_ROUNDS || System.nanoTime() < end) {
        yardstickSeconds.add(secondsOf(yardstick::multiply));
        stepSeconds.add(secondsOf(trial::step));
      }
      return new Speed(
          one.model(),
          trial.weights().parameters(),
          one.side(),
          one.symbols(),
          one.batch(),
          1 / median(stepSeconds),
          trial.flops() / 1e9,
          yardstick.gigaflop() / median(yardstickSeconds),
          memory);
    }
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
