package io.github.archrm.submit.command.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number of at least 0. */
public final class WholeNumber implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    return atLeast(0, text);
  }

  static int atLeast(int least, String text) {
    int number;
    try {
      number = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("must be a whole number, not " + text);
    }
    if (number < least) {
      throw new TypeConversionException("must be at least " + least + ", not " + text);
    }
    return number;
  }
}
