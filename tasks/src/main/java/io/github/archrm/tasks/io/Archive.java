package io.github.archrm.tasks.io;

import io.github.archrm.tasks.io.BoundedInputStream.TooMuchException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/**
 * The files in a .zip, .tar, .tar.gz or .tar.bz2, or the one in a .gz or .bz2, read front to back
 * and never written to disk.
 *
 * <p>An archive is foreign: names that would leave its folder are refused, and reading stops where
 * the contents outgrow {@link Limits}. Everything is counted as it is unpacked, also what is
 * skipped; sizes that the archive states about itself are not believed.
 */
final class Archive {
  /** Takes what is in an archive. */
  interface Receiver {
    /** Whether a file is to be added, by its name. */
    boolean wants(String path);

    /**
     * Takes one of several files; the stream is left open.
     *
     * @param source names the archive, then the file
     */
    void add(String source, InputStream in) throws IOException;

    /** Takes the one file of a .gz or .bz2, which has the name; the stream is left open. */
    void addSingle(String name, InputStream in) throws IOException;

    void problem(String source, String message);

    /** How many problems were met so far. */
    int problemCount();
  }

  /**
   * How much an archive may unfold to.
   *
   * @param entryBytes of one file
   * @param totalBytes of all files together
   * @param entries files and folders
   * @param ratio total bytes to bytes of the archive, which counts only beyond {@code freeBytes}
   * @param freeBytes that may be unpacked whatever the ratio: small archives compress oddly
   */
  record Limits(long entryBytes, long totalBytes, int entries, int ratio, long freeBytes) {
    static final Limits STANDARD =
        new Limits(StrictJson.MAX_BYTES, 256L << 20, 100_000, 200, 16L << 20);

    private long total(long archiveBytes) {
      return Math.min(totalBytes, Math.max(freeBytes, ratio * archiveBytes));
    }
  }

  /** So many problems and the archive is not worth reading on; each takes memory. */
  private static final int MAX_PROBLEMS = 10_000;

  private final Path file;
  private final Limits limits;

  Archive(Path file, Limits limits) {
    this.file = file;
    this.limits = limits;
  }

  /** Whether a name is one of an archive of several files. */
  static boolean named(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".zip") || tarCompression(lower).isPresent();
  }

  /** Whether a name is one of an archive, or of a single packed file. */
  static boolean isPacked(String name) {
    return named(name) || Compression.of(name) != Compression.NONE;
  }

  /**
   * What a file is packed with, by its first bytes, although its name does not tell it, or it
   * cannot be read here; empty for any other.
   */
  static String hiddenPacking(byte[] begin) {
    String first = new String(begin, StandardCharsets.ISO_8859_1);
    return first.startsWith("\u00fd7zXZ")
        ? "xz"
        : first.startsWith("7z\u00bc\u00af")
            ? "7-Zip"
            : first.startsWith("Rar!")
                ? "RAR"
                : first.startsWith("(\u00b5/\u00fd")
                    ? "zstd"
                    : first.startsWith("PK\3\4")
                        ? "zip"
                        : first.startsWith("\u001f\u008b")
                            ? "gzip"
                            : first.startsWith("BZh") ? "bzip2" : "";
  }

  /** Whether a name is one of an archive that cannot be read here. */
  static boolean foreign(String name) {
    return name.toLowerCase(Locale.ROOT).matches(".+\\.(7z|rar|xz|txz|lzma|zst)");
  }

  /** How a .tar is packed; empty if the name is none of one. */
  private static Optional<Compression> tarCompression(String lower) {
    if (lower.endsWith(".tar")) {
      return Optional.of(Compression.NONE);
    }
    if (lower.endsWith(".tar.gz") || lower.endsWith(".tgz")) {
      return Optional.of(Compression.GZIP);
    }
    return lower.endsWith(".tar.bz2") || lower.endsWith(".tbz2") || lower.endsWith(".tbz")
        ? Optional.of(Compression.BZIP2)
        : Optional.empty();
  }

  /**
   * Adds every file of the archive that is wanted.
   *
   * @throws IOException if it is no archive, is damaged, or outgrows the limits; what was added
   *     before stays
   */
  void addTo(Receiver receiver) throws IOException {
    long budget = limits.total(Files.size(file));
    if (!named(TaskTree.fileName(file))) {
      addSingle(receiver, budget);
      return;
    }
    boolean empty;
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(file));
        ArchiveInputStream<? extends ArchiveEntry> archive = open(packed, budget)) {
      InputStream unpacked = bounded(new UnpackedStream(archive), budget);
      int entries = 0;
      ArchiveEntry entry;
      while ((entry = archive.getNextEntry()) != null) {
        if (++entries > limits.entries) {
          throw new TooMuchException("more than " + limits.entries + " entries");
        }
        if (!entry.isDirectory()) {
          add(entry, archive.canReadEntryData(entry), unpacked, receiver);
        }
        if (receiver.problemCount() > MAX_PROBLEMS) {
          throw new TooMuchException("more than " + MAX_PROBLEMS + " problems");
        }
      }
      empty = entries == 0;
    } catch (TooMuchException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The library answers some damaged headers with an IllegalArgumentException and the like.
      throw new UnsoundPackingException(e);
    }
    if (empty) {
      throw new IOException("not a sound archive: nothing in it");
    }
  }

  private void addSingle(Receiver receiver, long budget) throws IOException {
    String name = TaskTree.fileName(file);
    Compression compression = Compression.of(name);
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(file))) {
      InputStream unpacked = bounded(compression.unpack(packed), budget);
      receiver.addSingle(name, unpacked);
    }
  }

  private void add(ArchiveEntry entry, boolean readable, InputStream unpacked, Receiver receiver)
      throws IOException {
    String name = entry.getName().replace('\\', '/');
    String source = TaskTree.fileName(file) + "/" + StrictJson.oneLine(name);
    InputStream content =
        new BoundedInputStream(
            unpacked,
            limits.entryBytes,
            "a file in it is larger than " + limits.entryBytes + " bytes");
    if (leaves(name)) {
      receiver.problem(source, "refused: the name leads out of the archive");
    } else if (entry instanceof TarArchiveEntry tar && (tar.isLink() || tar.isSymbolicLink())) {
      receiver.problem(source, "refused: a link");
    } else if (entry instanceof TarArchiveEntry tar && isDevice(tar)) {
      receiver.problem(source, "refused: a device or a pipe");
    } else if (!readable) {
      receiver.problem(source, whyNotReadable(entry));
      return;
    } else if (receiver.wants(name)) {
      receiver.add(source, content);
    }
    content.transferTo(OutputStream.nullOutputStream());
  }

  private static String whyNotReadable(ArchiveEntry entry) {
    if (!(entry instanceof ZipArchiveEntry zip)) {
      return "of a form that cannot be read here; unpack the archive first";
    }
    if (zip.getGeneralPurposeBit().usesEncryption()) {
      return "encrypted; unpack the archive first";
    }
    ZipMethod method = ZipMethod.getMethodByCode(zip.getMethod());
    return "packed by "
        + (method == null ? "method " + zip.getMethod() : method)
        + ", which cannot be read here; pack it with deflate";
  }

  private static boolean isDevice(TarArchiveEntry entry) {
    return entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice();
  }

  private static boolean leaves(String name) {
    return name.startsWith("/")
        || name.matches("[A-Za-z]:.*")
        || Arrays.asList(name.split("/")).contains("..");
  }

  private ArchiveInputStream<? extends ArchiveEntry> open(InputStream packed, long budget)
      throws IOException {
    String name = TaskTree.fileName(file).toLowerCase(Locale.ROOT);
    if (name.endsWith(".zip")) {
      return new ZipArchiveInputStream(packed, StandardCharsets.UTF_8.name(), true, true);
    }
    Compression compression = tarCompression(name).orElseThrow();
    return new TarArchiveInputStream(
        bounded(compression.unpack(packed), budget), StandardCharsets.UTF_8.name());
  }

  private static InputStream bounded(InputStream in, long budget) {
    return new BoundedInputStream(in, budget, "unpacks to more than " + budget + " bytes");
  }
}
