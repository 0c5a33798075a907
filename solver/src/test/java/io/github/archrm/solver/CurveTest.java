package io.github.archrm.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.train.TrainingProgress;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
  private static void add(Curve curve, int model, int from, int to) {
    for (int step = from; step <= to; step++) {
      curve.add(model, new TrainingProgress(step, 1, step % 2 == 0 ? 3 : 1, step / 1e4, 1));
    }
  }

  @Test
  void aShortCurveIsKeptStepByStep() {
    Curve curve = new Curve();
    add(curve, 1, 1, 3);
    assertEquals(
        List.of(
            new CurvePoint(1, 1, 1, 1e-4),
            new CurvePoint(1, 2, 3, 2e-4),
            new CurvePoint(1, 3, 1, 3e-4)),
        curve.points());
  }

  @Test
  void aLongCurveIsThinnedToMeansAndEndsAtItsLastStep() {
    Curve curve = new Curve();
    add(curve, 1, 1, 9_999);
    List<CurvePoint> points = curve.points();
    assertTrue(points.size() >= Curve.MOST / 2 && points.size() < Curve.MOST, "" + points.size());
    assertEquals(9_999, points.get(points.size() - 1).step());
    assertEquals(0.9999, points.get(points.size() - 1).exactShare());
    assertEquals(points.get(0).step(), points.get(1).step() - points.get(0).step());
    assertEquals(2, points.get(0).loss());
  }

  @Test
  void modelsStayApart() {
    Curve curve = new Curve();
    add(curve, 1, 1, 333);
    add(curve, 2, 334, 500);
    List<CurvePoint> points = curve.points();
    assertTrue(points.stream().anyMatch(point -> point.model() == 1 && point.step() == 333));
    assertTrue(points.stream().allMatch(p -> p.model() == (p.step() <= 333 ? 1 : 2)));
    assertEquals(500, points.get(points.size() - 1).step());
  }

  @Test
  void withoutStepsItIsEmpty() {
    assertEquals(List.of(), new Curve().points());
  }
}
