package io.github.archrm.train.file;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;

/**
 * A safetensors file: named arrays of float32 or int32, and texts by name. Eight bytes give the
 * length of a JSON header, which gives type, shape and place of every array; the arrays follow,
 * little-endian, without gaps.
 *
 * <p>Reads and checks the header itself: the engine's own reader ends the process when it meets a
 * type that it does not know.
 */
public final class Safetensors {
  private static final String CHECKSUM = "crc32c";
  private static final String FLOAT = SafetensorsHeader.FLOAT;
  private static final String INT = SafetensorsHeader.INT;

  /** Of a whole file, so that it fits an array of bytes. */
  private static final long MOST_BYTES = 2_000_000_000;

  private static final int LENGTH_BYTES = Long.BYTES;

  private static final int ALIGNMENT = 8;

  private record Tensor(String type, long[] shape, Supplier<ByteBuffer> values) {}

  private final Path file;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  /**
   * An empty file, not on disk yet.
   *
   * @param file named in messages
   */
  public Safetensors(Path file) {
    this.file = file;
  }

  public void putText(String name, String text) {
    texts.put(name, text);
  }

  /** Adds a float32 array, whose values are taken when the file is written. */
  public void put(String name, NDArray array) {
    add(name, FLOAT, array.getShape().getShape(), array::toByteBuffer);
  }

  public void put(String name, float[] values, long... shape) {
    add(name, FLOAT, shape, () -> bytes(values.length, b -> b.asFloatBuffer().put(values)));
  }

  public void put(String name, int[] values, long... shape) {
    add(name, INT, shape, () -> bytes(values.length, b -> b.asIntBuffer().put(values)));
  }

  private static ByteBuffer bytes(int elements, Consumer<ByteBuffer> fill) {
    ByteBuffer bytes =
        ByteBuffer.allocate(elements * SafetensorsHeader.WIDTH).order(ByteOrder.LITTLE_ENDIAN);
    fill.accept(bytes);
    return bytes;
  }

  private void add(String name, String type, long[] shape, Supplier<ByteBuffer> values) {
    if (tensors.put(name, new Tensor(type, shape, values)) != null) {
      throw new IllegalArgumentException("two arrays named " + name);
    }
  }

  /**
   * Replaces the file as a whole; a checksum of the arrays is added to the texts.
   *
   * @throws IOException if it cannot be written; the file is then as it was
   */
  public void write() throws IOException {
    long size =
        tensors.values().stream().mapToLong(tensor -> SafetensorsHeader.size(tensor.shape())).sum();
    if (size > MOST_BYTES / 2) {
      throw new IOException(file + ": " + size + " bytes of arrays are too many for one file");
    }
    byte[] data = new byte[(int) size];
    ByteBuffer into = ByteBuffer.wrap(data);
    JsonObject header = new JsonObject();
    JsonObject metadata = new JsonObject();
    header.add(SafetensorsHeader.METADATA, metadata);
    tensors.forEach(
        (name, tensor) -> {
          JsonObject entry = new JsonObject();
          entry.addProperty("dtype", tensor.type());
          JsonArray shape = new JsonArray();
          Arrays.stream(tensor.shape()).forEach(shape::add);
          entry.add("shape", shape);
          JsonArray offsets = new JsonArray();
          offsets.add(into.position());
          into.put(tensor.values().get());
          offsets.add(into.position());
          entry.add("data_offsets", offsets);
          header.add(name, entry);
        });
    texts.forEach(metadata::addProperty);
    metadata.addProperty(CHECKSUM, checksum(texts, ByteBuffer.wrap(data)));
    byte[] json = padded(header.toString().getBytes(StandardCharsets.UTF_8));
    ByteBuffer all =
        ByteBuffer.allocate(LENGTH_BYTES + json.length + data.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json)
            .put(data);
    AtomicFile.write(file, all.array());
  }

  private static byte[] padded(byte[] json) {
    byte[] padded = Arrays.copyOf(json, (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    return padded;
  }

  /** Over the arrays and all texts but the checksum itself. */
  private static String checksum(Map<String, String> texts, ByteBuffer data) {
    CRC32C crc = new CRC32C();
    crc.update(data.duplicate());
    texts.forEach(
        (name, text) -> {
          if (!name.equals(CHECKSUM)) {
            crc.update((name + "=" + text + "\n").getBytes(StandardCharsets.UTF_8));
          }
        });
    return Long.toHexString(crc.getValue());
  }

  /**
   * Reads and checks a whole file.
   *
   * @throws CheckpointException if there is none, it cannot be read or is damaged, or holds arrays
   *     of another type
   */
  public static Safetensors read(Path file) {
    Safetensors read = new Safetensors(file);
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw read.refused("is too large");
      }
      read.decode(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
    } catch (NoSuchFileException e) {
      throw read.refused("no such file");
    } catch (IOException e) {
      throw read.refused("cannot be read: " + e.getMessage());
    }
    return read;
  }

  private void decode(ByteBuffer all) {
    SafetensorsHeader header = SafetensorsHeader.read(all, file);
    ByteBuffer data = all.slice().order(ByteOrder.LITTLE_ENDIAN);
    header.requireToFill(data.capacity());
    texts.putAll(header.texts());
    for (SafetensorsHeader.Placed one : header.arrays()) {
      ByteBuffer values = data.slice((int) one.from(), (int) (one.to() - one.from()));
      add(one.name(), one.type(), one.shape(), () -> values);
    }
    if (texts.containsKey(CHECKSUM) && !texts.get(CHECKSUM).equals(checksum(texts, data))) {
      throw refused("is damaged: its contents do not give its checksum");
    }
  }

  /**
   * A text of the file.
   *
   * @throws CheckpointException if it has none of this name
   */
  public String text(String name) {
    if (!texts.containsKey(name)) {
      throw refused("has no " + name + " in its metadata");
    }
    return texts.get(name);
  }

  /** The checksum of a file that was read, over its arrays and texts; empty if it has none. */
  public String fingerprint() {
    return texts.getOrDefault(CHECKSUM, "");
  }

  public boolean has(String name) {
    return tensors.containsKey(name);
  }

  /** Changes every array's name; names must stay different. */
  public void rename(UnaryOperator<String> name) {
    Map<String, Tensor> old = new LinkedHashMap<>(tensors);
    tensors.clear();
    old.forEach(
        (from, tensor) -> add(name.apply(from), tensor.type(), tensor.shape(), tensor.values()));
  }

  /**
   * Takes a float32 array out.
   *
   * @throws CheckpointException if there is none of this name, type and shape
   */
  public float[] takeFloats(String name, Shape shape) {
    float[] values = new float[(int) shape.size()];
    take(name, FLOAT, shape).asFloatBuffer().get(values);
    return values;
  }

  /** As {@link #takeFloats}, for int32. */
  public int[] takeInts(String name, Shape shape) {
    int[] values = new int[(int) shape.size()];
    take(name, INT, shape).asIntBuffer().get(values);
    return values;
  }

  private ByteBuffer take(String name, String type, Shape shape) {
    Tensor tensor = tensors.remove(name);
    if (tensor == null) {
      throw refused("lacks " + name);
    }
    if (!tensor.type().equals(type)) {
      throw refused(name + " has the type " + tensor.type() + " instead of " + type);
    }
    if (!new Shape(tensor.shape()).equals(shape)) {
      throw refused(
          name + " has the shape " + new Shape(tensor.shape()) + ", the model needs " + shape);
    }
    return tensor.values().get().duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * @throws CheckpointException if an array has not been taken out
   */
  public void expectNoMore() {
    if (!tensors.isEmpty()) {
      throw refused("holds what the model has not: " + new TreeSet<>(tensors.keySet()).first());
    }
  }

  public CheckpointException refused(String problem) {
    return new CheckpointException(file, problem);
  }
}
