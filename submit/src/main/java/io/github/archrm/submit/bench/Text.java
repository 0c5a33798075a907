package io.github.archrm.submit.bench;

import java.util.Locale;
import java.util.OptionalLong;

/** How tables write what is measured. */
final class Text {
  private static final double MIB = 1 << 20;

  private Text() {}

  /** Without white space at its end. */
  static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).stripTrailing();
  }

  static String canvas(int side) {
    return side + "x" + side;
  }

  static String mebibytes(OptionalLong bytes) {
    return bytes.isEmpty() ? "" : String.format(Locale.ROOT, "%.0f MiB", bytes.getAsLong() / MIB);
  }

  /** {@code x1.25}; empty where there is nothing to divide by. */
  static String ratio(double now, double before) {
    double ratio = now / before;
    return Double.isFinite(ratio) && before > 0
        ? String.format(Locale.ROOT, ratio < 9.995 ? "x%.2f" : "x%.1f", ratio)
        : "";
  }
}
