package io.github.archrm.train.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.RecordComponent;
import java.util.Map;

/** Changes some components of a record's JSON, by name; the others stay as they are. */
public final class RecordOverrides {
  private RecordOverrides() {}

  /**
   * Takes over what an object names, down to the components that are no records themselves.
   *
   * @param json of a whole record of that type, as {@link RecordJson#write} makes it; changed
   * @throws FieldException if the record has no such name, or a value is of another type
   */
  public static void merge(
      JsonObject json, Class<? extends Record> type, JsonElement overrides, String path)
      throws FieldException {
    for (Map.Entry<String, JsonElement> entry : RecordJson.object(overrides, path).entrySet()) {
      String name = entry.getKey();
      RecordComponent component = RecordJson.component(type, name, path);
      String at = RecordJson.below(path, name);
      if (component.getType().isRecord()) {
        merge(
            json.getAsJsonObject(name),
            component.getType().asSubclass(Record.class),
            entry.getValue(),
            at);
      } else {
        RecordJson.readAny(entry.getValue(), component.getGenericType(), at);
        json.add(name, entry.getValue());
      }
    }
  }

  /**
   * The object that overrides one component, such as {@code {"model": {"width": 96}}}.
   *
   * @param path such as {@code model.width}
   * @param value as JSON, or a text as it is
   */
  public static JsonObject of(String path, String value) {
    JsonElement json = parse(value);
    String[] names = path.split("\\.", -1);
    for (int i = names.length - 1; i >= 0; i--) {
      JsonObject object = new JsonObject();
      object.add(names[i], json);
      json = object;
    }
    return json.getAsJsonObject();
  }

  private static JsonElement parse(String value) {
    try {
      return strict(value);
    } catch (JsonParseException e) {
      return new JsonPrimitive(value);
    }
  }

  /**
   * JSON by the letter of its standard.
   *
   * @throws JsonParseException if it is not, in words that are the parser's own
   */
  public static JsonElement strict(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement json = JsonParser.parseReader(reader);
      if (reader.peek() == JsonToken.END_DOCUMENT) {
        return json;
      }
    } catch (IOException | IllegalStateException e) {
      throw new JsonParseException(e);
    }
    throw new JsonParseException("something follows");
  }
}
