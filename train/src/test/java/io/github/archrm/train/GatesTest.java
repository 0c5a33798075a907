package io.github.archrm.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDManager;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.ModelConfig.Encoding;
import io.github.archrm.train.model.ModelConfig.Reach;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.Weights;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the gates between two cells do to what these know of each other. */
class GatesTest {
  private static final Canvas CANVAS = new Canvas(4, 5);
  private static final int PLANES = 3;
  private static final int[] INPUTS = new Random(6).ints(CANVAS.cells(), 0, PLANES).toArray();

  @Test
  void openOnesAreAsIfThereWereNone() {
    assertArrayEquals(logits(false, 0, INPUTS), logits(true, -100, INPUTS), 1e-5f);
  }

  @Test
  void shutOnesKeepEveryCellToItself() {
    for (int cell = 0; cell < CANVAS.cells(); cell++) {
      int[] changed = INPUTS.clone();
      changed[cell] = (changed[cell] + 1) % PLANES;
      float[] open = logits(true, -100, INPUTS);
      float[] openChanged = logits(true, -100, changed);
      float[] shut = logits(true, 100, INPUTS);
      float[] shutChanged = logits(true, 100, changed);
      boolean seen = false;
      for (int i = 0; i < CANVAS.cells(); i++) {
        for (int p = 0; p < PLANES; p++) {
          int at = i * PLANES + p;
          if (i != cell) {
            assertEquals(shut[at], shutChanged[at], 1e-5f, "cell " + i + " knows of " + cell);
            seen |= Math.abs(open[at] - openChanged[at]) > 1e-3;
          } else if (p == changed[cell]) {
            assertNotEquals(shut[at], shutChanged[at], "cell " + i + " does not know itself");
          }
        }
      }
      assertEquals(true, seen, "nothing knows of " + cell + " where the gates are open");
    }
  }

  @Test
  void needAxialAttention() {
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> new ModelConfig.Attending(2, Reach.ALL, true))
            .getMessage();
    assertEquals("gates need axial attention", message);
  }

  /** Of a small model all of whose gates have the same bias, [cells, planes]. */
  private static float[] logits(boolean gated, float bias, int[] inputs) {
    Small.compute();
    ModelConfig config = Small.gated(Small.model(Reach.AXIAL, Encoding.RELATIVE, false), gated);
    try (NDManager manager = NDManager.newBaseManager();
        Weights weights =
            HrmModel.initialize(Small.gated(config, true), CANVAS, manager, new SplitMix64(4))) {
      weights
          .all()
          .forEach(
              (name, array) -> {
                if (name.endsWith("gate.weight")) {
                  array.muli(0);
                } else if (name.endsWith("gate.bias")) {
                  array.muli(0).addi(bias);
                }
              });
      Row row =
          Row.planes(
              new int[] {0, 1, 2}, inputs, null, new float[CANVAS.cells() * Row.FEATURES], 0);
      return Small.logits(config, CANVAS, weights, row, manager);
    }
  }
}
