package io.github.archrm.train.file;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.archrm.tasks.io.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.zip.CRC32C;

/**
 * Writes a {@link Safetensors} file, one array after the other: of what is in native memory nothing
 * is copied into Java's.
 */
public final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;

  private record Tensor(String type, long[] shape, Supplier<ByteBuffer> values) {}

  private final Path file;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  /** Nothing is on disk yet. */
  public SafetensorsWriter(Path file) {
    this.file = file;
  }

  public void putText(String name, String text) {
    texts.put(name, text);
  }

  /** Adds a float32 array, whose values are taken when the file is written. */
  public void put(String name, NDArray array) {
    add(name, SafetensorsHeader.FLOAT, array.getShape().getShape(), () -> array.toByteBuffer(true));
  }

  public void put(String name, float[] values, long... shape) {
    add(
        name,
        SafetensorsHeader.FLOAT,
        shape,
        () -> bytes(values.length, b -> b.asFloatBuffer().put(values)));
  }

  public void put(String name, int[] values, long... shape) {
    add(
        name,
        SafetensorsHeader.INT,
        shape,
        () -> bytes(values.length, b -> b.asIntBuffer().put(values)));
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
    AtomicFile.write(file, this::writeTo);
  }

  /** The checksum, which stands in front, is known last: its place is kept for it. */
  private void writeTo(FileChannel channel) throws IOException {
    texts.put(Safetensors.CHECKSUM, Safetensors.text(new CRC32C()));
    byte[] header = header();
    channel.position(header.length);
    CRC32C crc = new CRC32C();
    for (Tensor tensor : tensors.values()) {
      // Closes the copy that an array on another device makes of itself.
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        ByteBuffer values = tensor.values().get();
        crc.update(values.duplicate());
        AtomicFile.writeAll(channel, values);
      }
    }
    Safetensors.update(crc, texts);
    texts.put(Safetensors.CHECKSUM, Safetensors.text(crc));
    channel.position(0);
    AtomicFile.writeAll(channel, ByteBuffer.wrap(header()));
  }

  /** The length of the header, and the header. */
  private byte[] header() {
    JsonObject header = new JsonObject();
    JsonObject metadata = new JsonObject();
    texts.forEach(metadata::addProperty);
    header.add(SafetensorsHeader.METADATA, metadata);
    long at = 0;
    for (Map.Entry<String, Tensor> named : tensors.entrySet()) {
      Tensor tensor = named.getValue();
      JsonObject entry = new JsonObject();
      entry.addProperty("dtype", tensor.type());
      JsonArray shape = new JsonArray();
      Arrays.stream(tensor.shape()).forEach(shape::add);
      entry.add("shape", shape);
      JsonArray offsets = new JsonArray();
      offsets.add(at);
      at += SafetensorsHeader.size(tensor.shape());
      offsets.add(at);
      entry.add("data_offsets", offsets);
      header.add(named.getKey(), entry);
    }
    byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
    int length = (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer all =
        ByteBuffer.allocate(SafetensorsHeader.LENGTH_BYTES + length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(length)
            .put(json);
    Arrays.fill(all.array(), all.position(), all.capacity(), (byte) ' ');
    return all.array();
  }
}
