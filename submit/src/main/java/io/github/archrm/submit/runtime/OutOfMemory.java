package io.github.archrm.submit.runtime;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Want of memory, of Java or of libtorch, in one line that says what to change. */
public final class OutOfMemory {
  /** The variable that gives Java more memory, its workers too. */
  public static final String VARIABLE = "ARC_HRM_JAVA_OPTS";

  private static final Pattern OF_JAVA = Pattern.compile("java\\.lang\\.OutOfMemoryError");

  /**
   * The words of libtorch on a CPU and on a GPU, of C++, of the loader of libraries and of CUDA's
   * libraries: cuBLAS without memory for itself says that it is not initialized.
   */
  private static final Pattern OF_LIBRARY =
      Pattern.compile(
          "not enough memory|can't allocate memory|cannot allocate memory|bad_alloc"
              + "|out of memory|failed to map segment|CU[A-Z]+_STATUS_ALLOC_FAILED"
              + "|CUBLAS_STATUS_NOT_INITIALIZED",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BYTES = Pattern.compile("tried to allocate (\\d{1,18}) bytes");

  private OutOfMemory() {}

  /** What to say of something thrown; empty if neither it nor a cause of it is want of memory. */
  public static Optional<String> line(Throwable thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (OF_JAVA.matcher(e.toString()).find()) {
        return Optional.of(ofJava(e.toString()));
      }
      boolean ours = e instanceof Failure || e instanceof UserMistake;
      if (!ours && OF_LIBRARY.matcher(e.toString()).find()) {
        return Optional.of(ofLibrary(e.toString()));
      }
    }
    return Optional.empty();
  }

  private static String ofJava(String message) {
    if (message.contains("thread")) {
      return "out of memory: the system gives no more threads; raise its limit (ulimit -u, or"
          + " --pids-limit of a container), or use fewer --workers";
    }
    if (message.contains("array size")) {
      return "out of memory: something that was to be read is too large for Java";
    }
    long mib = Runtime.getRuntime().maxMemory() >> 20;
    return "out of memory: the %d MiB that Java may use are full; %s=-Xmx%dm gives it more"
        .formatted(mib, VARIABLE, Math.max(256, Long.highestOneBit(mib) * 4));
  }

  private static String ofLibrary(String message) {
    Matcher bytes = BYTES.matcher(message);
    return "out of memory: libtorch "
        + (bytes.find()
            ? "asked for %d MiB more than there are".formatted(Long.parseLong(bytes.group(1)) >> 20)
            : "needs more than there is")
        + "; smaller batches need less (--batch of train, --set batch.rows=N), fewer --workers too";
  }
}
