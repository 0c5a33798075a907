package io.github.archrm.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.Torch;
import io.github.archrm.train.model.Weights;
import io.github.archrm.train.senses.Multiples;
import io.github.archrm.train.senses.Objects;
import io.github.archrm.train.senses.Senses;
import io.github.archrm.train.senses.Suggestions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What cells are told of symbols reaches the state through the weights that are meant for it. */
class EmbeddingTest {
  private static final Canvas CANVAS = new Canvas(3, 4);
  private static final int PLANES = 3;
  private static final int CHANNELS = 2;
  private static final ModelConfig CONFIG = Small.sensing(Small.model()).withChannels(CHANNELS);

  private final Random random = new Random(1);
  private final int[] inputs = cells();
  private final int[][] multiple = grids(Multiples.COUNT);
  private final int[][] suggested = grids(Suggestions.COUNT);
  private final int[][] channels = grids(CHANNELS);

  private int[] cells() {
    return random.ints(CANVAS.cells(), 0, PLANES).toArray();
  }

  /** Some cells of them are empty. */
  private int[][] grids(int count) {
    int[][] grids = new int[count][];
    Arrays.setAll(grids, k -> random.ints(CANVAS.cells(), -1, PLANES).toArray());
    return grids;
  }

  private Row row(int[][] multiples) {
    float[] features = new float[CANVAS.cells() * Row.FEATURES];
    boolean[] border = border();
    for (int i = 0; i < CANVAS.cells(); i++) {
      features[i * Row.FEATURES] = 1;
      features[i * Row.FEATURES + 1] = border[i] ? 1 : 0;
    }
    int[] symbols = {1, 2, 3};
    return new Row(symbols, inputs, multiples, suggested, channels, inputs, features, 0);
  }

  private static boolean[] border() {
    boolean[] border = new boolean[CANVAS.cells()];
    for (int i = 0; i < border.length; i++) {
      int r = i / CANVAS.width();
      int c = i % CANVAS.width();
      border[i] = r % (CANVAS.height() - 1) == 0 || c % (CANVAS.width() - 1) == 0;
    }
    return border;
  }

  @Test
  void everyWeightMeetsWhatItIsFor() {
    Map<String, float[]> told = new LinkedHashMap<>();
    told.put("presence", shown(inputs));
    told.put("multiple", shown(multiple));
    told.put("suggested", shown(suggested));
    told.put("channels", shown(channels));
    float[] senses = new float[PLANES * CANVAS.cells() * Senses.COUNT];
    int height = CANVAS.height();
    Senses.write(inputs, PLANES, height, CANVAS.width(), senses, 0, Senses.COUNT);
    told.put("senses", senses);
    float[] objects = new float[PLANES * CANVAS.cells() * Objects.COUNT];
    new Objects(inputs, border(), CANVAS.width()).write(PLANES, objects, 0, Objects.COUNT);
    told.put("objects", objects);
    Small.compute();
    try (NDManager manager = NDManager.newBaseManager()) {
      for (String one : told.keySet()) {
        try (Weights weights = HrmModel.initialize(CONFIG, CANVAS, manager, new SplitMix64(1))) {
          float[] weight = only(weights, "embed_" + one + ".weight");
          HrmModel model = new HrmModel(CONFIG, CANVAS, weights, manager);
          assertArrayEquals(
              product(told.get(one), weight), embed(model, List.of(row(multiple)), manager), 1e-4f);
          List<Row> unlike = List.of(row(multiple), row(Row.NO_GRIDS));
          assertThrows(IllegalArgumentException.class, () -> embed(model, unlike, manager));
        }
      }
    }
  }

  /** Makes one weight of the embedding random and the others 0. */
  private float[] only(Weights weights, String name) {
    Torch.gradients(false);
    for (Map.Entry<String, NDArray> entry : weights.all().entrySet()) {
      if (entry.getKey().startsWith("embed_")) {
        entry.getValue().muli(0);
      }
    }
    NDArray array = weights.get(name);
    float[] values = new float[(int) array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    weights.set(name, array.getManager().create(values, array.getShape()));
    return values;
  }

  /** What stands in an array [planes, cells, numbers] times a weight [d, numbers], scaled. */
  private static float[] product(float[] told, float[] weight) {
    int numbers = told.length / (PLANES * CANVAS.cells());
    float[] product = new float[PLANES * CANVAS.cells() * CONFIG.width()];
    for (int i = 0; i < PLANES * CANVAS.cells(); i++) {
      for (int d = 0; d < CONFIG.width(); d++) {
        double sum = 0;
        for (int k = 0; k < numbers; k++) {
          sum += told[i * numbers + k] * weight[d * numbers + k];
        }
        product[i * CONFIG.width() + d] = (float) (sum * Math.sqrt(CONFIG.width()));
      }
    }
    return product;
  }

  private static float[] shown(int[]... grids) {
    float[] shown = new float[PLANES * CANVAS.cells() * grids.length];
    for (int k = 0; k < grids.length; k++) {
      for (int i = 0; i < CANVAS.cells(); i++) {
        if (grids[k][i] >= 0) {
          shown[(grids[k][i] * CANVAS.cells() + i) * grids.length + k] = 1;
        }
      }
    }
    return shown;
  }

  private static float[] embed(HrmModel model, List<Row> rows, NDManager manager) {
    Torch.gradients(false);
    Layout layout = Layout.of(manager, CONFIG, rows.size(), PLANES, CANVAS, Arc.KIND.structure());
    return model.embed(rows, layout, manager).toFloatArray();
  }
}
