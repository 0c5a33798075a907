package io.github.archrm.train.file;

import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
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
 * @param begin of the first array in the file, behind the header
 */
record SafetensorsHeader(Path file, Map<String, String> texts, List<Placed> arrays, long begin) {
  static final String METADATA = "__metadata__";
  static final String FLOAT = "F32";
  static final String INT = "I32";

  /** Both types have four bytes. */
  static final int WIDTH = Float.BYTES;

  /** Before the header: its length. */
  static final int LENGTH_BYTES = Long.BYTES;

  /** As the public readers have it; a longer one is damaged. */
  private static final long MOST_BYTES = 100_000_000;

  /**
   * An array.
   *
   * @param from first byte, counted from the first array
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
   * Reads a header.
   *
   * @param file named in messages
   * @throws CheckpointException if it is damaged, or does not tell of exactly what follows it
   */
  static SafetensorsHeader read(SeekableByteChannel channel, Path file) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    List<Placed> arrays = new ArrayList<>();
    byte[] text = text(channel, file);
    for (Map.Entry<String, JsonElement> entry : json(text, file).entrySet()) {
      try {
        JsonObject value = entry.getValue().getAsJsonObject();
        if (entry.getKey().equals(METADATA)) {
          value.entrySet().forEach(one -> texts.put(one.getKey(), one.getValue().getAsString()));
        } else {
          arrays.add(Placed.of(entry.getKey(), value));
        }
      } catch (RuntimeException e) {
        throw new CheckpointException(file, "its header is damaged at " + entry.getKey());
      }
    }
    arrays.sort(Comparator.comparingLong(Placed::from).thenComparingLong(Placed::to));
    long begin = LENGTH_BYTES + (long) text.length;
    SafetensorsHeader header = new SafetensorsHeader(file, texts, arrays, begin);
    header.requireToFill(channel.size() - begin);
    return header;
  }

  private static byte[] text(SeekableByteChannel channel, Path file) throws IOException {
    long after = channel.size() - LENGTH_BYTES;
    ByteBuffer start = ByteBuffer.allocate(LENGTH_BYTES + 1).order(ByteOrder.LITTLE_ENDIAN);
    boolean whole = fill(start, channel, 0);
    long length = whole ? start.getLong(0) : 0;
    if (length < 2 || start.get(LENGTH_BYTES) != '{') {
      throw new CheckpointException(file, "is not a safetensors file");
    }
    if (length > after) {
      throw new CheckpointException(file, "is cut off within its header");
    }
    if (length > MOST_BYTES) {
      throw new CheckpointException(file, "its header is damaged: it is too long");
    }
    ByteBuffer text = ByteBuffer.allocate((int) length);
    if (!fill(text, channel, LENGTH_BYTES)) {
      throw new CheckpointException(file, "is cut off within its header");
    }
    return text.array();
  }

  /** Reads from a place until the buffer is full; false if the file ends before. */
  static boolean fill(ByteBuffer into, SeekableByteChannel channel, long from) throws IOException {
    channel.position(from);
    while (into.hasRemaining()) {
      if (channel.read(into) < 0) {
        return false;
      }
    }
    return true;
  }

  private static JsonObject json(byte[] text, Path file) {
    try {
      JsonReader reader =
          new JsonReader(new StringReader(new String(text, StandardCharsets.UTF_8)));
      reader.setStrictness(Strictness.STRICT);
      return JsonParser.parseReader(reader).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new CheckpointException(file, "its header is damaged: it is not a JSON object");
    }
  }

  /** Of the last array in the file. */
  long end() {
    return begin + (arrays.isEmpty() ? 0 : arrays.get(arrays.size() - 1).to());
  }

  /** Arrays of known types must follow one another without gaps and fill the rest of the file. */
  private void requireToFill(long bytes) {
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
