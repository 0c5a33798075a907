package io.github.archrm.submit.command.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What everything random follows from. */
public final class SeedOption {
  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = AnyNumber.class,
      description = "Decides everything random (default ${DEFAULT-VALUE}).")
  private long seed;

  public SeedOption() {}

  /**
   * @param usual the seed where none is given
   */
  public SeedOption(long usual) {
    this.seed = usual;
  }

  public long seed() {
    return seed;
  }

  /** A whole number, of either sign. */
  public static final class AnyNumber implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("must be a whole number, not " + text);
      }
    }
  }
}
