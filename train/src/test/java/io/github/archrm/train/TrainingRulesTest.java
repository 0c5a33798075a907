package io.github.archrm.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.archrm.train.model.Initializer;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.Torch;
import io.github.archrm.train.model.Weights;
import org.junit.jupiter.api.Test;

/** First weights, learning rate and averaging. */
class TrainingRulesTest {

  @Test
  void firstWeightsHaveTheirStandardDeviationAfterTruncation() {
    float[] values = Initializer.truncatedNormal(0.25).draw(new Shape(400, 500), new SplitMix64(1));
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (float value : values) {
      sum += value;
      squares += value * value;
      largest = Math.max(largest, Math.abs(value));
    }
    assertEquals(0, sum / values.length, 0.003);
    assertEquals(0.25, Math.sqrt(squares / values.length), 0.002);
    assertEquals(2 * 0.25 / 0.87962566, largest, 0.001);
  }

  @Test
  void leCunDividesByTheInputs() {
    float[] values = Initializer.leCun().draw(new Shape(3000, 64), new SplitMix64(2));
    double squares = 0;
    for (float value : values) {
      squares += value * value;
    }
    assertEquals(1.0 / 64, squares / values.length, 0.0003);
  }

  @Test
  void theRateRisesLinearlyAndFallsAlongACosine() {
    Recipe.LearningRate schedule = Small.recipe().learningRate();
    double full = schedule.peak();
    int warmUp = schedule.warmUp();
    double from = schedule.decayFrom();
    assertEquals(full / warmUp, schedule.at(0, 0), 1e-12);
    assertEquals(full * 2 / warmUp, schedule.at(1, 0), 1e-12);
    assertEquals(full, schedule.at(warmUp - 1, 0), 1e-12);
    assertEquals(full, schedule.at(1000, from), 1e-12);
    double halfway = (1 + schedule.floor()) / 2;
    assertEquals(full * halfway, schedule.at(1000, (1 + from) / 2), 1e-12);
    assertEquals(full * schedule.floor(), schedule.at(1000, 1), 1e-12);
    assertEquals(full * schedule.floor(), schedule.at(1000, 7), 1e-12);
    double before = full;
    for (double used = from; used <= 1; used += 0.01) {
      double rate = schedule.at(1000, used);
      assertTrue(rate <= before);
      before = rate;
    }
  }

  @Test
  void aLargeCanvasHasFewerRowsButOne() {
    Recipe.Batch batch = Small.recipe().batch();
    assertEquals(batch.rows(), batch.rowsOf(1));
    assertTrue(batch.rowsOf(11 * 900) < batch.rows());
    assertEquals(1, batch.rowsOf(Integer.MAX_VALUE));
  }

  @Test
  void theAverageFollowsTheWeights() {
    Small.compute();
    try (NDManager manager = NDManager.newBaseManager();
        Weights weights = new Weights(manager)) {
      weights.put("w", new float[] {0, 10}, new Shape(2));
      try (Ema ema = new Ema(weights, manager, new Recipe.Averaging(0.5, 10, 0.95))) {
        Torch.gradients(false);
        weights.set("w", manager.create(new float[] {1, 10}));
        double expected = 0;
        for (int t = 1; t <= 20; t++) {
          ema.update();
          double keep = Math.min(0.5, (1.0 + t) / (10.0 + t));
          expected = keep * expected + (1 - keep) * 1;
          float[] mean = ema.weights().get("w").toFloatArray();
          assertEquals(expected, mean[0], 1e-6);
          assertEquals(10, mean[1], 1e-6);
        }
        assertEquals(20, ema.updates());
        assertEquals(1, weights.get("w").toFloatArray()[0], "the source stays");
      }
    }
  }

  @Test
  void theGeneratorIsItsState() {
    // The first outputs for seed 0 of the published algorithm.
    SplitMix64 random = new SplitMix64(0);
    assertEquals(0xe220a8397b1dcdafL, random.nextLong());
    assertEquals(0x6e789e6aa1b965f4L, random.nextLong());
    SplitMix64 twin = new SplitMix64(99);
    random.nextGaussian();
    twin.restore(random.state());
    for (int i = 0; i < 100; i++) {
      assertEquals(random.nextGaussian(), twin.nextGaussian());
      assertEquals(random.nextInt(7), twin.nextInt(7));
    }
  }
}
