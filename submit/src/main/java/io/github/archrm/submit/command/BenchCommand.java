package io.github.archrm.submit.command;

import io.github.archrm.submit.command.option.ComputeOptions;
import io.github.archrm.submit.command.option.PositiveNumber;
import io.github.archrm.submit.command.option.Seconds;
import io.github.archrm.submit.command.option.StepsOption;
import io.github.archrm.submit.runtime.Failure;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.worker.SharedRate;
import io.github.archrm.train.Compute;
import io.github.archrm.train.bench.Benchmark;
import io.github.archrm.train.bench.Benchmark.Memory;
import io.github.archrm.train.bench.DeviceCheck;
import io.github.archrm.train.bench.TrainingRate;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures training on this machine: its speed, or its memory over a long time. */
@Command(
    name = "bench",
    description = "Measure how fast this machine trains.",
    optionListHeading = "%nOptions:%n",
    footerHeading = "%n",
    footer = {
      "'of matmul' is the share of this machine's own rate of multiplying large",
      "float32 matrices that the products of a training step reach; nothing else",
      "that a step does counts. Other programs that run meanwhile spoil the numbers.",
      "",
      "Examples:",
      "  arc-hrm bench",
      "  arc-hrm bench --threads 2 --json",
      "  arc-hrm bench --device gpu:0",
      "  arc-hrm bench --memory"
    })
public final class BenchCommand implements Callable<Integer> {
  private static final double DEFAULT_SECONDS = 5;
  private static final int DEFAULT_STEPS = 2000;
  private static final int DEFAULT_TASKS = 50;

  /** Workers that share a device at the same time. */
  private static final List<Integer> SHARING = List.of(1, 2, 4, 8);

  private static final List<Integer> SHARED_SIDES = List.of(10, 30);

  @Mixin ComputeOptions compute;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      converter = Seconds.Positive.class,
      description = "Seconds for each model and canvas (default 5).")
  Double seconds;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Option(
      names = "--full",
      description =
          "First compare a training step with the CPU's, in the end let 1, 2, 4 and 8 workers share"
              + " the device. A GPU is always measured so.")
  boolean full;

  @Option(names = "--shared", hidden = true, paramLabel = "SIDE")
  Integer shared;

  /** What is measured instead. */
  static final class MemoryOptions {
    @Option(names = "--memory", description = "Measure memory.")
    boolean on;

    @ArgGroup(validate = false)
    StepsOption steps = new StepsOption();

    @Option(
        names = "--tasks",
        paramLabel = "N",
        converter = PositiveNumber.class,
        description = "Tasks (default 50).")
    Integer tasks;
  }

  @ArgGroup(
      validate = false,
      heading = "%nMemory instead, over steps of one task (default 2000), then over tasks:%n")
  MemoryOptions memory = new MemoryOptions();

  @Override
  public Integer call() throws IOException {
    if (!memory.on && (memory.tasks != null || memory.steps.steps().isPresent())) {
      throw new UserMistake("bench: --steps and --tasks are of no use without --memory");
    }
    if (memory.on && seconds != null) {
      throw new UserMistake("bench: --seconds is of no use with --memory");
    }
    if (memory.on && full) {
      throw new UserMistake("bench: --full is of no use with --memory");
    }
    double each = seconds == null ? DEFAULT_SECONDS : seconds;
    Compute compute = LocalCompute.start(this.compute);
    if (shared != null) {
      measureShared(compute, each);
      return 0;
    }
    System.err.println(compute);
    BenchReport report = new BenchReport(json, compute.toString());
    boolean sound = true;
    if (memory.on) {
      memory(compute, report);
    } else {
      boolean whole = full || compute.onGpu();
      if (whole) {
        report.beginCheck();
        Compute cpu = Compute.start("cpu", this.compute.threads());
        sound =
            DeviceCheck.of(compute, cpu, report::add).stream()
                .allMatch(DeviceCheck.Deviation::isTolerable);
      }
      report.beginSpeed();
      Benchmark.speed(compute, each, report::add);
      if (whole) {
        sharing(compute, each, report);
      }
    }
    report.end();
    if (!sound) {
      throw new Failure("bench: this device does not compute what the CPU does");
    }
    return 0;
  }

  private void sharing(Compute compute, double each, BenchReport report) throws IOException {
    compute.releaseMemory();
    report.beginSharing();
    for (int side : SHARED_SIDES) {
      for (int workers : SHARING) {
        report.add(SharedRate.measure(compute.name(), side, workers, each, compute::memoryInUse));
      }
    }
  }

  /** What one of several processes does, see {@link SharedRate}. */
  private void measureShared(Compute compute, double each) throws IOException {
    try (TrainingRate rate = new TrainingRate(shared, compute)) {
      System.out.println(SharedRate.READY);
      if (System.in.read() >= 0) {
        System.out.println(rate.stepsPerSecond(each));
        // Until the parent has looked at the memory, and kills this.
        while (System.in.read() >= 0) {}
      }
    }
  }

  private void memory(Compute compute, BenchReport report) {
    report.beginMemory();
    List<Memory> samples =
        Benchmark.memory(
            compute,
            memory.steps.steps().orElse(DEFAULT_STEPS),
            memory.tasks == null ? DEFAULT_TASKS : memory.tasks,
            report::add);
    if (samples.isEmpty()) {
      System.err.println("this operating system does not tell the memory of a process");
    }
  }
}
