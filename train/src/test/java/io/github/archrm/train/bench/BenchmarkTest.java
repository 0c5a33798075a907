package io.github.archrm.train.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
  /** How fast it was is this machine's; what was measured is not. */
  @Test
  void whatIsMeasuredIsTheModelOfTheCase() {
    Compute compute = Small.compute();
    Recipe recipe = Recipe.arc(ViewFamily.Turns.NONE);
    Case small = new Case("task", recipe, 5, 3, 2);
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
      assertEquals(Trial.flops(model, layout, recipe.halting()) / 1e9, speed.gigaflopPerStep());
    }
    assertEquals(OptionalLong.empty(), speed.gpuBytes());
    assertEquals(
        speed.gigaflopPerStep() * speed.stepsPerSecond() / speed.matmulGigaflops(), speed.share());
    Benchmark.Speed half = new Benchmark.Speed("any", 1, 1, 1, 1, 5, 2, 20, OptionalLong.empty());
    assertEquals(0.5, half.share());
  }

  @Test
  void theCpuComputesWhatTheCpuComputes() {
    List<DeviceCheck.Deviation> told = new ArrayList<>();
    List<DeviceCheck.Deviation> all = DeviceCheck.of(Small.compute(), Small.compute(), told::add);
    assertEquals(told, all);
    for (DeviceCheck.Deviation one : all) {
      assertTrue(one.isTolerable() && one.cpuLoss() > 0.1, one::toString);
      assertEquals(0, one.loss());
      assertEquals(0, one.gradient(), one.weight());
    }
  }

  @Test
  void whatDeviatesIsNotTolerated() {
    assertTrue(new DeviceCheck.Deviation("task", 10, 1, 1.00001, 1e-5, "w").isTolerable());
    assertFalse(new DeviceCheck.Deviation("task", 10, 1, 1.001, 0, "w").isTolerable());
    assertFalse(new DeviceCheck.Deviation("task", 10, 1, 1, 0.01, "w").isTolerable());
    assertFalse(new DeviceCheck.Deviation("task", 10, 1, Double.NaN, 0, "w").isTolerable());
  }

  @Test
  void aRateIsOfAtLeastOneStep() {
    try (TrainingRate rate = new TrainingRate(5, Small.compute())) {
      assertTrue(rate.stepsPerSecond(0) > 0);
    }
  }
}
