package io.github.archrm.submit.trunk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis of a chart.
 *
 * @param low its beginning
 * @param high its end, above the beginning
 * @param logarithmic whether equal lengths are equal ratios
 */
record Axis(double low, double high, boolean logarithmic) {
  private static final double[] ROUND = {1, 2, 5, 10};

  private static final int FEW = 3;

  /** A label at its value. */
  record Tick(double value, String label) {}

  /** Where a value lies: 0 at the beginning, 1 at the end. */
  double at(double value) {
    return logarithmic
        ? Math.log(value / low) / Math.log(high / low)
        : (value - low) / (high - low);
  }

  /** Round values, about as many as asked for. */
  List<Tick> ticks(int wanted) {
    return logarithmic ? ratios(wanted) : steps(wanted);
  }

  private List<Tick> steps(int wanted) {
    double power = Math.pow(10, Math.floor(Math.log10((high - low) / wanted)));
    double step = 10 * power;
    for (int i = ROUND.length - 1; i >= 0 && ROUND[i] * power * wanted >= high - low; i--) {
      step = ROUND[i] * power;
    }
    List<Tick> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step); i * step <= high * (1 + 1e-9); i++) {
      ticks.add(tick(i * step));
    }
    return ticks;
  }

  /** Powers of ten; with 2 and 5 times them where they would be few, or equal steps even then. */
  private List<Tick> ratios(int wanted) {
    List<Tick> powers = new ArrayList<>();
    List<Tick> all = new ArrayList<>();
    int first = (int) Math.floor(Math.log10(low));
    for (int exponent = first; Math.pow(10, exponent) <= high; exponent++) {
      for (int i = 0; i < 3; i++) {
        double value = ROUND[i] * Math.pow(10, exponent);
        if (value >= low && value <= high) {
          all.add(tick(value));
          if (i == 0) {
            powers.add(tick(value));
          }
        }
      }
    }
    if (all.size() < FEW) {
      return steps(wanted);
    }
    return all.size() <= wanted ? all : powers;
  }

  private static Tick tick(double value) {
    boolean tiny = value != 0 && Math.abs(value) < 1e-4;
    String label =
        tiny
            ? String.format(Locale.ROOT, "%.0e", value)
            : Math.abs(value) >= 1000
                ? String.format(Locale.ROOT, "%,.0f", value)
                : new BigDecimal(String.format(Locale.ROOT, "%.5f", value))
                    .stripTrailingZeros()
                    .toPlainString();
    return new Tick(value, label);
  }
}
