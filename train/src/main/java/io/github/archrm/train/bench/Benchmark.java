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
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * Where it is spent, a {@link StepTime} tells.
 */
public final class Benchmark {
  /** Of the seconds of the rate; more of them make a profile of tens of megabytes. */
  private static final double WATCHED = 0.2;

  private static final double MOST_WATCHED_SECONDS = 1;

  private Benchmark() {}

  /**
   * The memory of this process at some point.
   *
   * @param phase {@code steps} (of one training) or {@code tasks} (one after the other)
   * @param done steps or tasks so far
   * @param residentBytes physical memory of the process, Java's heap included
   */
  public record Memory(String phase, int done, long residentBytes) {}

  /**
   * Measures a model on a canvas: its rate first, then its memory, then where its time goes, so
   * that the profile disturbs nothing else.
   *
   * <p>The memory is the most that this process has had, and freed memory stays with a process in
   * part. So only a process that has done nothing else tells what a case needs.
   *
   * @param seconds that pass meanwhile, at least; a large model takes what three rounds of its
   *     steps take
   * @throws IOException if the profile cannot be written
   */
  public static Speed measure(Case one, Compute compute, double seconds) throws IOException {
    compute.releaseMemory();
    try (Trial trial = new Trial(one, compute);
        Yardstick yardstick = new Yardstick(compute)) {
      StepClock clock = new StepClock(compute);
      trial.step();
      // The yardstick's own matrices are larger than a small model.
      OptionalLong gpu = compute.memoryInUse();
      Speed.Rate rate = new RateMeter(clock).measure(trial, one.cycle(), yardstick, seconds);
      OptionalLong peak = ResidentMemory.peak();
      Optional<StepTime> time =
          compute.onGpu()
              ? Optional.empty()
              : Optional.of(
                  new StepProfiler(trial, one.cycle(), clock)
                      .watch(Math.min(MOST_WATCHED_SECONDS, WATCHED * seconds)));
      return new Speed(
          one.model(),
          one.side(),
          one.symbols(),
          one.batch(),
          trial.weights().parameters(),
          rate,
          peak,
          gpu,
          time);
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
