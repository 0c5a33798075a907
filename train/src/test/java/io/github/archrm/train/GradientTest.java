package io.github.archrm.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.State;
import io.github.archrm.train.model.Torch;
import io.github.archrm.train.model.Weights;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Through which steps of a segment gradients go. */
class GradientTest {
  private static final Canvas CANVAS = new Canvas(3, 4);
  private static final int PLANES = 3;
  private static final String WEIGHT = "L_level.layers.0.self_attn.qkv_proj.weight";

  @Test
  void throughAllStepsItIsTheSlopeOfTheWholeSegment() {
    double[] slopes = slopes(6);
    assertEquals(1, slopes[slopes.length / 2], 0.02, () -> Arrays.toString(slopes));
  }

  @Test
  void throughTheLastStepsItIsAnotherOne() {
    double[] slopes = slopes(2);
    double farthest = Math.max(1 - slopes[0], slopes[slopes.length - 1] - 1);
    assertTrue(farthest > 0.2, () -> Arrays.toString(slopes));
  }

  /** Of several first weights, in ascending order: measuring one is not exact for all of them. */
  private static double[] slopes(int learned) {
    double[] slopes =
        IntStream.range(4, 9)
            .mapToDouble(seed -> slopeByGradient(learned, seed))
            .sorted()
            .toArray();
    System.out.println("through " + learned + " steps " + Arrays.toString(slopes));
    return slopes;
  }

  @Test
  void whatIsLearnedFromDoesNotChangeWhatIsSaid() {
    Small.compute();
    try (NDManager manager = NDManager.newBaseManager();
        Weights weights = HrmModel.initialize(config(2), CANVAS, manager, new SplitMix64(4))) {
      Torch.gradients(false);
      float[] said = logits(config(2), weights, manager).toFloatArray();
      for (int learned = 3; learned <= 6; learned++) {
        assertArrayEquals(said, logits(config(learned), weights, manager).toFloatArray());
      }
    }
  }

  /** A number that is added to all scores changes nothing, as long as exp can bear them. */
  @Test
  void scoresFarFromZeroSayAndTeachTheSame() {
    float[][] usual = saidAndTaught(0);
    for (float shift : new float[] {-50, -30, 30, 40}) {
      float[][] shifted = saidAndTaught(shift);
      assertArrayEquals(usual[0], shifted[0], 5e-3f, "logits at " + shift);
      assertArrayEquals(usual[1], shifted[1], 2e-2f * largest(usual[1]), "gradient at " + shift);
    }
    for (float shift : new float[] {-200, 200}) {
      for (float[] values : saidAndTaught(shift)) {
        for (float value : values) {
          assertTrue(Float.isFinite(value), "beyond what exp can bear, at " + shift);
        }
      }
    }
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** Logits, and the gradient of a weight, with a number added to all biases of the scores. */
  private static float[][] saidAndTaught(float shift) {
    Small.compute();
    try (NDManager manager = NDManager.newBaseManager();
        Weights weights = HrmModel.initialize(config(6), CANVAS, manager, new SplitMix64(4))) {
      Torch.gradients(false);
      weights.all().forEach((name, array) -> array.addi(name.endsWith("_bias") ? shift : 0));
      float[] said = logits(config(6), weights, manager).toFloatArray();
      weights.learn();
      Torch.gradients(true);
      Torch.backward(scalar(config(6), weights, manager));
      return new float[][] {said, weights.get(WEIGHT).getGradient().toFloatArray()};
    } finally {
      Torch.gradients(false);
    }
  }

  @Test
  void aSegmentHasNoMoreStepsToLearnFrom() {
    String message = assertThrows(IllegalArgumentException.class, () -> config(7)).getMessage();
    assertEquals("learned must be 2 to 6, the steps of a segment, but is 7", message);
  }

  /** Rise of a scalar along its gradient, as measured, over the gradient's length squared. */
  private static double slopeByGradient(int learned, int seed) {
    Small.compute();
    ModelConfig config = config(learned);
    try (NDManager manager = NDManager.newBaseManager();
        Weights weights = HrmModel.initialize(config, CANVAS, manager, new SplitMix64(seed))) {
      weights.learn();
      Torch.gradients(true);
      Torch.backward(scalar(config, weights, manager));
      Torch.gradients(false);
      NDArray weight = weights.get(WEIGHT);
      NDArray gradient = weight.getGradient().duplicate();
      double squared = gradient.square().sum().getFloat();
      double step = 0.01 / Math.sqrt(squared);
      weight.addi(gradient.mul(step));
      double above = scalar(config, weights, manager).getFloat();
      weight.subi(gradient.mul(2 * step));
      double below = scalar(config, weights, manager).getFloat();
      return (above - below) / (2 * step) / squared;
    } finally {
      Torch.gradients(false);
    }
  }

  private static NDArray scalar(ModelConfig config, Weights weights, NDManager manager) {
    return logits(config, weights, manager).square().sum();
  }

  private static NDArray logits(ModelConfig config, Weights weights, NDManager manager) {
    int[] inputs = new Random(6).ints(CANVAS.cells(), 0, PLANES).toArray();
    Row row =
        Row.planes(new int[] {0, 1, 2}, inputs, null, new float[CANVAS.cells() * Row.FEATURES], 0);
    HrmModel model = new HrmModel(config, CANVAS, weights, manager);
    Layout layout = Layout.of(manager, config, 1, PLANES, CANVAS, Arc.KIND.structure());
    Carry carry = new Carry(layout);
    carry.refill(() -> row);
    State state = carry.begin(model, new SplitMix64(1), manager);
    NDArray x = model.embed(carry.rows(), layout, manager);
    State advanced = model.advance(state, x, layout);
    return model
        .finish(new State(advanced.zH().stopGradient(), advanced.zL().stopGradient()), x, layout)
        .logits();
  }

  private static ModelConfig config(int learned) {
    ModelConfig small = Small.gated(Small.model(), true);
    return new ModelConfig(
        small.symbols(),
        small.width(),
        new ModelConfig.Depth(1, 1, 2, 2, learned),
        small.attention(),
        small.positions(),
        small.feedForward(),
        small.start());
  }
}
