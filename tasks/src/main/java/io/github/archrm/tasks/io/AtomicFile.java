package io.github.archrm.tasks.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Replaces a file as a whole: whoever reads it, and whatever kills this process, finds the old
 * contents or the new, never a part.
 *
 * <p>The new contents go to a hidden file in the same folder, the draft, are forced to disk and
 * then renamed over the target; last the folder is forced to disk. Forcing the contents comes first
 * since a file system may otherwise carry out the rename before they have arrived.
 */
public final class AtomicFile {
  private static final String DRAFT_END = ".tmp";
  private static final int UUID_LENGTH = 36;

  /** Bytes of a file's name; its draft adds 42, and 255 is the most there can be. */
  private static final int LONG_NAME = 200;

  /** Writes new contents piece by piece, so that they need not be in memory as a whole. */
  @FunctionalInterface
  public interface Contents {
    /**
     * @param channel of an empty file
     */
    void writeTo(FileChannel channel) throws IOException;
  }

  private AtomicFile() {}

  /** Writes text as UTF-8; see {@link #write(Path, Contents)}. */
  public static void write(Path target, String text) throws IOException {
    write(target, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes; see {@link #write(Path, Contents)}. */
  public static void write(Path target, byte[] contents) throws IOException {
    write(target, channel -> writeAll(channel, ByteBuffer.wrap(contents)));
  }

  /**
   * Creates or replaces a file; missing folders above it are created. A link is replaced where it
   * points. A device or a pipe, such as {@code /dev/null}, is written to.
   *
   * @throws IOException if it cannot be written; the target is then as it was
   */
  public static void write(Path target, Contents contents) throws IOException {
    if (isDevice(target)) {
      try (FileChannel device = FileChannel.open(target, StandardOpenOption.WRITE)) {
        contents.writeTo(device);
      }
      return;
    }
    Path file = place(target);
    Path folder = file.getParent();
    Path draft = draft(file);
    try {
      try (FileChannel channel =
          FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        contents.writeTo(channel);
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    force(folder);
  }

  /**
   * Tries whether a file could be written, which leaves it as it is; missing folders above it are
   * created.
   *
   * @throws IOException if it could not
   */
  public static void probe(Path target) throws IOException {
    if (!isDevice(target)) {
      Path draft = draft(place(target));
      Files.createFile(draft);
      Files.delete(draft);
    }
  }

  private static boolean isDevice(Path target) {
    return Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target);
  }

  /** Where a link points, in a folder that is there. */
  private static Path place(Path target) throws IOException {
    Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    if (Files.isDirectory(file)) {
      throw new IOException(target + " is a directory");
    }
    if (!Files.isDirectory(file.getParent())) {
      Files.createDirectories(file.getParent());
    }
    return file;
  }

  private static Path draft(Path file) {
    return file.resolveSibling(draftBegin(file) + UUID.randomUUID() + DRAFT_END);
  }

  /** Writes all that is left in a buffer. */
  public static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /**
   * Deletes the drafts that killed processes have left of a file; only for files that no other
   * process may be writing now.
   */
  public static void deleteDrafts(Path target) throws IOException {
    Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    if (!Files.isDirectory(file.getParent())) {
      return;
    }
    String begin = draftBegin(file);
    try (DirectoryStream<Path> drafts =
        Files.newDirectoryStream(
            file.getParent(), path -> isDraft(path.getFileName().toString(), begin))) {
      for (Path draft : drafts) {
        Files.deleteIfExists(draft);
      }
    }
  }

  /** A long name is not in that of its draft, which would be too long. */
  private static String draftBegin(Path file) {
    String name = file.getFileName().toString();
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    return "." + (bytes.length > LONG_NAME ? UUID.nameUUIDFromBytes(bytes) : name) + ".";
  }

  private static boolean isDraft(String name, String begin) {
    int random = name.length() - begin.length() - DRAFT_END.length();
    return name.startsWith(begin) && name.endsWith(DRAFT_END) && random == UUID_LENGTH;
  }

  /** The rename reaches the disk with the folder; not every system can force one. */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The new contents are in place; only a crash of the whole system could still undo that.
    }
  }
}
