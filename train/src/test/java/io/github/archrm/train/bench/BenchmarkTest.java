package io.github.archrm.train.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.ViewFamily;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.Small;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

  @Test
  void aStepReachesAShareOfTheMachine() {
    Recipe recipe = Recipe.arc(ViewFamily.Turns.NONE);
    Benchmark.Case small = new Benchmark.Case("task", recipe, 5, 3, 2);
    Benchmark.Speed speed = Benchmark.measure(small, Small.compute(), 0.01);
    assertEquals("task", speed.model());
    assertTrue(speed.stepsPerSecond() > 0.1, speed::toString);
    assertTrue(speed.matmulGigaflops() > 0.1, speed::toString);
    assertTrue(speed.share() > 0.001 && speed.share() < 1, speed::toString);
    assertEquals(
        speed.share() * speed.matmulGigaflops(),
        speed.stepsPerSecond() * speed.gigaflopPerStep(),
        1e-9);
  }
}
