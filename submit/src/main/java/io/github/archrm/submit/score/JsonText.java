package io.github.archrm.submit.score;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.archrm.submit.runtime.UserMistake;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSON file as a tree, by the letter of RFC 8259, with what is wrong with it in one line of our
 * own words.
 */
final class JsonText {
  private static final Pattern POSITION = Pattern.compile("at line (\\d+) column (\\d+)");

  private final JsonReader json;
  private final Consumer<String> repeated;

  private JsonText(String text, Consumer<String> repeated) {
    this.json = new JsonReader(new StringReader(text));
    this.json.setStrictness(Strictness.STRICT);
    this.repeated = repeated;
  }

  /**
   * The text of a file.
   *
   * @throws UserMistake if it cannot be read, or is not UTF-8
   */
  static String of(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UserMistake(file + ": not UTF-8 text");
    } catch (IOException e) {
      throw new UserMistake(file + ": " + UserMistake.reason(e));
    }
  }

  /**
   * @param file named in messages
   * @param repeated gets every key that an object has more than once; its last value counts
   * @throws UserMistake if the text is not JSON
   */
  static JsonElement tree(Path file, String text, Consumer<String> repeated) {
    JsonText reader = new JsonText(text, repeated);
    try {
      JsonElement tree = reader.value();
      if (reader.json.peek() == JsonToken.END_DOCUMENT) {
        return tree;
      }
      throw new UserMistake(file + ": something follows the end of the JSON");
    } catch (EOFException e) {
      throw new UserMistake(file + ": not complete JSON: it ends too early");
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      Matcher position = POSITION.matcher(String.valueOf(e.getMessage()));
      throw new UserMistake(
          file
              + ": not valid JSON"
              + (position.find()
                  ? " at line " + position.group(1) + ", column " + position.group(2)
                  : ""));
    }
  }

  private JsonElement value() throws IOException {
    switch (json.peek()) {
      case BEGIN_ARRAY -> {
        JsonArray array = new JsonArray();
        json.beginArray();
        while (json.hasNext()) {
          array.add(value());
        }
        json.endArray();
        return array;
      }
      case BEGIN_OBJECT -> {
        JsonObject object = new JsonObject();
        json.beginObject();
        while (json.hasNext()) {
          String key = json.nextName();
          if (object.has(key)) {
            repeated.accept(key);
          }
          object.add(key, value());
        }
        json.endObject();
        return object;
      }
      case NUMBER -> {
        return new JsonPrimitive(new BigDecimal(json.nextString()));
      }
      case BOOLEAN -> {
        return new JsonPrimitive(json.nextBoolean());
      }
      case NULL -> {
        json.nextNull();
        return JsonNull.INSTANCE;
      }
      default -> {
        return new JsonPrimitive(json.nextString());
      }
    }
  }
}
