package io.github.archrm.submit.command.tasks;

import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.PuzzleMaker;
import io.github.archrm.tasks.PuzzleSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes puzzles of one family; {@link KindCommands} adds the options that the family has. */
@Command(optionListHeading = "%nOptions:%n", footerHeading = "%nExamples:%n")
final class GenerateCommand implements Callable<Integer> {
  private final PuzzleMaker maker;

  @Spec CommandSpec spec;

  @Mixin GenerationOptions options;

  GenerateCommand(PuzzleMaker maker) {
    this.maker = maker;
  }

  @Override
  public Integer call() {
    Map<String, Object> values = new HashMap<>();
    for (PuzzleMaker.Setting setting : maker.settings()) {
      Object value = spec.findOption("--" + setting.name()).getValue();
      if (value != null) {
        values.put(setting.name(), value);
      }
    }
    PuzzleSource source;
    try {
      source = maker.source(values);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(e.getMessage());
    }
    return options.generate(source);
  }
}
