package io.github.archrm.submit.command.option;

import io.github.archrm.submit.run.Deadline;
import io.github.archrm.submit.run.SolvingPlan;
import io.github.archrm.submit.run.TrunkChoice;
import io.github.archrm.submit.runtime.UserMistake;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How long the tasks of a run are learned jointly before they are solved one by one. */
public final class JointOption {
  @Option(
      names = "--joint",
      paramLabel = "LENGTH",
      converter = Length.class,
      description =
          "First train one model on the demonstrations of all ARC tasks up to 15x15 for so long (3h,"
              + " 20m, 90s), from which one of the models of each then begins; on all workers' cores.")
  private Duration length;

  /**
   * The plan with it.
   *
   * @param shard which part of the run, if it is one
   * @throws UserMistake if it does not go with the plan
   */
  public SolvingPlan of(SolvingPlan plan, Optional<?> shard) {
    if (length == null) {
      return plan;
    }
    if (plan.trunk().rule() != TrunkChoice.Rule.USUAL) {
      throw new UserMistake("--joint: makes a trunk, so that it takes no --trunk");
    }
    if (shard.isPresent()) {
      throw new UserMistake(
          "--joint: shards would learn different models; make one by 'arc-hrm train', and give it to"
              + " each shard as --trunk");
    }
    return plan.with(TrunkChoice.joint(length.toMillis() / 1e3));
  }

  /** Text such as {@code 1h30m}. */
  static final class Length implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        Optional<Duration> read = Deadline.length(text);
        if (read.isPresent() && !read.get().isZero()) {
          return read.get();
        }
      } catch (NumberFormatException | ArithmeticException e) {
        // Told below.
      }
      throw new TypeConversionException("must be a length such as 3h, 20m or 90s, not " + text);
    }
  }
}
