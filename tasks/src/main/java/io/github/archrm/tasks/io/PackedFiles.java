package io.github.archrm.tasks.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What is in an archive, or in a single packed file, for readers of other things than tasks. It is
 * bounded as tasks are ({@link Archive.Limits}).
 *
 * @param files contents by name, in the order of the names
 * @param problems what was not read, and why, in lines
 */
public record PackedFiles(Map<String, byte[]> files, List<String> problems) {
  private static final int PEEKED = 8;

  /** Whether a file is packed, by its name: .zip, .tar, .tar.gz, .tar.bz2, .gz or .bz2. */
  public static boolean isPacked(Path file) {
    return Archive.isPacked(TaskTree.fileName(file));
  }

  /**
   * Refuses what is packed although its name does not tell it, or cannot be unpacked here.
   *
   * @param in can go back to its mark, and is left where it was
   * @throws IOException in words that say how to name it
   */
  public static void refuseHidden(InputStream in) throws IOException {
    in.mark(PEEKED);
    String packing = Archive.hiddenPacking(in.readNBytes(PEEKED));
    in.reset();
    if (!packing.isEmpty()) {
      throw new IOException(
          "packed with "
              + packing
              + "; what can be read packed is named .zip, .tar, .tar.gz, .tar.bz2, .gz or .bz2");
    }
  }

  /**
   * Unpacks what is wanted into memory.
   *
   * @param wanted tells by the name of a file, without its folders
   * @throws TaskFormatException if it cannot be read, or nothing that is wanted is in it
   */
  public static PackedFiles read(Path file, Predicate<String> wanted) {
    PackedFiles packed = new PackedFiles(new TreeMap<>(), new ArrayList<>());
    try {
      new Archive(file, Archive.Limits.STANDARD).addTo(packed.receiver(wanted));
    } catch (IOException e) {
      throw new TaskFormatException(TaskTree.unreadable(file, e));
    }
    if (packed.files.isEmpty()) {
      String reason = packed.problems.isEmpty() ? "" : ": " + packed.problems.get(0);
      throw new TaskFormatException(file + ": nothing of use in it" + reason);
    }
    return packed;
  }

  private Archive.Receiver receiver(Predicate<String> wanted) {
    return new Archive.Receiver() {
      @Override
      public boolean wants(String path) {
        String base = path.substring(path.lastIndexOf('/') + 1);
        return wanted.test(base) && !base.startsWith(".") && !path.contains("__MACOSX/");
      }

      @Override
      public void add(String source, InputStream in) throws IOException {
        files.put(source, in.readAllBytes());
      }

      @Override
      public void addSingle(String name, InputStream in) throws IOException {
        files.put(Compression.of(name).strip(name), in.readAllBytes());
      }

      @Override
      public void problem(String source, String message) {
        problems.add(source + ": " + message);
      }

      @Override
      public int problemCount() {
        return problems.size();
      }
    };
  }
}
