package io.github.archrm.submit.worker;

/** How the memory of a GPU is shared among the workers on it. */
public final class GpuMemory {
  private static final long MIB = 1 << 20;

  /**
   * A worker before its first batch: CUDA's context, cuBLAS and a small model. 872 MiB were in use
   * on an H200 with one worker and batches of four rows.
   */
  private static final long WORKER_BYTES = 800 * MIB;

  /** What a training step holds per token of its batch, with what the allocator cannot use. */
  private static final long TOKEN_BYTES = 50_000;

  /** Tokens of a batch that workers on a GPU are made for; with fewer it is one worker less. */
  private static final long USUAL_TOKENS = 30_000;

  private GpuMemory() {}

  /** Workers that so many bytes have room for; one at least. */
  public static int mostWorkers(long free) {
    return (int) Math.max(1, free / (WORKER_BYTES + USUAL_TOKENS * TOKEN_BYTES));
  }

  /** Tokens that a batch may hold, so that all workers on a GPU fit into so many bytes. */
  public static int tokens(long free, int workers) {
    long each = free / workers - WORKER_BYTES;
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, each / TOKEN_BYTES));
  }
}
