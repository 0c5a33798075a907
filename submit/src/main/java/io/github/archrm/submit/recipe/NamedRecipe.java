package io.github.archrm.submit.recipe;

import io.github.archrm.solver.RecipeOverrides;
import io.github.archrm.submit.runtime.UserMistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of several recipes, as a person gives it: the word {@code usual}, a file, or assignments such
 * as {@code model.width=96}; with a name before it where it is not to be called after itself.
 *
 * @param name short, no two recipes have the same; fit for the name of a folder
 * @param words what is other in it than usual
 * @param file of overrides, or an earlier run's results
 * @param assignments one value each
 */
public record NamedRecipe(
    String name, String words, Optional<Path> file, List<String> assignments) {
  /** Nothing is other than usual. */
  public static final String USUAL = "usual";

  private static final int LONGEST_NAME = 60;
  private static final Pattern NAMED = Pattern.compile("(\\w[\\w.+-]*):(.+)", Pattern.DOTALL);
  private static final String PATH = "[A-Za-z]\\w*(?:\\.\\w+)*=";
  private static final Pattern ASSIGNMENT = Pattern.compile(PATH + ".*", Pattern.DOTALL);

  /** A comma inside a value is followed by no name. */
  private static final Pattern BETWEEN = Pattern.compile(",(?=" + PATH + ")");

  public NamedRecipe {
    assignments = List.copyOf(assignments);
  }

  /**
   * @throws UserMistake if two of them have the same name, or one is empty
   */
  public static List<NamedRecipe> of(List<String> texts) {
    List<NamedRecipe> recipes = new ArrayList<>();
    for (String text : texts) {
      NamedRecipe recipe = of(text);
      if (recipes.stream().anyMatch(other -> other.name().equals(recipe.name()))) {
        throw new UserMistake(
            "two recipes are called %s: give one a name, as in other:%s"
                .formatted(recipe.name(), recipe.words()));
      }
      recipes.add(recipe);
    }
    return recipes;
  }

  private static NamedRecipe of(String text) {
    if (text.isBlank()) {
      throw new UserMistake("a recipe is usual, a file or NAME=VALUE, not empty");
    }
    Matcher named = NAMED.matcher(text);
    boolean hasName = named.matches();
    String words = hasName ? named.group(2) : text;
    if (words.equals(USUAL)) {
      return new NamedRecipe(hasName ? named.group(1) : USUAL, words, Optional.empty(), List.of());
    }
    if (ASSIGNMENT.matcher(words).matches() && !Files.exists(Path.of(words))) {
      return new NamedRecipe(
          hasName ? named.group(1) : shortened(words),
          words,
          Optional.empty(),
          List.of(BETWEEN.split(words)));
    }
    Path file = Path.of(words);
    String last = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    return new NamedRecipe(
        hasName ? named.group(1) : shortened(last), words, Optional.of(file), List.of());
  }

  private static String shortened(String text) {
    String plain = text.replaceAll("[^\\w.,=+-]+", "_");
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
  }

  /**
   * Adds what is other in it.
   *
   * @throws RecipeOverrides.RefusedException if the file cannot be read
   */
  public void addTo(RecipeOverrides overrides) {
    file.ifPresent(overrides::addFile);
    String source = name.equals(shortened(words)) ? "recipe" : "recipe " + name;
    assignments.forEach(one -> overrides.add(source, one));
  }
}
