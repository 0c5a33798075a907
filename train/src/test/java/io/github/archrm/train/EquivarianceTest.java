package io.github.archrm.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.Initializer;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.ModelConfig.Encoding;
import io.github.archrm.train.model.ModelConfig.Reach;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.State;
import io.github.archrm.train.model.Torch;
import io.github.archrm.train.model.Weights;
import io.github.archrm.train.senses.Suggestions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Renaming the symbols of an input renames the prediction, and nothing else. */
class EquivarianceTest {
  private static final Canvas CANVAS = new Canvas(3, 5);
  private static final int PLANES = 6;
  private static final int[] RENAMED = {3, 0, 5, 1, 4, 2};

  @TestFactory
  List<DynamicTest> renamingSymbolsRenamesTheLogits() {
    Map<String, ModelConfig> models = new LinkedHashMap<>();
    models.put("all cells", Small.model(Reach.ALL, Encoding.ROTARY_2D, false));
    models.put("axial", Small.model(Reach.AXIAL, Encoding.RELATIVE, false));
    models.put("axial, rotary", Small.model(Reach.AXIAL, Encoding.ROTARY_2D, false));
    models.put("neighbours", Small.model(Reach.AXIAL, Encoding.RELATIVE, true, false));
    models.put("gates", Small.gated(Small.model(Reach.AXIAL, Encoding.RELATIVE, false), true));
    models.put("no attention", Small.model(Reach.NONE, Encoding.NONE, true, false));
    models.put("senses", Small.sensing(Small.model(Reach.AXIAL, Encoding.RELATIVE, true, false)));
    return models.entrySet().stream()
        .map(e -> dynamicTest(e.getKey(), () -> renaming(e.getValue())))
        .toList();
  }

  private static void renaming(ModelConfig config) {
    Small.compute();
    try (NDManager manager = NDManager.newBaseManager();
        Weights weights = HrmModel.initialize(config, CANVAS, manager, new SplitMix64(4))) {
      // Zero at first, so the planes differ by nothing but their cells.
      int[] same = {0, 0, 0, 0, 0, 0};
      compare(config, weights, same, same, manager);

      Shape table = weights.get("embed_symbols.embedding_weight").getShape();
      float[] values = Initializer.truncatedNormal(0.3).draw(table, new SplitMix64(5));
      weights.set("embed_symbols.embedding_weight", manager.create(values, table));
      int[] symbols = {0, 2, 3, 5, 7, 10};
      int[] moved = new int[PLANES];
      for (int s = 0; s < PLANES; s++) {
        moved[RENAMED[s]] = symbols[s];
      }
      compare(config, weights, symbols, moved, manager);
    }
  }

  private static void compare(
      ModelConfig config, Weights weights, int[] symbols, int[] moved, NDManager manager) {
    Random random = new Random(6);
    int cells = CANVAS.cells();
    int[] inputs = random.ints(cells, 0, PLANES).toArray();
    int[] renamed = Arrays.stream(inputs).map(s -> RENAMED[s]).toArray();
    float[] features = new float[cells * Row.FEATURES];
    for (int i = 0; i < features.length; i++) {
      features[i] = random.nextInt(2);
    }
    int[][] suggested = new int[config.symbols().suggestions() ? Suggestions.COUNT : 0][];
    int[][] renamedToo = new int[suggested.length][];
    for (int k = 0; k < suggested.length; k++) {
      suggested[k] = random.ints(cells, -1, PLANES).toArray();
      renamedToo[k] = Arrays.stream(suggested[k]).map(s -> s < 0 ? s : RENAMED[s]).toArray();
    }
    Row row = Row.planes(symbols, inputs, null, features, 0).suggesting(suggested);
    Row renamedRow = Row.planes(moved, renamed, null, features, 0).suggesting(renamedToo);
    float[] logits = Small.logits(config, CANVAS, weights, row, manager);
    float[] other = Small.logits(config, CANVAS, weights, renamedRow, manager);
    double spread = 0;
    for (int i = 0; i < cells; i++) {
      for (int s = 0; s < PLANES; s++) {
        assertEquals(logits[i * PLANES + s], other[i * PLANES + RENAMED[s]], 1e-5);
        spread = Math.max(spread, Math.abs(logits[i * PLANES + s] - logits[i * PLANES]));
      }
    }
    assertTrue(spread > 0.01, "the symbols of a cell have different logits");
  }

  @Test
  void rowsOfABatchDoNotSeeEachOther() {
    Small.compute();
    ModelConfig config = Small.model(Reach.AXIAL, Encoding.RELATIVE, false);
    try (NDManager manager = NDManager.newBaseManager();
        Weights weights = HrmModel.initialize(config, CANVAS, manager, new SplitMix64(4))) {
      Torch.gradients(false);
      Random random = new Random(6);
      List<Row> rows =
          java.util.stream.Stream.generate(
                  () ->
                      Row.planes(
                          new int[] {0, 1, 2, 3, 4, 5},
                          random.ints(CANVAS.cells(), 0, PLANES).toArray(),
                          null,
                          new float[CANVAS.cells() * Row.FEATURES],
                          0))
              .limit(3)
              .toList();
      HrmModel model = new HrmModel(config, CANVAS, weights, manager);
      Layout layout = Layout.of(manager, config, 3, PLANES, CANVAS, Arc.KIND.structure());
      Carry carry = new Carry(layout);
      var source = rows.iterator();
      carry.refill(source::next);
      State state = carry.begin(model, new SplitMix64(1), manager);
      var x = model.embed(rows, layout, manager);
      float[] together =
          model.finish(model.advance(state, x, layout), x, layout).logits().toFloatArray();
      int perRow = CANVAS.cells() * PLANES;
      for (int b = 0; b < 3; b++) {
        float[] alone = Small.logits(config, CANVAS, weights, rows.get(b), manager);
        for (int i = 0; i < perRow; i++) {
          assertEquals(alone[i], together[b * perRow + i], 1e-5);
        }
      }
    }
  }
}
