package io.github.archrm.submit.command.option;

import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How many optimizer steps. */
public final class StepsOption {
  @Option(
      names = "--steps",
      paramLabel = "N",
      converter = PositiveNumber.class,
      description = "Optimizer steps; a run that is limited by them alone repeats exactly.")
  private Integer steps;

  public OptionalInt steps() {
    return steps == null ? OptionalInt.empty() : OptionalInt.of(steps);
  }
}
