package io.github.archrm.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.github.archrm.train.file.Safetensors;
import io.github.archrm.train.model.Torch;
import io.github.archrm.train.model.Weights;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adam with atan2 in place of the division (Everett et al. 2024), which needs no epsilon and does
 * not depend on the scale of the loss; decoupled weight decay:
 *
 * <pre>
 * p ← p·(1 - lr·wd);  m ← lerp(m, g, 1-β1);  v ← lerp(v, g², 1-β2)
 * p ← p - lr/(1-β1^t) · atan2(m, sqrt(v)/sqrt(1-β2^t))
 * </pre>
 *
 * <p>Owns its moments and frees them.
 */
public final class AdamATan2 implements AutoCloseable {
  private final double beta1;
  private final double beta2;
  private final double weightDecay;
  private final Weights weights;
  private final NDManager manager;
  private final Map<String, NDArray> first = new LinkedHashMap<>();
  private final Map<String, NDArray> second = new LinkedHashMap<>();
  private final NDArray keepFirst;
  private final NDArray takeFirst;
  private final NDArray keepSecond;
  private final NDArray takeSecond;
  private int step;

  /** Must not be called inside an NDScope: the moments are made here. */
  public AdamATan2(Weights weights, NDManager parent, Recipe.Optimizer settings) {
    this.beta1 = settings.beta1();
    this.beta2 = settings.beta2();
    this.weightDecay = settings.weightDecay();
    this.weights = weights;
    this.manager = parent.newSubManager();
    keepFirst = manager.create((float) beta1);
    takeFirst = manager.create((float) (1 - beta1));
    keepSecond = manager.create((float) beta2);
    takeSecond = manager.create((float) (1 - beta2));
    weights
        .all()
        .forEach(
            (name, array) -> {
              if (Weights.isLearned(name)) {
                first.put(name, manager.zeros(array.getShape()));
                second.put(name, manager.zeros(array.getShape()));
              }
            });
  }

  /** Updates every parameter from its gradient and sets the gradient to zero. */
  void step(double learningRate) {
    step++;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray decay = manager.create((float) (1 - learningRate * weightDecay));
      NDArray rate = manager.create((float) (learningRate / (1 - Math.pow(beta1, step))));
      NDArray correction = manager.create((float) (1 / Math.sqrt(1 - Math.pow(beta2, step))));
      first.forEach(
          (name, m) -> {
            NDArray p = weights.get(name);
            NDArray v = second.get(name);
            NDArray g = p.getGradient();
            p.muli(decay);
            m.muli(keepFirst).addi(g.mul(takeFirst));
            v.muli(keepSecond).addi(g.square().mul(takeSecond));
            p.subi(m.atan2(v.sqrt().mul(correction)).mul(rate));
            Torch.zeroGradient(p);
          });
    }
  }

  int steps() {
    return step;
  }

  /** Takes back what {@link #moments} gave. */
  void restore(int steps, Safetensors file) {
    Torch.gradients(false);
    moments().forEach(file::take);
    this.step = steps;
  }

  /** The moments by name, {@code adam.m.NAME} and {@code adam.v.NAME}; not copies. */
  Map<String, NDArray> moments() {
    Map<String, NDArray> all = new LinkedHashMap<>();
    first.forEach((name, m) -> all.put("adam.m." + name, m));
    second.forEach((name, v) -> all.put("adam.v." + name, v));
    return all;
  }

  @Override
  public void close() {
    manager.close();
  }
}
