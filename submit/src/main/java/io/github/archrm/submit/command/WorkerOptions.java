package io.github.archrm.submit.command;

import com.sun.management.OperatingSystemMXBean;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.worker.Gpus;
import io.github.archrm.submit.worker.WorkerSetup;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.IntFunction;
import picocli.CommandLine.Option;

/** How many worker processes solve tasks, and what each of them may use of the machine. */
public final class WorkerOptions {
  private static final long MIB = 1 << 20;

  /** Kept for the parent and the system. */
  private static final long PARENT_BYTES = 1024 * MIB;

  /** A worker before its first batch: Java and libtorch. */
  private static final long WORKER_BYTES = 500 * MIB;

  /**
   * What a training step holds per token of its batch: 1.1-1.4 GiB were measured with 30,000 of
   * them.
   */
  private static final long TOKEN_BYTES = 40_000;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "auto",
      description =
          "Worker processes, each solves one task at a time; auto is one per GPU, or per core"
              + " without (default ${DEFAULT-VALUE}).")
  public String workers;

  /** Counted when they are asked for, since every command has these options at its hand. */
  private List<String> gpus;

  public WorkerOptions() {}

  public WorkerOptions(List<String> gpus) {
    this.gpus = gpus;
  }

  private List<String> gpus() {
    if (gpus == null) {
      gpus = Gpus.ofThisMachine();
    }
    return gpus;
  }

  /**
   * @throws UserMistake if it is neither auto nor a number above 0
   */
  public int count() {
    if (workers.equals("auto")) {
      return gpus().isEmpty() ? Runtime.getRuntime().availableProcessors() : gpus().size();
    }
    if (!workers.matches("[1-9]\\d{0,3}")) {
      throw new UserMistake("--workers: auto or at least 1, not " + workers);
    }
    return Integer.parseInt(workers);
  }

  /**
   * How each worker is started: where the device is left open, with a GPU of its own, as far as
   * there are enough.
   */
  public IntFunction<WorkerSetup> setups(SolvingOptions solving) {
    WorkerSetup plain = WorkerSetup.ofThisApplication(solving.threads);
    return gpus().isEmpty() || !solving.device.equals("auto")
        ? number -> plain
        : number -> plain.with(Gpus.VISIBLE, gpus().get((number - 1) % gpus().size()));
  }

  /** Tokens that a batch may hold, so that all workers fit into the memory of this machine. */
  public int tokens() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return tokens(system.getTotalMemorySize(), count());
  }

  public static int tokens(long memory, int workers) {
    long each = (memory - PARENT_BYTES) / workers - WORKER_BYTES;
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, each / TOKEN_BYTES));
  }
}
