package io.github.archrm.train.file;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.archrm.tasks.io.StrictJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A safetensors file that is read: named arrays of float32 or int32, and texts by name. Eight bytes
 * give the length of a JSON header, which gives type, shape and place of every array; the arrays
 * follow, little-endian, without gaps. {@link SafetensorsWriter} writes one.
 *
 * <p>In memory are the header, and one array at a time. The file that was opened is read to the
 * end, even if another one takes its name meanwhile.
 *
 * <p>Reads and checks the header itself: the engine's own reader ends the process when it meets a
 * type that it does not know.
 */
public final class Safetensors implements AutoCloseable {
  /** The text with the checksum of the arrays and all other texts, in hexadecimal. */
  static final String CHECKSUM = "crc32c";

  private static final NDIndex ALL = new NDIndex("...");
  private static final int CHUNK_BYTES = 1 << 20;

  private final Path file;
  private final SeekableByteChannel channel;
  private final SafetensorsHeader header;
  private final Map<String, SafetensorsHeader.Placed> arrays = new LinkedHashMap<>();

  /** As large as the largest array so far. */
  private ByteBuffer direct = ByteBuffer.allocateDirect(0);

  private Safetensors(Path file, SeekableByteChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.header = SafetensorsHeader.read(channel, file);
    header.arrays().forEach(array -> arrays.put(array.name(), array));
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws CheckpointException if there is none, it cannot be read, its header is damaged, or it
   *     holds arrays of another type
   */
  public static Safetensors open(Path file) {
    try {
      return open(file, FileChannel.open(file, StandardOpenOption.READ));
    } catch (NoSuchFileException e) {
      throw new CheckpointException(file, "no such file");
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Opens contents that are no file of their own.
   *
   * @param name in messages
   * @throws CheckpointException as {@link #open(Path)}
   */
  public static Safetensors open(Path name, byte[] contents) {
    return open(name, new SeekableInMemoryByteChannel(contents));
  }

  private static Safetensors open(Path file, SeekableByteChannel channel) {
    Safetensors opened = null;
    try {
      opened = new Safetensors(file, channel);
      return opened;
    } catch (IOException e) {
      throw unreadable(file, e);
    } finally {
      if (opened == null) {
        close(file, channel);
      }
    }
  }

  /**
   * Reads everything once and compares it with its checksum, if the file has one.
   *
   * @throws CheckpointException if it is another
   */
  public void verify() {
    String expected = header.texts().get(CHECKSUM);
    if (expected == null) {
      return;
    }
    CRC32C crc = new CRC32C();
    ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK_BYTES);
    long end = header.end();
    for (long at = header.begin(); at < end; at += chunk.limit()) {
      chunk.clear().limit((int) Math.min(CHUNK_BYTES, end - at));
      fill(chunk, at);
      crc.update(chunk);
    }
    update(crc, header.texts());
    if (!expected.equals(text(crc)) && !expected.equals(Long.toHexString(crc.getValue()))) {
      throw refused("is damaged: its contents do not give its checksum");
    }
  }

  static String text(CRC32C crc) {
    return String.format("%08x", crc.getValue());
  }

  /** Adds all texts but the checksum itself to what the arrays give. */
  static void update(CRC32C crc, Map<String, String> texts) {
    texts.forEach(
        (name, text) -> {
          if (!name.equals(CHECKSUM)) {
            crc.update((name + "=" + text + "\n").getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  /**
   * A text of the file.
   *
   * @throws CheckpointException if it has none of this name
   */
  public String text(String name) {
    String text = header.texts().get(name);
    if (text == null) {
      throw refused("has no " + name + " in its metadata");
    }
    return text;
  }

  /** All texts by their names. */
  public Map<String, String> texts() {
    return Collections.unmodifiableMap(header.texts());
  }

  /** The checksum that the file states, over its arrays and texts; empty if it has none. */
  public String fingerprint() {
    return header.texts().getOrDefault(CHECKSUM, "");
  }

  public boolean has(String name) {
    return arrays.containsKey(name);
  }

  /** Changes every array's name; names must stay different. */
  public void rename(UnaryOperator<String> name) {
    Map<String, SafetensorsHeader.Placed> old = new LinkedHashMap<>(arrays);
    arrays.clear();
    old.forEach(
        (from, array) -> {
          if (arrays.put(name.apply(from), array) != null) {
            throw refused("has two arrays named " + name.apply(from));
          }
        });
  }

  /**
   * Takes a float32 array out and overwrites another with it, in place.
   *
   * @throws CheckpointException if there is none of this name, type and shape
   */
  public void take(String name, NDArray into) {
    Shape shape = into.getShape();
    ByteBuffer values = take(name, SafetensorsHeader.FLOAT, shape);
    try (NDManager manager = into.getManager().newSubManager()) {
      into.set(ALL, manager.create(values, shape, DataType.FLOAT32));
    }
  }

  /** As {@link #take}, into Java's memory. */
  public float[] takeFloats(String name, Shape shape) {
    float[] values = new float[(int) shape.size()];
    take(name, SafetensorsHeader.FLOAT, shape).asFloatBuffer().get(values);
    return values;
  }

  /** As {@link #takeFloats}, for int32. */
  public int[] takeInts(String name, Shape shape) {
    int[] values = new int[(int) shape.size()];
    take(name, SafetensorsHeader.INT, shape).asIntBuffer().get(values);
    return values;
  }

  /** Valid up to the next call. */
  private ByteBuffer take(String name, String type, Shape shape) {
    SafetensorsHeader.Placed array = arrays.remove(name);
    if (array == null) {
      throw refused("lacks " + name);
    }
    if (!array.type().equals(type)) {
      throw refused(name + " has the type " + array.type() + " instead of " + type);
    }
    if (!new Shape(array.shape()).equals(shape)) {
      throw refused(
          name + " has the shape " + new Shape(array.shape()) + ", the model needs " + shape);
    }
    int bytes = Math.toIntExact(array.to() - array.from());
    if (direct.capacity() < bytes) {
      direct = ByteBuffer.allocateDirect(bytes);
    }
    ByteBuffer values = direct.slice(0, bytes).order(ByteOrder.LITTLE_ENDIAN);
    fill(values, header.begin() + array.from());
    return values;
  }

  /** Reads from a place until the buffer is full, and flips it. */
  private void fill(ByteBuffer into, long from) {
    try {
      if (!SafetensorsHeader.fill(into, channel, from)) {
        throw refused("is cut off");
      }
      into.flip();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * @throws CheckpointException if an array has not been taken out
   */
  public void expectNoMore() {
    if (!arrays.isEmpty()) {
      throw refused("holds what the model has not: " + new TreeSet<>(arrays.keySet()).first());
    }
  }

  public CheckpointException refused(String problem) {
    return new CheckpointException(file, problem);
  }

  private static CheckpointException unreadable(Path file, IOException e) {
    return new CheckpointException(file, "cannot be read: " + StrictJson.message(e));
  }

  @Override
  public void close() {
    close(file, channel);
  }

  private static void close(Path file, SeekableByteChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }
}
