package io.github.archrm.solver;

import io.github.archrm.train.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a training curve short: its points stand for equally many steps each, for twice as many
 * whenever there would be too many points.
 *
 * <p>The loss of a point is a mean, since single batches jump.
 */
final class Curve {
  /** Fewer points than this, but for tasks with very many models. */
  static final int MOST = 100;

  private final List<CurvePoint> points = new ArrayList<>();
  private int stride = 1;
  private int model;
  private int pending;
  private double lossSum;
  private TrainingProgress last;

  /**
   * @param model which of the task's models made the step, from 1
   * @param progress with steps counted over all models
   */
  void add(int model, TrainingProgress progress) {
    if (model != this.model) {
      flush();
      this.model = model;
    }
    pending++;
    lossSum += progress.loss();
    last = progress;
    if (pending == stride) {
      flush();
    }
  }

  private void flush() {
    if (pending > 0) {
      points.add(new CurvePoint(model, last.step(), lossSum / pending, last.exactShare()));
      pending = 0;
      lossSum = 0;
      if (points.size() >= MOST) {
        halve();
      }
    }
  }

  /** Joins points in pairs; those of different models stay apart. */
  private void halve() {
    List<CurvePoint> all = List.copyOf(points);
    points.clear();
    stride *= 2;
    for (int i = 0; i < all.size(); i++) {
      CurvePoint one = all.get(i);
      boolean paired = i + 1 < all.size() && all.get(i + 1).model() == one.model();
      points.add(paired ? joined(one, all.get(++i)) : one);
    }
  }

  private static CurvePoint joined(CurvePoint one, CurvePoint next) {
    double loss = (one.loss() + next.loss()) / 2;
    return new CurvePoint(one.model(), next.step(), loss, next.exactShare());
  }

  /**
   * A curve on disk.
   *
   * @param points that are complete
   * @param stride steps of a point
   * @param model of the latest step
   * @param pending steps that make no point yet
   * @param lossSum over them
   * @param last of them
   */
  record Kept(
      List<CurvePoint> points,
      int stride,
      int model,
      int pending,
      double lossSum,
      Optional<TrainingProgress> last) {}

  Kept keep() {
    return new Kept(
        List.copyOf(points), stride, model, pending, lossSum, Optional.ofNullable(last));
  }

  static Curve of(Kept kept) {
    Curve curve = new Curve();
    curve.points.addAll(kept.points());
    curve.stride = kept.stride();
    curve.model = kept.model();
    curve.pending = kept.last().isPresent() ? kept.pending() : 0;
    curve.lossSum = kept.lossSum();
    curve.last = kept.last().orElse(null);
    return curve;
  }

  /** The curve up to the last step that was added. */
  List<CurvePoint> points() {
    flush();
    return List.copyOf(points);
  }
}
