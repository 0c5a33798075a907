package io.github.archrm.submit.command.option;

import io.github.archrm.submit.run.SolvingPlan;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.worker.Gpu;
import io.github.archrm.submit.worker.GpuMemory;
import io.github.archrm.submit.worker.Gpus;
import io.github.archrm.submit.worker.WorkerMemory;
import io.github.archrm.submit.worker.WorkerPlan;
import io.github.archrm.submit.worker.WorkerSetup;
import io.github.archrm.train.file.NativeLibraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** How many worker processes solve tasks, and what each of them may use of the machine. */
public final class WorkerOptions {
  /** Said where GPUs could be used, and none is found. */
  public static final String NO_GPU =
      "no NVIDIA GPU with a driver is found: everything is computed on the CPU";

  private static final String AUTO = "auto";

  /** So many launch kernels at the same time; the GPU itself runs one worker's at a time. */
  private static final int MOST_PER_GPU = 8;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = AUTO,
      description =
          "Worker processes, each solves one task at a time; auto is one per core, or with GPUs as"
              + " many as share each (default ${DEFAULT-VALUE}).")
  public String workers = AUTO;

  @Option(
      names = "--workers-per-gpu",
      paramLabel = "N",
      defaultValue = AUTO,
      description =
          "Workers that share a GPU; auto is as many as cores and its memory have room for, at most"
              + " "
              + MOST_PER_GPU
              + " (default ${DEFAULT-VALUE}).")
  public String perGpu = AUTO;

  /** Counted when they are asked for, since every command has these options at its hand. */
  private List<Gpu> gpus;

  private final int cores;

  public WorkerOptions() {
    this.cores = Runtime.getRuntime().availableProcessors();
  }

  /** On another machine than this. */
  public WorkerOptions(List<Gpu> gpus, int cores) {
    this.gpus = gpus;
    this.cores = cores;
  }

  /**
   * @throws UserMistake if one of them is neither auto nor a number above 0
   */
  public void requireSound() {
    require("--workers", workers);
    require("--workers-per-gpu", perGpu);
    if (!workers.equals(AUTO) && !perGpu.equals(AUTO)) {
      throw new UserMistake("--workers and --workers-per-gpu both say how many: give only one");
    }
  }

  private static void require(String option, String value) {
    if (!value.equals(AUTO) && !value.matches("[1-9]\\d{0,3}")) {
      throw new UserMistake(option + ": auto or at least 1, not " + value);
    }
  }

  /** The GPUs that workers use which compute on a device. */
  private List<Gpu> used(String device) {
    if (device.equals("cpu")) {
      return List.of();
    }
    if (gpus == null) {
      gpus = Gpus.ofThisMachine();
    }
    if (device.equals(AUTO)) {
      return gpus;
    }
    int index = Integer.parseInt(device.substring("gpu:".length()));
    return List.of(index < gpus.size() ? gpus.get(index) : new Gpu(device, OptionalLong.empty()));
  }

  /**
   * How many are wanted, whatever the memory of the machine.
   *
   * @param device {@code auto}, {@code cpu} or {@code gpu:i}
   */
  public int count(String device) {
    List<Gpu> used = used(device);
    return used.isEmpty()
        ? workers.equals(AUTO) ? cores : Integer.parseInt(workers)
        : places(used).size();
  }

  /**
   * The GPU of each worker, in turns, so that those left out for want of memory leave none idle.
   */
  private List<Gpu> places(List<Gpu> used) {
    List<Gpu> places = new ArrayList<>();
    if (!workers.equals(AUTO)) {
      for (int i = 0; i < Integer.parseInt(workers); i++) {
        places.add(used.get(i % used.size()));
      }
      return places;
    }
    int most = used.stream().mapToInt(gpu -> on(gpu, used.size())).max().orElseThrow();
    for (int round = 1; round <= most; round++) {
      for (Gpu gpu : used) {
        if (round <= on(gpu, used.size())) {
          places.add(gpu);
        }
      }
    }
    return places;
  }

  /** Workers on one of some GPUs; only one where its memory is not known. */
  private int on(Gpu gpu, int gpuCount) {
    if (!perGpu.equals(AUTO)) {
      return Integer.parseInt(perGpu);
    }
    int room = gpu.free().isEmpty() ? 1 : GpuMemory.mostWorkers(gpu.free().getAsLong());
    return Math.max(1, Math.min(Math.min(MOST_PER_GPU, room), cores / gpuCount));
  }

  /**
   * As many workers as {@link #count}, or as memory has room for, which is then told: where the
   * device is left open, each sees one GPU.
   */
  public WorkerPlan plan(SolvingPlan solving) {
    return plan(solving, WorkerMemory.ofThisMachine());
  }

  public WorkerPlan plan(SolvingPlan solving, long memory) {
    String device = solving.device();
    List<Gpu> used = used(device);
    int wanted = count(device);
    int room =
        used.isEmpty() ? WorkerMemory.mostWorkers(memory) : WorkerMemory.mostWorkersOnGpus(memory);
    int count = Math.min(wanted, room);
    if (count < wanted) {
      System.err.printf(
          Locale.ROOT,
          "%.1f GiB of memory have room for %d of %d workers%n",
          memory / (double) (1 << 30),
          count,
          wanted);
    }
    WorkerSetup plain = WorkerSetup.ofThisApplication(device, solving.threads());
    if (used.isEmpty()) {
      if (device.equals(AUTO) && NativeLibraries.forCuda()) {
        System.err.println(NO_GPU);
      }
      return new WorkerPlan(Collections.nCopies(count, plain), WorkerMemory.tokens(memory, count));
    }
    List<Gpu> places = places(used).subList(0, count);
    List<WorkerSetup> setups = new ArrayList<>();
    int tokens = Integer.MAX_VALUE;
    for (Gpu gpu : places) {
      int sharing = Collections.frequency(places, gpu);
      WorkerSetup setup = plain.sharing(1.0 / sharing);
      setups.add(device.equals(AUTO) ? setup.seeing(gpu) : setup);
      if (gpu.free().isPresent()) {
        tokens = Math.min(tokens, GpuMemory.tokens(gpu.free().getAsLong(), sharing));
      }
    }
    return new WorkerPlan(setups, tokens);
  }
}
