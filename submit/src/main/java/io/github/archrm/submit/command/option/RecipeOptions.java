package io.github.archrm.submit.command.option;

import io.github.archrm.solver.RecipeOverrides;
import io.github.archrm.submit.runtime.UserMistake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Other hyperparameters than the usual ones. */
public final class RecipeOptions {
  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description =
          "Other hyperparameters than the usual ones, by name, as JSON; or the results.json of an"
              + " earlier run, to take its recipe.")
  private Path file;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "One hyperparameter, such as model.width=96; may be repeated.")
  private List<String> values = new ArrayList<>();

  /** Adds what was said, in words. */
  void addTo(List<String> words) {
    if (file != null) {
      words.add("--recipe " + file);
    }
    values.forEach(value -> words.add("--set " + value));
  }

  /**
   * @throws UserMistake if the file cannot be read, or a value is none
   */
  public RecipeOverrides overrides() {
    return overrides(implied -> {}, variation -> {});
  }

  /**
   * @param implied adds what other options imply: it wins over the file, and {@code --set} over it
   * @param variation adds what is other in one of several recipes, and wins over all of these
   * @throws UserMistake if a file cannot be read, or a value is none
   */
  RecipeOverrides overrides(
      Consumer<RecipeOverrides> implied, Consumer<RecipeOverrides> variation) {
    RecipeOverrides overrides = new RecipeOverrides();
    try {
      if (file != null) {
        overrides.addFile(file);
      }
      implied.accept(overrides);
      values.forEach(value -> overrides.add("--set", value));
      variation.accept(overrides);
      return overrides;
    } catch (RecipeOverrides.RefusedException e) {
      throw new UserMistake(e.getMessage());
    }
  }
}
