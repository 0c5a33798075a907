package io.github.archrm.train.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Compute;
import io.github.archrm.train.Halting;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.Small;
import io.github.archrm.train.TaskTrainer;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final long MIB = 1 << 20;
  private static Compute compute;

  @BeforeAll
  static void start() {
    compute = Small.compute();
  }

  /** The largest task there is, with the recipe that solves. */
  @Test
  void theLargestTaskStaysUnderFourGibibytes() {
    Task task = Small.task("largest", 30, 30, 10, Small::recoloured);
    try (TaskTrainer trainer =
        new TaskTrainer(task, Recipe.arc(ViewFamily.Turns.ALL), compute, 1)) {
      Small.train(trainer, 2);
      int predictions = Small.predictions(trainer, 0, 4).size();
      assertEquals(4, predictions);
      ResidentMemory.peak()
          .ifPresent(
              peak -> {
                System.out.println("30x30, ten colours: at most " + peak / MIB + " MiB resident");
                assertTrue(peak < 4096 * MIB, () -> peak / MIB + " MiB");
              });
    }
  }

  @Test
  void stepsLeaveNoArraysBehind() {
    Recipe recipe =
        Small.recipe(Small.model(), true, new Halting(Halting.Rule.HALT_OR_CONTINUE, 3, 0.1, 0.5));
    Task task = Small.recolour("steps", 2, 3);
    try (TaskTrainer trainer = new TaskTrainer(task, recipe, compute, 1)) {
      Small.train(trainer, 20);
      Small.predictions(trainer, 0, 8);
      int arrays = trainer.arrays();
      assertTrue(arrays > 50, "parameters and moments are among them");
      Small.train(trainer, 300);
      Small.predictions(trainer, 0, 8);
      assertEquals(arrays, trainer.arrays());
    }
  }

  @Test
  void tasksLeaveNoArraysBehind() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDManager system = manager.getParentManager();
      lifetimes(10);
      int arrays = system.getManagedArrays().size();
      lifetimes(60);
      assertEquals(arrays, system.getManagedArrays().size());
    }
  }

  private static void lifetimes(int n) {
    Recipe recipe = Small.recipe(Small.model(), true, Small.FIXED);
    for (int i = 0; i < n; i++) {
      Task task = Small.recolour("lifetime " + i, 2, 3);
      try (TaskTrainer trainer = new TaskTrainer(task, recipe, compute, i)) {
        Small.train(trainer, 3);
        Small.predictions(trainer, 0, 8);
      }
    }
  }

  @Test
  void theMemoryBenchmarkSamplesStepsAndTasks() {
    List<Benchmark.Memory> samples = Benchmark.memory(compute, 2, 1, sample -> {});
    if (ResidentMemory.now().isPresent()) {
      assertEquals(
          List.of("steps", "steps", "tasks"), samples.stream().map(s -> s.phase()).toList());
      assertTrue(samples.stream().allMatch(sample -> sample.residentBytes() > 50 * MIB));
    }
  }
}
