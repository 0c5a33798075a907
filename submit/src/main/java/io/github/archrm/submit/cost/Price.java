package io.github.archrm.submit.cost;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an hour of a machine costs: {@code 0.05/core-hour} or {@code 2.10/gpu-hour}.
 *
 * <p>Cores are paid for the seconds that they computed, a GPU for all seconds of its workers, which
 * share it evenly.
 *
 * @param dollars for one hour
 * @param unit of what
 */
public record Price(BigDecimal dollars, Unit unit) {
  /** What is paid for. */
  public enum Unit {
    CORE,
    GPU
  }

  private static final double SECONDS = 3600;
  private static final Pattern TEXT =
      Pattern.compile("\\$?(\\d{1,6}(?:\\.\\d{1,9})?)/(core|gpu)-hour");

  /**
   * @throws IllegalArgumentException if the text is no price; the message says what one looks like
   */
  public static Price parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("0.05/core-hour or 2.10/gpu-hour, not " + text);
    }
    return new Price(
        new BigDecimal(matcher.group(1)), matcher.group(2).equals("gpu") ? Unit.GPU : Unit.CORE);
  }

  /** Dollars; empty if what is paid for is not known, or was not used. */
  public OptionalDouble of(Cost cost) {
    double seconds =
        switch (unit) {
          case CORE -> cost.processorSeconds();
          case GPU -> cost.gpuSeconds() > 0 ? cost.gpuSeconds() : Double.NaN;
        };
    return Double.isFinite(seconds)
        ? OptionalDouble.of(seconds / SECONDS * dollars.doubleValue())
        : OptionalDouble.empty();
  }

  @Override
  public String toString() {
    return dollars.toPlainString() + (unit == Unit.GPU ? "/gpu-hour" : "/core-hour");
  }
}
