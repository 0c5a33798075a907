package io.github.archrm.train.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.train.Compute;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.Small;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.Weights;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
  /** How fast it was is this machine's; what was measured is not. */
  @Test
  void whatIsMeasuredIsTheModelOfTheCase() {
    Compute compute = Small.compute();
    Recipe recipe = Recipe.arc(ViewFamily.Turns.NONE);
    Benchmark.Case small = new Benchmark.Case("task", recipe, 5, 3, 2);
    Benchmark.Speed speed = Benchmark.measure(small, compute, 0.01);
    assertEquals("task", speed.model());
    assertEquals(5, speed.side());
    assertEquals(3, speed.symbols());
    assertEquals(2, speed.batch());
    Canvas canvas = new Canvas(5, 5);
    try (NDManager manager = NDManager.newBaseManager(compute.device());
        Weights weights = HrmModel.initialize(recipe.model(), canvas, manager, new SplitMix64(1))) {
      assertEquals(weights.parameters(), speed.parameters());
      Layout layout = Layout.of(manager, recipe.model(), 2, 3, canvas, Kinds.unnamed().structure());
      HrmModel model = new HrmModel(recipe.model(), canvas, weights, manager);
      assertEquals(Benchmark.flops(model, layout, recipe.halting()) / 1e9, speed.gigaflopPerStep());
    }
    assertEquals(
        speed.gigaflopPerStep() * speed.stepsPerSecond() / speed.matmulGigaflops(), speed.share());
    Benchmark.Speed half = new Benchmark.Speed("any", 1, 1, 1, 1, 5, 2, 20);
    assertEquals(0.5, half.share());
  }
}
