package io.github.archrm.train.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.train.Halting;
import io.github.archrm.train.Small;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import org.junit.jupiter.api.Test;

class FlopsTest {

  /** One block of 4 tokens of width 8, inner width 256, by hand. */
  @Test
  void countsASequenceModelByHand() {
    ModelConfig config =
        ModelConfig.reference(11, 1, 8, 2, 1, 1, 2, 2, 4, ModelConfig.Positions.ROTARY_1D);
    assertEquals(256, config.inner());
    double block =
        2 * 4 * (8 * 24 + 8 * 8) // projections
            + 2 * 2 * 4 * 4 * 8 // scores and values
            + 2 * 4 * (8 * 512 + 256 * 8); // SwiGLU
    double heads = 2 * 3 * 8 * 11 + 2 * 8 * 2;
    Small.compute();
    try (NDManager manager = NDManager.newBaseManager()) {
      Layout layout = Layout.of(manager, config, 1, 1, new Canvas(1, 3), Arc.KIND.structure());
      // L three times without gradient and once with it, H once and once.
      assertEquals(
          6 * block + 4 * block + 3 * heads,
          Flops.ofStep(config, layout, new Halting(Halting.Rule.FIXED, 4, 0)));
      assertEquals(
          10 * block + 3 * heads + 6 * block + heads,
          Flops.ofStep(config, layout, new Halting(Halting.Rule.HALT_OR_CONTINUE, 4, 0)));
    }
  }

  @Test
  void countsPlanesAndLines() {
    ModelConfig config = Small.model();
    double d = config.d();
    double tokens = 2 * 3 * 20;
    double block =
        2 * tokens * 4 * d * d
            + 2 * 2 * tokens * d * (4 + 5) / 2
            + 2 * tokens * 3 * d * config.inner()
            + 2 * 2 * 20 * d * d; // the mean over symbols
    double embedding = 2.0 * 2 * 20 * Row.FEATURES * d;
    double heads = 2 * tokens * d + 2 * 2 * d * 2;
    Small.compute();
    try (NDManager manager = NDManager.newBaseManager()) {
      Layout layout = Layout.of(manager, config, 2, 3, new Canvas(4, 5), Arc.KIND.structure());
      assertEquals(
          10 * block + 3 * (embedding + heads), Flops.ofStep(config, layout, Small.FIXED), 1e-3);
    }
  }
}
