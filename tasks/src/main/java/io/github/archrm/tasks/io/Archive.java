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
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The JSON files in a .zip or .tar.gz, read front to back and never written to disk.
 *
 * <p>An archive is foreign: names that would leave its folder are refused, and reading stops where
 * the contents outgrow {@link Limits}. Everything is counted as it is unpacked, also what is
 * skipped; sizes that the archive states about itself are not believed.
 */
final class Archive {

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

  /** Whether a name is one of an archive that can be read. */
  static boolean named(Path file) {
    String name = lowerName(file);
    return name.endsWith(".zip") || name.endsWith(".tar.gz") || name.endsWith(".tgz");
  }

  /**
   * Adds every JSON file of the archive.
   *
   * @throws IOException if it is no archive, is damaged, or outgrows the limits; what was added
   *     before stays
   */
  void addTo(TaskTree tree) throws IOException {
    long budget = limits.total(Files.size(file));
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(file));
        ArchiveInputStream<? extends ArchiveEntry> archive = open(packed, budget)) {
      InputStream unpacked = bounded(archive, budget);
      int entries = 0;
      ArchiveEntry entry;
      while ((entry = archive.getNextEntry()) != null) {
        if (++entries > limits.entries) {
          throw new TooMuchException("more than " + limits.entries + " entries");
        }
        if (!entry.isDirectory()) {
          add(entry, archive.canReadEntryData(entry), unpacked, tree);
        }
        if (tree.problemCount() > MAX_PROBLEMS) {
          throw new TooMuchException("more than " + MAX_PROBLEMS + " problems");
        }
      }
      if (entries == 0) {
        throw new IOException("nothing in it");
      }
    } catch (TooMuchException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The library answers some damaged headers with an IllegalArgumentException and the like.
      String detail = e.getMessage() == null ? "it ends too early" : e.getMessage();
      throw new IOException("not a sound archive: " + StrictJson.oneLine(detail), e);
    }
  }

  private void add(ArchiveEntry entry, boolean readable, InputStream unpacked, TaskTree tree)
      throws IOException {
    String name = entry.getName().replace('\\', '/');
    String source = TaskTree.fileName(file) + "/" + StrictJson.oneLine(name);
    InputStream content =
        new BoundedInputStream(
            unpacked,
            limits.entryBytes,
            "a file in it is larger than " + limits.entryBytes + " bytes");
    if (leaves(name)) {
      tree.problem(source, "refused: the name leads out of the archive");
    } else if (entry instanceof TarArchiveEntry tar && (tar.isLink() || tar.isSymbolicLink())) {
      tree.problem(source, "refused: a link");
    } else if (!readable) {
      tree.problem(source, "encrypted, or packed by an unknown method");
      return;
    } else if (TaskTree.wanted(name)) {
      tree.add(source, content);
    }
    content.transferTo(OutputStream.nullOutputStream());
  }

  private static boolean leaves(String name) {
    return name.startsWith("/")
        || name.matches("[A-Za-z]:.*")
        || Arrays.asList(name.split("/")).contains("..");
  }

  private ArchiveInputStream<? extends ArchiveEntry> open(InputStream packed, long budget)
      throws IOException {
    if (lowerName(file).endsWith(".zip")) {
      return new ZipArchiveInputStream(packed, StandardCharsets.UTF_8.name(), true, true);
    }
    InputStream tar =
        GzipCompressorInputStream.builder()
            .setInputStream(packed)
            .setDecompressConcatenated(true)
            .get();
    return new TarArchiveInputStream(bounded(tar, budget));
  }

  private static InputStream bounded(InputStream in, long budget) {
    return new BoundedInputStream(in, budget, "unpacks to more than " + budget + " bytes");
  }

  private static String lowerName(Path file) {
    return TaskTree.fileName(file).toLowerCase(Locale.ROOT);
  }
}
