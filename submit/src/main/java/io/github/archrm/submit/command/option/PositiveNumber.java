package io.github.archrm.submit.command.option;

import picocli.CommandLine.ITypeConverter;

/** A whole number of at least 1. */
public final class PositiveNumber implements ITypeConverter<Integer> {
  @Override
  public Integer convert(String text) {
    return WholeNumber.atLeast(1, text);
  }
}
