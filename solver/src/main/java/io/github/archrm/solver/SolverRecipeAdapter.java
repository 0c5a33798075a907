package io.github.archrm.solver;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.archrm.train.file.FieldException;
import java.io.IOException;

/** A recipe inside of other JSON. */
final class SolverRecipeAdapter extends TypeAdapter<SolverRecipe> {
  @Override
  public void write(JsonWriter out, SolverRecipe recipe) throws IOException {
    if (recipe == null) {
      out.nullValue();
    } else {
      out.jsonValue(recipe.toJson().toString());
    }
  }

  @Override
  public SolverRecipe read(JsonReader in) {
    JsonElement json = JsonParser.parseReader(in);
    try {
      return json.isJsonNull() ? null : SolverRecipe.of(json.getAsJsonObject());
    } catch (FieldException | IllegalStateException e) {
      throw new JsonParseException(e.getMessage(), e);
    }
  }
}
