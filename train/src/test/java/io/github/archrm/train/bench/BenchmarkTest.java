package io.github.archrm.train.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
  void whatIsMeasuredIsTheModelOfTheCase() throws Exception {
    Compute compute = Small.compute();
    Recipe recipe = Recipe.arc(ViewFamily.Turns.NONE);
    Case small = new Case("task", recipe, 5, 3, 2);
    Speed speed = Benchmark.measure(small, compute, 0.01);
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
      assertEquals(
          Trial.flops(model, layout, recipe.halting()) / 1e9, speed.rate().gigaflopPerStep());
    }
    assertEquals(OptionalLong.empty(), speed.gpuBytes());
    assertEquals(ResidentMemory.now().isPresent(), speed.peakBytes().isPresent());
    assertTrue(speed.peakBytes().orElse(Long.MAX_VALUE) > 50 << 20, speed::toString);
    assertTrue(speed.time().isPresent(), "where the time goes is known on a CPU");
  }

  @Test
  void theMedianIsTheMiddleOne() {
    assertEquals(2, RateMeter.median(List.of(9.0, 1.0, 2.0)));
    assertEquals(3, RateMeter.median(List.of(4.0, 9.0, 1.0, 2.0)));
  }

  @Test
  void aRateThatIsNoneIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Speed.Rate(0, 1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Speed.Rate(1, 1, Double.NaN, 1));
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
