package io.github.archrm.submit.kaggle;

import io.github.archrm.submit.runtime.Application;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.train.file.NativeLibraries;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.apache.commons.io.FileUtils;

/**
 * One archive, a .tar.gz or a plain .tar, whose folder {@code arc-hrm} is the application with
 * everything it needs: native libraries unpacked, a Java runtime, a trunk if there is one.
 */
public record KagglePackage(Application application, Optional<Path> trunk) {
  private static final String ROOT = "arc-hrm/";

  /** Half the time of the usual 6 for a file that is 8 % larger. */
  private static final int COMPRESSION = 3;

  private static final int EXECUTABLE = 0755;
  private static final int PLAIN = 0644;

  /**
   * Creates or replaces the file, as a whole; works in a hidden folder beside it.
   *
   * @throws UserMistake if nothing can be written there, or this Java has no jlink
   * @throws IOException if it cannot be written to the end; the file is then as it was
   */
  public void write(Path file) throws IOException {
    Path temporary = temporaryBeside(file);
    try {
      Path contents = Files.createDirectory(temporary.resolve("contents"));
      JavaRuntime.link(contents.resolve(Application.JRE));
      List<Path> jars = new ArrayList<>(jars());
      if (application.natives().isEmpty()) {
        NativeLibraries natives = NativeLibraries.onClassPath();
        natives.unpack(contents.resolve(Application.NATIVES));
        jars.removeIf(jar -> jar.getFileName().equals(natives.jar().getFileName()));
      }
      Path packed = temporary.resolve("packed");
      try (OutputStream out = open(packed, file.toString().endsWith(".tar"))) {
        pack(jars, contents, out);
      }
      Files.move(packed, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      FileUtils.deleteDirectory(temporary.toFile());
    }
  }

  private static Path temporaryBeside(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("is a directory");
      }
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      return Files.createTempDirectory(folder, ".arc-hrm-package");
    } catch (IOException e) {
      throw UserMistake.unwritable(file, e);
    }
  }

  private static OutputStream open(Path packed, boolean plain) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(packed));
    if (plain) {
      return out;
    }
    GzipParameters compression = new GzipParameters();
    compression.setCompressionLevel(COMPRESSION);
    return new GzipCompressorOutputStream(out, compression);
  }

  private void pack(List<Path> jars, Path contents, OutputStream out) throws IOException {
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      add(tar, "bin/arc-hrm", application.launcher());
      for (String legal : Application.LEGAL) {
        add(tar, legal, application.home().resolve(legal));
      }
      for (Path jar : jars) {
        add(tar, "lib/" + jar.getFileName(), jar);
      }
      addBelow(tar, "", contents);
      if (application.natives().isPresent()) {
        addBelow(tar, Application.NATIVES + "/", application.natives().get());
      }
      if (trunk.isPresent()) {
        add(tar, "trunk/" + trunk.get().getFileName(), trunk.get());
      }
    }
  }

  private List<Path> jars() throws IOException {
    List<Path> jars = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(application.lib(), "*.jar")) {
      all.forEach(jars::add);
    }
    jars.sort(Comparator.naturalOrder());
    return jars;
  }

  /**
   * Of a link the file that it points to: not every place that archives are unpacked at has links.
   */
  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void addBelow(TarArchiveOutputStream tar, String prefix, Path folder)
      throws IOException {
    for (Path part : filesBelow(folder)) {
      add(tar, prefix + folder.relativize(part), part);
    }
  }

  private static void add(TarArchiveOutputStream tar, String name, Path file) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(ROOT + name);
    entry.setSize(Files.size(file));
    entry.setLastModifiedTime(Files.getLastModifiedTime(file));
    entry.setMode(Files.isExecutable(file) ? EXECUTABLE : PLAIN);
    tar.putArchiveEntry(entry);
    Files.copy(file, tar);
    tar.closeArchiveEntry();
  }
}
