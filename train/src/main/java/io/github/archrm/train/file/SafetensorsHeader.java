package io.github.archrm.train.file;

import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a safetensors file tells of itself.
 *
 * @param file named in messages
 * @param texts by name
 * @param arrays in the order of their places
 */
record SafetensorsHeader(Path file, Map<String, String> texts, List<Placed> arrays) {
  static final String METADATA = "__metadata__";
  static final String FLOAT = "F32";
  static final String INT = "I32";

  /** Both types have four bytes. */
  static final int WIDTH = Float.BYTES;

  private static final int LENGTH_BYTES = Long.BYTES;

  /**
   * An array.
   *
   * @param from first byte, behind the header
   * @param to byte after the last
   */
  record Placed(String name, String type, long[] shape, long from, long to) {
    static Placed of(String name, JsonObject json) {
      long[] offsets = longs(json.get("data_offsets"));
      return new Placed(
          name, json.get("dtype").getAsString(), longs(json.get("shape")), offsets[0], offsets[1]);
    }
  }

  /**
   * Reads a header and leaves the buffer at the first array.
   *
   * @param file named in messages
   * @throws CheckpointException if it is damaged
   */
  static SafetensorsHeader read(ByteBuffer all, Path file) {
    Map<String, String> texts = new LinkedHashMap<>();
    List<Placed> arrays = new ArrayList<>();
    for (Map.Entry<String, JsonElement> entry : json(all, file).entrySet()) {
      try {
        JsonObject value = entry.getValue().getAsJsonObject();
        if (entry.getKey().equals(METADATA)) {
          value.entrySet().forEach(text -> texts.put(text.getKey(), text.getValue().getAsString()));
        } else {
          arrays.add(Placed.of(entry.getKey(), value));
        }
      } catch (RuntimeException e) {
        throw new CheckpointException(file, "its header is damaged at " + entry.getKey());
      }
    }
    arrays.sort(Comparator.comparingLong(Placed::from).thenComparingLong(Placed::to));
    return new SafetensorsHeader(file, texts, arrays);
  }

  private static JsonObject json(ByteBuffer all, Path file) {
    long length = all.remaining() < LENGTH_BYTES ? 0 : all.getLong();
    if (length < 2 || all.remaining() == 0 || all.get(all.position()) != '{') {
      throw new CheckpointException(file, "is not a safetensors file");
    }
    if (length > all.remaining()) {
      throw new CheckpointException(file, "is cut off within its header");
    }
    byte[] json = new byte[(int) length];
    all.get(json);
    try {
      JsonReader reader =
          new JsonReader(new StringReader(new String(json, StandardCharsets.UTF_8)));
      reader.setStrictness(Strictness.STRICT);
      return JsonParser.parseReader(reader).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new CheckpointException(file, "its header is damaged: it is not a JSON object");
    }
  }

  /** Arrays of known types must follow one another without gaps and fill the rest of the file. */
  void requireToFill(int bytes) {
    long end = 0;
    for (Placed one : arrays) {
      if (!one.type().equals(FLOAT) && !one.type().equals(INT)) {
        throw refused(
            one.name() + " is of type " + one.type() + "; only F32, which is float32, can be read");
      }
      if (one.from() != end || !fits(one.shape(), one.to() - one.from())) {
        throw refused(
            String.format(
                "its header is damaged: %s of shape %s cannot lie at bytes %d to %d",
                one.name(), new Shape(one.shape()), one.from(), one.to()));
      }
      end = one.to();
    }
    if (end != bytes) {
      throw refused(
          String.format(
              "%s: it has %d bytes of arrays where its header tells of %d",
              bytes < end ? "is cut off" : "is damaged", bytes, end));
    }
  }

  private static long[] longs(JsonElement array) {
    return array.getAsJsonArray().asList().stream().mapToLong(JsonElement::getAsLong).toArray();
  }

  private static boolean fits(long[] shape, long bytes) {
    try {
      return Arrays.stream(shape).allMatch(length -> length >= 0) && size(shape) == bytes;
    } catch (ArithmeticException e) {
      return false;
    }
  }

  /**
   * Bytes of an array.
   *
   * @throws ArithmeticException if they are too many to be counted
   */
  static long size(long[] shape) {
    long size = WIDTH;
    for (long length : shape) {
      size = Math.multiplyExact(size, length);
    }
    return size;
  }

  private CheckpointException refused(String problem) {
    return new CheckpointException(file, problem);
  }
}
