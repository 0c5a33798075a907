package io.github.archrm.submit.worker;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How the memory of a machine or container is shared among workers. */
public final class WorkerMemory {
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

  /** Tokens of a batch without which a worker is of little use. */
  private static final long LEAST_TOKENS = 5_000;

  /** A worker on a GPU, whose batches are there: Java, libtorch, CUDA's own libraries. */
  private static final long GPU_WORKER_BYTES = 2048 * MIB;

  private WorkerMemory() {}

  /** Bytes that this machine or container has, used or not. */
  public static long ofThisMachine() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getTotalMemorySize();
  }

  /** Workers that so many bytes have room for; one at least. */
  public static int mostWorkers(long memory) {
    return (int) Math.max(1, (memory - PARENT_BYTES) / (WORKER_BYTES + LEAST_TOKENS * TOKEN_BYTES));
  }

  /** Workers on GPUs that so many bytes have room for; one at least. */
  public static int mostWorkersOnGpus(long memory) {
    return (int) Math.max(1, (memory - PARENT_BYTES) / GPU_WORKER_BYTES);
  }

  /** Tokens that a batch may hold, so that all workers fit into so many bytes. */
  public static int tokens(long memory, int workers) {
    long each = (memory - PARENT_BYTES) / workers - WORKER_BYTES;
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, each / TOKEN_BYTES));
  }
}
