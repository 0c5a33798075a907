package io.github.archrm.submit.trunk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.submit.trunk.Axis.Tick;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static List<String> labels(double low, double high, boolean logarithmic, int wanted) {
    return new Axis(low, high, logarithmic).ticks(wanted).stream().map(Tick::label).toList();
  }

  @Test
  void roundValues() {
    assertEquals(List.of("0", "20", "40", "60", "80", "100"), labels(0, 100, false, 8));
    assertEquals(
        List.of("0", "2,000", "4,000", "6,000", "8,000", "10,000", "12,000"),
        labels(0, 12345, false, 8));
    assertEquals(List.of("0.3", "0.4", "0.5"), labels(0.25, 0.55, false, 4));
  }

  @Test
  void powersOfTenAndWhatLiesBetweenWhereTheyAreFew() {
    assertEquals(List.of("0.0001", "0.001", "0.01", "0.1", "1"), labels(7e-5, 3, true, 8));
    assertEquals(List.of("0.05", "0.1", "0.2", "0.5"), labels(0.04, 0.9, true, 8));
    assertEquals(List.of("1.2", "1.4", "1.6", "1.8"), labels(1.1, 1.9, true, 5));
    assertEquals(List.of("1e-06", "1e-05"), labels(9e-7, 1.5e-5, true, 2));
  }

  @Test
  void equalRatiosAreEqualLengths() {
    Axis axis = new Axis(0.01, 100, true);
    assertEquals(0, axis.at(0.01), 1e-12);
    assertEquals(0.5, axis.at(1), 1e-12);
    assertEquals(1, axis.at(100), 1e-12);
    assertEquals(0.25, new Axis(2, 6, false).at(3), 1e-12);
  }

  @Test
  void ticksLieOnTheAxisAndAreNotManyMore() {
    Random random = new Random(1);
    for (int round = 0; round < 1000; round++) {
      double low = Math.pow(10, -6 + 8 * random.nextDouble());
      double high = low * (1.7 + 100 * random.nextDouble());
      for (boolean logarithmic : new boolean[] {true, false}) {
        Axis axis = new Axis(low, high, logarithmic);
        List<Tick> ticks = axis.ticks(8);
        assertTrue(ticks.size() <= 9, axis + " " + ticks);
        assertTrue(ticks.size() >= 3, axis + " " + ticks);
        for (Tick tick : ticks) {
          double at = axis.at(tick.value());
          assertTrue(at > -1e-6 && at < 1 + 1e-6, axis + " " + tick);
        }
      }
    }
  }
}
