package io.github.archrm.submit.command.option;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How long something may take; where there are both limits, the one that comes first. */
public final class LimitOptions {
  @Option(
      names = "--budget",
      paramLabel = "SECONDS",
      converter = Seconds.class,
      description = "Seconds of wall-clock time.")
  private Double seconds;

  @Option(
      names = "--steps",
      paramLabel = "N",
      converter = PositiveNumber.class,
      description = "Optimizer steps; a run that is limited by them alone repeats exactly.")
  private Integer steps;

  public OptionalDouble seconds() {
    return seconds == null ? OptionalDouble.empty() : OptionalDouble.of(seconds);
  }

  public OptionalInt steps() {
    return steps == null ? OptionalInt.empty() : OptionalInt.of(steps);
  }

  /** The seconds if they are given; else the usual ones, or no limit where steps are given. */
  public double secondsOr(double usual) {
    return seconds().orElse(steps().isPresent() ? Double.POSITIVE_INFINITY : usual);
  }

  public int stepsOrAny() {
    return steps().orElse(Integer.MAX_VALUE);
  }
}
