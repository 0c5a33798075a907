package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

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
  final NDArray highestScore;
  final NDArray lowestScore;

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
    attentionScale = manager.create((float) (1 / Math.sqrt(config.headWidth())));
  }

  /** RMSNorm without gain over the last axis. */
  NDArray rmsNorm(NDArray x) {
    NDArray length = Torch.length(x);
    return x.div(length.square().mul(rmsScale).add(rmsEpsilon).sqrt());
  }
}
