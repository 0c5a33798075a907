package io.github.archrm.solver;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.io.StrictJson;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.Trunk;
import io.github.archrm.train.file.FieldException;
import io.github.archrm.train.file.RecordJson;
import io.github.archrm.train.file.RecordOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a person wants to have other than usual in recipes, by the names of their records'
 * components. Later ones win over earlier ones.
 */
public final class RecipeOverrides {
  /** Where the results of a run tell its configuration. */
  private static final String CONFIGURATION = "configuration";

  /** Where a configuration tells the recipe of each kind of puzzle, by its full name. */
  public static final String RECIPES = "recipes";

  private static final String POLICY = "policy";

  /** Something cannot be overridden so: one line that names the option or file, and the name. */
  public static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String source, String problem) {
      super(source + ": " + problem);
    }
  }

  /**
   * Overrides that came together.
   *
   * @param label of the option or file
   * @param names what is overridden, whatever the kind; empty where each kind has its own
   * @param byKind whole recipes
   */
  private record Source(
      String label, boolean isOption, Optional<JsonObject> names, Map<String, JsonElement> byKind) {

    JsonObject of(Kind kind) {
      if (names.isPresent()) {
        return names.get();
      }
      if (byKind.get(kind.fullName()) instanceof JsonObject own) {
        return own;
      }
      throw new RefusedException(
          label,
          "has no recipe for %s, only for %s"
              .formatted(kind.fullName(), String.join(", ", byKind.keySet())));
    }
  }

  private final List<Source> sources = new ArrayList<>();

  /**
   * Takes over what a file names: a recipe or a part of one, or the results of a run, whose recipes
   * are repeated whole.
   *
   * @throws RefusedException if it cannot be read or is no JSON object
   */
  public void addFile(Path file) {
    if (!(json(file) instanceof JsonObject json)) {
      throw new RefusedException(file.toString(), "must be a JSON object");
    }
    if (json.get(CONFIGURATION) instanceof JsonObject configuration
        && configuration.get(RECIPES) instanceof JsonObject recipes) {
      Map<String, JsonElement> byKind = new TreeMap<>(recipes.asMap());
      sources.add(new Source(file.toString(), false, Optional.empty(), byKind));
    } else {
      sources.add(new Source(file.toString(), false, Optional.of(json), Map.of()));
    }
  }

  private static JsonElement json(Path file) {
    try {
      return RecordOverrides.strict(Files.readString(file));
    } catch (IOException e) {
      throw new RefusedException(file.toString(), StrictJson.message(e));
    } catch (JsonParseException e) {
      String words = StrictJson.message(new IOException(e));
      String where = words.startsWith("not valid JSON") ? words : "not valid JSON";
      throw new RefusedException(file.toString(), where);
    }
  }

  /**
   * Takes over one value.
   *
   * @param label of the option, for messages
   * @param assignment such as {@code model.width=96}
   * @throws RefusedException if it is no assignment
   */
  public void add(String label, String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw new RefusedException(label, "must be NAME=VALUE, not " + assignment);
    }
    JsonObject names =
        RecordOverrides.of(assignment.substring(0, equals), assignment.substring(equals + 1));
    sources.add(new Source(label + " " + assignment, true, Optional.of(names), Map.of()));
  }

  /**
   * The recipe for solving puzzles of a kind.
   *
   * @param trunk whose model is trained further, if there is one
   * @throws RefusedException if a name is unknown, a value impossible, or the model is not that of
   *     the trunk
   */
  public SolverRecipe solving(Kind kind, Optional<Trunk> trunk) {
    return solving(kind, trunk, trunk.isPresent());
  }

  /**
   * As {@link #solving(Kind, Optional)}.
   *
   * @param promised whether there is a trunk, or one will be
   * @throws RefusedException if a name is unknown, a value impossible, or the model is not that of
   *     the trunk
   */
  public SolverRecipe solving(Kind kind, Optional<Trunk> trunk, boolean promised) {
    SolverRecipe recipe = apply(SolverRecipe.of(kind, trunk, promised), kind);
    trunk.ifPresent(given -> requireModel(given, recipe.training()));
    return recipe;
  }

  /**
   * A recipe for training alone; what a file tells of the policy is left aside.
   *
   * @throws RefusedException if a name is unknown or a value impossible
   */
  public Recipe training(Recipe usual, Kind kind) {
    for (Source source : sources) {
      if (source.isOption() && source.of(kind).has(POLICY)) {
        throw new RefusedException(source.label(), "there is no policy in training a trunk");
      }
    }
    return apply(new SolverRecipe(usual, Policy.of(kind.structure(), false)), kind).training();
  }

  private SolverRecipe apply(SolverRecipe usual, Kind kind) {
    JsonObject json = usual.toJson();
    for (Source source : sources) {
      try {
        JsonObject training = source.of(kind).deepCopy();
        for (String name : training.keySet()) {
          if (!json.has(name)) {
            throw new FieldException(
                name, "no such name; there are " + String.join(", ", json.keySet()));
          }
        }
        JsonElement policy = training.remove(POLICY);
        if (policy != null) {
          RecordOverrides.merge(json.getAsJsonObject(POLICY), Policy.class, policy, POLICY);
        }
        RecordOverrides.merge(json, Recipe.class, training, "");
      } catch (FieldException e) {
        throw new RefusedException(source.label(), e.getMessage());
      }
    }
    try {
      return SolverRecipe.of(json);
    } catch (FieldException e) {
      throw new RefusedException(lastOf(e.path(), kind), e.getMessage());
    }
  }

  /** Who named something at a path, or below it, last. */
  private String lastOf(String path, Kind kind) {
    String label = "";
    for (Source source : sources) {
      JsonElement at = source.of(kind);
      for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
        at = at instanceof JsonObject object ? object.get(name) : null;
      }
      label = at != null || label.isEmpty() ? source.label() : label;
    }
    return label;
  }

  /** A trunk's weights fit its own model only. */
  private void requireModel(Trunk trunk, Recipe recipe) {
    int puzzles = recipe.model().symbols().puzzles();
    JsonObject own = RecordJson.write(trunk.recipe().model().withPuzzles(puzzles));
    JsonObject asked = RecordJson.write(recipe.model());
    for (String part : own.keySet()) {
      if (!own.get(part).equals(asked.get(part))) {
        throw new RefusedException(
            trunk.path().toString(),
            "the trunk has model.%s %s, not %s".formatted(part, own.get(part), asked.get(part)));
      }
    }
  }
}
