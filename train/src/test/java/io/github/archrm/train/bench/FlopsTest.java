package io.github.archrm.train.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDManager;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.train.Halting;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.Small;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.Weights;
import org.junit.jupiter.api.Test;

class FlopsTest {

  /** One block of 4 tokens of width 8, inner width 256, by hand. */
  @Test
  void countsASequenceModelByHand() {
    ModelConfig config =
        ModelConfig.reference(
            new ModelConfig.Symbols(11, false, 1),
            8,
            2,
            new ModelConfig.Depth(1, 1, 2, 2),
            4,
            ModelConfig.Encoding.ROTARY_1D);
    assertEquals(256, config.feedForward().inner());
    double block =
        2 * 4 * (8 * 24 + 8 * 8) // projections
            + 2 * 2 * 4 * 4 * 8 // scores and values
            + 2 * 4 * (8 * 512 + 256 * 8); // SwiGLU
    double heads = 2 * 3 * 8 * 11 + 2 * 8 * 2;
    Small.compute();
    try (NDManager manager = NDManager.newBaseManager()) {
      Layout layout = Layout.of(manager, config, 1, 1, new Canvas(1, 3), Arc.KIND.structure());
      HrmModel model = model(config, new Canvas(1, 3), manager);
      // L three times without gradient and once with it, H once and once.
      assertEquals(
          6 * block + 4 * block + 3 * heads,
          Trial.flops(model, layout, new Halting(Halting.Rule.FIXED, 4, 0, 0.5)));
      assertEquals(
          10 * block + 3 * heads + 6 * block + heads,
          Trial.flops(model, layout, new Halting(Halting.Rule.HALT_OR_CONTINUE, 4, 0, 0.5)));
    }
  }

  @Test
  void countsPlanesAndLines() {
    double d = Small.model().width();
    double tokens = 2 * 3 * 20;
    assertPlanes(Small.model(), 2 * tokens * 4 * d * d + 2 * 2 * tokens * d * (4 + 5) / 2);
  }

  @Test
  void countsNoAttentionWhereThereIsNone() {
    ModelConfig attends =
        Small.model(ModelConfig.Reach.AXIAL, ModelConfig.Encoding.RELATIVE, true, true);
    assertPlanes(attends.withoutAttention(), 0);
  }

  /** Two rows of three planes of 4x5 cells. */
  private static void assertPlanes(ModelConfig config, double attention) {
    double d = config.width();
    double tokens = 2 * 3 * 20;
    double block =
        attention
            + 2 * tokens * 3 * d * config.feedForward().inner()
            + 2 * 2 * 20 * d * d; // the mean over symbols
    double embedding = 2.0 * 2 * 20 * Row.FEATURES * d;
    double heads = 2 * tokens * d + 2 * 2 * d * 2;
    Small.compute();
    try (NDManager manager = NDManager.newBaseManager()) {
      Layout layout = Layout.of(manager, config, 2, 3, new Canvas(4, 5), Arc.KIND.structure());
      HrmModel model = model(config, new Canvas(4, 5), manager);
      assertEquals(
          10 * block + 3 * (embedding + heads), Trial.flops(model, layout, Small.FIXED), 1e-3);
    }
  }

  /**
   * A third of the heads each look along rows, along columns and within boxes, and gradients go
   * through all six steps.
   */
  @Test
  void countsBoxes() {
    Kind kind = Sudoku.ofSide(6);
    ModelConfig config = Recipe.of(kind).model();
    double d = config.width();
    double tokens = 6 * 36;
    double block =
        2 * tokens * 4 * d * d
            + 2 * 2 * tokens * (d / 3) * (6 + 6 + 6)
            + 2 * tokens * 3 * d * config.feedForward().inner()
            + 2 * 36 * d * d;
    double embedding = 2.0 * 36 * Row.FEATURES * d;
    double heads = 2 * tokens * d + 2 * d * 2;
    Small.compute();
    try (NDManager manager = NDManager.newBaseManager()) {
      Layout layout = Layout.of(manager, config, 1, 6, new Canvas(6, 6), kind.structure());
      HrmModel model = model(config, new Canvas(6, 6), manager);
      assertEquals(
          18 * block + 3 * (embedding + heads), Trial.flops(model, layout, Small.FIXED), 1e-3);
    }
  }

  private static HrmModel model(ModelConfig config, Canvas canvas, NDManager manager) {
    Weights weights = HrmModel.initialize(config, canvas, manager, new SplitMix64(1));
    return new HrmModel(config, canvas, weights, manager);
  }
}
