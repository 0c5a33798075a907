package io.github.archrm.submit.command.option;

import io.github.archrm.submit.run.SolvingPlan;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.worker.Gpus;
import io.github.archrm.submit.worker.WorkerMemory;
import io.github.archrm.submit.worker.WorkerPlan;
import io.github.archrm.submit.worker.WorkerSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** How many worker processes solve tasks, and what each of them may use of the machine. */
public final class WorkerOptions {
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
   * As many workers as {@link #count}, or as memory has room for, which is then told: where the
   * device is left open, each with a GPU of its own, as far as there are enough.
   */
  public WorkerPlan plan(SolvingPlan solving) {
    return plan(solving, WorkerMemory.ofThisMachine());
  }

  public WorkerPlan plan(SolvingPlan solving, long memory) {
    WorkerSetup plain = WorkerSetup.ofThisApplication(solving.device(), solving.threads());
    List<String> shared = solving.device().equals("auto") ? gpus() : List.of();
    int workers = Math.min(count(), WorkerMemory.mostWorkers(memory));
    if (workers < count()) {
      System.err.printf(
          Locale.ROOT,
          "%.1f GiB of memory have room for %d of %d workers%n",
          memory / (double) (1 << 30),
          workers,
          count());
    }
    List<WorkerSetup> setups = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      setups.add(
          shared.isEmpty() ? plain : plain.with(Gpus.VISIBLE, shared.get(i % shared.size())));
    }
    return new WorkerPlan(setups, WorkerMemory.tokens(memory, workers));
  }
}
