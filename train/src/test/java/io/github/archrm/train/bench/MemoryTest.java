package io.github.archrm.train.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDManager;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Compute;
import io.github.archrm.train.Halting;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.Small;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TrainingLimit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

  /** The largest task there is, with the recipe that solves, in a worker's own process. */
  @Test
  void theLargestTaskTakesWhatTheReadmeSays() throws Exception {
    assumeTrue(ResidentMemory.peak().isPresent(), "this system does not tell");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-Dai.djl.offline=true",
            "-cp",
            System.getProperty("java.class.path"),
            LargestTask.class.getName());
    for (String limit : List.of("TRIM_THRESHOLD", "MMAP_THRESHOLD", "TOP_PAD")) {
      builder.environment().put("MALLOC_" + limit + "_", Integer.toString(32 << 20));
    }
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    long peak = Long.parseLong(said.lines().reduce("", (a, b) -> b));
    System.out.println("30x30, ten colours: at most " + peak / MIB + " MiB resident");
    assertTrue(peak < 1.4 * 1024 * MIB, () -> peak / MIB + " MiB");
  }

  /** Trains on whole grids and predicts, then prints the peak of this process's memory. */
  static final class LargestTask {
    private LargestTask() {}

    public static void main(String[] arguments) {
      Task task = Small.task("largest", 30, 30, 10, Small::recoloured);
      Recipe recipe = Recipe.arc(ViewFamily.Turns.ALL);
      try (TaskTrainer trainer = new TaskTrainer(task, recipe, Small.compute(), 1)) {
        trainer.train(TrainingLimit.ofSteps(2), () -> 1, progress -> {});
        assertEquals(4, Small.predictions(trainer, 0, 4).size());
        System.out.println(ResidentMemory.peak().orElseThrow());
      }
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
      assertEquals(List.of(1, 2, 1), samples.stream().map(Benchmark.Memory::done).toList());
      assertTrue(samples.stream().allMatch(sample -> sample.residentBytes() > 50 * MIB));
    }
  }
}
