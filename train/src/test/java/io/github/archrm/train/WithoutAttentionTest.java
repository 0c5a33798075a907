package io.github.archrm.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.ModelConfig.Encoding;
import io.github.archrm.train.model.ModelConfig.Reach;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.Weights;
import org.junit.jupiter.api.Test;

/** A model in which cells know of each other through their neighbours only. */
class WithoutAttentionTest {
  private static final Canvas LINE = new Canvas(1, 10);
  private static final int PLANES = 2;

  @Test
  void newsGoesOneCellFarWithEveryStep() {
    ModelConfig config = Small.model(Reach.AXIAL, Encoding.RELATIVE, true, true).withoutAttention();
    assertEquals(Reach.NONE, config.attention().reach());
    int steps = 6; // of H and L in a segment
    boolean[] differs = whatTheFirstCellChanges(config);
    for (int cell = 1; cell < LINE.cells(); cell++) {
      assertEquals(cell <= steps, differs[cell], "cell " + cell + " knows of the first");
    }
  }

  @Test
  void withAttentionItGoesAllTheWay() {
    for (boolean one : whatTheFirstCellChanges(Small.model(Reach.AXIAL, Encoding.RELATIVE, true))) {
      assertTrue(one);
    }
  }

  @Test
  void noWeightIsLeftOfIt() {
    Small.compute();
    try (NDManager manager = NDManager.newBaseManager();
        Weights weights =
            HrmModel.initialize(
                Small.model(Reach.AXIAL, Encoding.RELATIVE, true, true).withoutAttention(),
                LINE,
                manager,
                new SplitMix64(4))) {
      weights.all().keySet().forEach(name -> assertFalse(name.contains("attn"), name));
      assertNotEquals(0, weights.all().size());
    }
  }

  @Test
  void needsNeighboursAndNoPositions() {
    assertMessage(
        "a model without attention needs neighbour mixing",
        () -> Small.model(Reach.NONE, Encoding.NONE, false, false));
    assertMessage(
        "a model without attention has no use for positions",
        () -> Small.model(Reach.NONE, Encoding.ROTARY_2D, true, false));
    assertMessage(
        "gates need axial attention", () -> new ModelConfig.Attending(2, Reach.NONE, true));
  }

  private static void assertMessage(String message, Runnable refused) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, refused::run).getMessage());
  }

  /** In which cells a model says something else after one segment if the first cell is another. */
  private static boolean[] whatTheFirstCellChanges(ModelConfig config) {
    Small.compute();
    try (NDManager manager = NDManager.newBaseManager();
        Weights weights = HrmModel.initialize(config, LINE, manager, new SplitMix64(4))) {
      float[] one = logits(config, weights, 0, manager);
      float[] other = logits(config, weights, 1, manager);
      boolean[] differs = new boolean[LINE.cells()];
      for (int i = 0; i < one.length; i++) {
        differs[i / PLANES] |= one[i] != other[i];
      }
      return differs;
    }
  }

  private static float[] logits(
      ModelConfig config, Weights weights, int firstCell, NDManager manager) {
    int[] inputs = {firstCell, 0, 1, 1, 0, 1, 0, 0, 1, 0};
    Row row = Row.planes(new int[] {0, 1}, inputs, null, new float[LINE.cells() * Row.FEATURES], 0);
    return Small.logits(config, LINE, weights, row, manager);
  }
}
