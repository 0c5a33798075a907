package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Numbers as arrays that outlive every backward pass.
 *
 * <p>An operation with a Java number wraps Java memory that is freed while autograd still points to
 * it, and the gradients turn to garbage; so a differentiated expression takes its numbers from
 * here.
 */
public final class Constants {
  /** Epsilon of RMSNorm (the public HRM code). */
  private static final float RMS_EPSILON = 1e-5f;

  /** exp of this, summed over a line, is far from the limits of float32. */
  private static final float SCORE_BOUND = 60;

  public final NDArray one;
  public final NDArray oneDouble;
  public final NDArray zeroDouble;
  final NDArray rmsEpsilon;
  final NDArray rmsScale;
  final NDArray embeddingScale;
  final NDArray positionScale;
  final NDArray attentionScale;
  private final NDArray highestScore;
  private final NDArray lowestScore;

  /** [3, 1, 1, 1]: what queries, keys and values are multiplied by. */
  final NDArray queriesScaled;

  /** Must not be called inside an NDScope. */
  Constants(NDManager manager, ModelConfig config) {
    one = manager.create(1f);
    oneDouble = manager.create(new double[] {1});
    zeroDouble = manager.create(new double[] {0});
    rmsEpsilon = manager.create(RMS_EPSILON);
    rmsScale = manager.create(1f / config.width());
    embeddingScale = manager.create((float) Math.sqrt(config.width()));
    positionScale = manager.create(0.70710678f);
    highestScore = manager.create(SCORE_BOUND);
    lowestScore = manager.create(-SCORE_BOUND);
    float scale = (float) (1 / Math.sqrt(config.headWidth()));
    attentionScale = manager.create(scale);
    queriesScaled = manager.create(new float[] {scale, 1, 1}, new Shape(3, 1, 1, 1));
  }

  /**
   * RMSNorm without gain over the last axis.
   *
   * @param x is not needed any more
   */
  NDArray rmsNorm(NDArray x) {
    NDArray length = Torch.length(x);
    return Torch.times(x, one.div(length.square().mul(rmsScale).add(rmsEpsilon).sqrt()));
  }

  /**
   * Scores cut to what exp can bear. Where none is beyond it, which on a CPU is looked up first,
   * they themselves: cutting costs several passes over them and over their gradient.
   */
  NDArray bearable(NDArray scores) {
    boolean within =
        !scores.getDevice().isGpu()
            && scores.max().getFloat() <= SCORE_BOUND
            && scores.min().getFloat() >= -SCORE_BOUND;
    return within ? scores : scores.minimum(highestScore).maximum(lowestScore);
  }
}
