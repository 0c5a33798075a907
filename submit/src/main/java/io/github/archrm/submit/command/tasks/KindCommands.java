package io.github.archrm.submit.command.tasks;

import io.github.archrm.submit.command.option.EnumWords;
import io.github.archrm.tasks.KindFamily;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.tasks.PuzzleMaker;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Gives {@code tasks generate} a command for every family of puzzles that can be made. */
final class KindCommands implements IModelTransformer {
  @Override
  public CommandSpec transform(CommandSpec generate) {
    for (KindFamily family : Kinds.families()) {
      family
          .maker()
          .ifPresent(maker -> generate.addSubcommand(family.name(), command(family, maker)));
    }
    return generate;
  }

  private static CommandSpec command(KindFamily family, PuzzleMaker maker) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(new GenerateCommand(maker));
    spec.name(family.name());
    for (PuzzleMaker.Setting setting : maker.settings()) {
      spec.addOption(option(setting));
    }
    UsageMessageSpec usage = spec.usageMessage();
    usage.description(
        maker.description().stream().map(KindCommands::literally).toArray(String[]::new));
    usage.footer(
        maker.examples().stream()
            .map(example -> "  arc-hrm tasks generate " + family.name() + " " + literally(example))
            .toArray(String[]::new));
    return spec;
  }

  private static OptionSpec option(PuzzleMaker.Setting setting) {
    OptionSpec.Builder option =
        OptionSpec.builder("--" + setting.name())
            .paramLabel(setting.label())
            .type(setting.type())
            .description(
                literally(setting.description())
                    + (setting.usual().isPresent() ? " (default: ${DEFAULT-VALUE})." : "."));
    setting.usual().ifPresent(option::defaultValue);
    if (setting.type().getEnumConstants() instanceof Enum<?>[] constants) {
      option.completionCandidates(new EnumWords(constants));
    }
    return option.build();
  }

  /** A % begins a placeholder in the texts of picocli. */
  private static String literally(String text) {
    return text.replace("%", "%%");
  }
}
