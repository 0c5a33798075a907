package io.github.archrm.tasks.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Replaces a file as a whole: whoever reads it, and whatever kills this process, finds the old
 * contents or the new, never a part.
 *
 * <p>The new contents go to a hidden file in the same folder, are forced to disk and then renamed
 * over the target. Forcing comes first since a file system may otherwise carry out the rename
 * before the contents have arrived.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes text as UTF-8; see {@link #write(Path, byte[])}. */
  public static void write(Path target, String text) throws IOException {
    write(target, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Creates or replaces a file; missing folders above it are created. A link is replaced where it
   * points.
   *
   * @throws IOException if it cannot be written; the target is then as it was
   */
  public static void write(Path target, byte[] contents) throws IOException {
    Path file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
    if (Files.isDirectory(file)) {
      throw new IOException(target + " is a directory");
    }
    Path folder = file.getParent();
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    Path draft = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(contents);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
