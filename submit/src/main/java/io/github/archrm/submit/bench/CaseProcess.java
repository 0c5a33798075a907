package io.github.archrm.submit.bench;

import com.google.gson.JsonParseException;
import io.github.archrm.submit.runtime.Failure;
import io.github.archrm.submit.worker.WorkerSetup;
import io.github.archrm.train.bench.Case;
import io.github.archrm.train.bench.Speed;
import io.github.archrm.train.file.FieldException;
import io.github.archrm.train.file.RecordJson;
import io.github.archrm.train.file.RecordOverrides;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A case that is measured in a process of its own, set up as a worker's.
 *
 * <p>Memory is why: freed tensors stay with a process in part, so that in one that measures all
 * cases each would show the largest before it, and Java's heap has grown by then. The rate gains by
 * it as well, since no case finds memory scattered or code compiled by another.
 */
public final class CaseProcess {
  private CaseProcess() {}

  /**
   * Measures in another process. What that says about mistakes goes to the standard error.
   *
   * @param device {@code cpu} or {@code gpu:i}
   * @param threads of the native library
   * @param seconds of the rate, at least
   * @throws Failure if the process does not come to its end
   */
  public static Speed measure(Case one, String device, int threads, double seconds)
      throws IOException {
    WorkerSetup setup = WorkerSetup.measuring(device, threads, seconds, "--case", one.id());
    ProcessBuilder builder =
        new ProcessBuilder(setup.command()).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(setup.environment());
    Process process = builder.start();
    try {
      byte[] said = process.getInputStream().readAllBytes();
      int exit = process.onExit().join().exitValue();
      if (exit != 0) {
        throw new Failure(
            "bench: the process that measured %s ended with %d".formatted(one.id(), exit));
      }
      return RecordJson.read(
          RecordOverrides.strict(new String(said, StandardCharsets.UTF_8)), Speed.class);
    } catch (FieldException | JsonParseException e) {
      throw new Failure("bench: the process that measured %s said nothing".formatted(one.id()), e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** What a process is there for. */
  @FunctionalInterface
  public interface Measurement {
    Speed speed() throws IOException;
  }

  /**
   * What such a process does: it measures, prints, and ends; at once if its parent is gone.
   *
   * @param measurement of its case
   */
  public static void run(Measurement measurement) throws IOException {
    Thread watch = new Thread(CaseProcess::endWithParent, "parent");
    watch.setDaemon(true);
    watch.start();
    System.out.println(RecordJson.write(measurement.speed()));
  }

  /** The input ends when the parent closes it, or dies. */
  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException e) {
      // Then nobody can be waited for.
    }
    Runtime.getRuntime().halt(1);
  }
}
