package io.github.archrm.submit.command.option;

import io.github.archrm.submit.cost.Price;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What an hour of a machine costs. */
public final class PriceOption {
  @Option(
      names = "--price",
      paramLabel = "DOLLARS/HOUR",
      converter = Converter.class,
      description =
          "What a machine costs, as 0.05/core-hour (of computing) or 2.10/gpu-hour (of a worker):"
              + " gives dollars.")
  private Price price;

  public Optional<Price> price() {
    return Optional.ofNullable(price);
  }

  /** Text such as {@code 0.05/core-hour}. */
  static final class Converter implements ITypeConverter<Price> {
    @Override
    public Price convert(String text) {
      try {
        return Price.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
