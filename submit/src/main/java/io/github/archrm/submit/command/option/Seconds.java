package io.github.archrm.submit.command.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Seconds, at least 0; may have a fraction. */
public final class Seconds implements ITypeConverter<Double> {
  @Override
  public Double convert(String text) {
    return atLeast(0, text);
  }

  /** Seconds above 0. */
  public static final class Positive implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      return atLeast(Double.MIN_VALUE, text);
    }
  }

  private static double atLeast(double least, String text) {
    double seconds;
    try {
      seconds = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      seconds = Double.NaN;
    }
    if (!Double.isFinite(seconds)) {
      throw new TypeConversionException("must be a number of seconds, not " + text);
    }
    if (seconds < least) {
      throw new TypeConversionException(
          (least > 0 ? "must be above 0 seconds" : "must be at least 0 seconds") + ", not " + text);
    }
    return seconds;
  }
}
