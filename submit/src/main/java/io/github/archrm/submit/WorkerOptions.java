package io.github.archrm.submit;

import picocli.CommandLine.Option;

/** How many worker processes solve tasks. */
final class WorkerOptions {
  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Worker processes, each solves one task at a time (default: one per core).")
  Integer workers;

  int count() {
    if (workers != null && workers < 1) {
      throw new UserMistake("--workers: must be at least 1, not " + workers);
    }
    return workers == null ? Runtime.getRuntime().availableProcessors() : workers;
  }
}
