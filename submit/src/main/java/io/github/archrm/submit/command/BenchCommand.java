package io.github.archrm.submit.command;

import io.github.archrm.submit.bench.Before;
import io.github.archrm.submit.bench.BenchReport;
import io.github.archrm.submit.bench.BenchResult;
import io.github.archrm.submit.bench.CaseProcess;
import io.github.archrm.submit.command.option.ComputeOptions;
import io.github.archrm.submit.command.option.PositiveNumber;
import io.github.archrm.submit.command.option.Seconds;
import io.github.archrm.submit.runtime.Failure;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.worker.SharedRate;
import io.github.archrm.train.Compute;
import io.github.archrm.train.bench.Benchmark;
import io.github.archrm.train.bench.Benchmark.Memory;
import io.github.archrm.train.bench.Case;
import io.github.archrm.train.bench.DeviceCheck;
import io.github.archrm.train.bench.Machine;
import io.github.archrm.train.bench.TrainingRate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

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
      "'memory' is the most that a process has had which trains this alone.",
      "'local' is the model of a task without attention, as it is above 15 cells a side.",
      "",
      "Examples:",
      "  arc-hrm bench",
      "  arc-hrm bench --json > before.json",
      "  arc-hrm bench --sides 10,30 --seconds 20 --against before.json",
      "  arc-hrm bench --read after.json --against before.json",
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

  @Spec CommandSpec spec;

  @Mixin ComputeOptions compute;

  @Option(
      names = "--sides",
      paramLabel = "N",
      split = ",",
      converter = PositiveNumber.class,
      description =
          "Measure the model of a task alone, on canvases of so many cells a side (default"
              + " 5,10,15,20,25,30).")
  List<Integer> sides;

  @Option(
      names = "--symbols",
      paramLabel = "N",
      converter = PositiveNumber.class,
      description =
          "Measure the model of a task alone, with so many symbols (default 4; 10 on 30x30).")
  Integer symbols;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      converter = Seconds.Positive.class,
      description = "Seconds for each model and canvas (default 5).")
  Double seconds;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "What --json printed before: show the ratios to it.")
  Path against;

  @Option(
      names = "--read",
      paramLabel = "FILE",
      description = "What --json printed: show it, and measure nothing.")
  Path read;

  @Option(
      names = "--full",
      description =
          "First compare a training step with the CPU's, in the end let 1, 2, 4 and 8 workers share"
              + " the device. A GPU is always measured so.")
  boolean full;

  @Option(names = "--shared", hidden = true, paramLabel = "SIDE")
  Integer shared;

  @Option(names = "--case", hidden = true, paramLabel = "ID")
  String part;

  /** What is measured instead. */
  static final class MemoryOptions {
    @Option(names = "--memory", description = "Measure memory.")
    boolean on;

    @Option(
        names = "--steps",
        paramLabel = "N",
        converter = PositiveNumber.class,
        description = "Optimizer steps (default 2000).")
    Integer steps;

    @Option(
        names = "--tasks",
        paramLabel = "N",
        converter = PositiveNumber.class,
        description = "Tasks (default 50).")
    Integer tasks;
  }

  @ArgGroup(
      validate = false,
      heading = "%nMemory instead, over steps of one task, then over tasks:%n")
  MemoryOptions memory = new MemoryOptions();

  @Override
  public Integer call() throws IOException {
    if (!memory.on && (memory.tasks != null || memory.steps != null)) {
      throw new UserMistake("bench: --steps and --tasks are of no use without --memory");
    }
    if (memory.on) {
      refuse("--memory", "--seconds", "--full", "--sides", "--symbols", "--against", "--read");
    }
    if (json) {
      // A file of this run can be held against another one later.
      refuse("--json", "--against", "--read");
    }
    Optional<Before> before = Optional.ofNullable(against).map(Before::read);
    if (read != null) {
      refuse("--read", "--seconds", "--full", "--sides", "--symbols", "--device", "--threads");
      show(before);
      return 0;
    }
    List<Case> cases = cases();
    before.ifPresent(then -> then.requireAny(cases));
    double each = seconds == null ? DEFAULT_SECONDS : seconds;
    Compute compute = LocalCompute.start(this.compute);
    if (shared != null) {
      measureShared(compute, each);
      return 0;
    }
    if (part != null) {
      CaseProcess.run(() -> Benchmark.measure(Case.of(part), compute, each));
      return 0;
    }
    Machine machine = Machine.of(compute);
    before.ifPresent(then -> then.requireSame(machine));
    System.err.println(machine);
    BenchReport report = new BenchReport(json, machine, before);
    boolean sound;
    try {
      sound = memory.on ? memory(compute, report) : speed(compute, cases, each, report);
    } finally {
      // What was measured before something went wrong is not lost.
      report.end();
    }
    if (!sound) {
      throw new Failure("bench: this device does not compute what the CPU does");
    }
    return 0;
  }

  /** Options that another one leaves without a use. */
  private void refuse(String because, String... useless) {
    for (String option : useless) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new UserMistake("bench: %s is of no use with %s".formatted(option, because));
      }
    }
  }

  private void show(Optional<Before> before) {
    BenchResult result = BenchResult.read(read);
    before.ifPresent(
        then -> {
          then.requireSame(result.machine());
          then.requireAny(result);
        });
    System.err.println(result.machine());
    BenchReport.print(result, before);
  }

  private List<Case> cases() {
    if (symbols != null && symbols > Case.MOST_SYMBOLS) {
      throw new UserMistake(
          "bench: --symbols must be at most %d, not %d".formatted(Case.MOST_SYMBOLS, symbols));
    }
    List<Case> cases = new ArrayList<>();
    for (int side : sides == null ? Case.SIDES : sides) {
      if (side > Case.MOST_SIDE) {
        throw new UserMistake(
            "bench: --sides must be at most %d, not %d".formatted(Case.MOST_SIDE, side));
      }
      cases.add(symbols == null ? Case.task(side) : Case.task(side, symbols));
      cases.add(symbols == null ? Case.local(side) : Case.local(side, symbols));
    }
    if (sides == null && symbols == null) {
      cases.addAll(Case.ofThePaper());
    }
    return cases;
  }

  /** Whether the device computes what the CPU does, as far as that was looked at. */
  private boolean speed(Compute compute, List<Case> cases, double each, BenchReport report)
      throws IOException {
    boolean sound = true;
    boolean whole = full || compute.onGpu();
    if (whole) {
      Compute cpu = Compute.start("cpu", this.compute.threads());
      sound =
          DeviceCheck.of(compute, cpu, report::add).stream()
              .allMatch(DeviceCheck.Deviation::isTolerable);
    }
    compute.releaseMemory();
    try {
      for (Case one : cases) {
        report.add(CaseProcess.measure(one, compute.name(), this.compute.threads(), each));
      }
    } finally {
      report.endSpeed();
    }
    if (whole) {
      sharing(compute, each, report);
    }
    return sound;
  }

  private void sharing(Compute compute, double each, BenchReport report) throws IOException {
    compute.releaseMemory();
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

  /** Always true: no device is compared with another. */
  private boolean memory(Compute compute, BenchReport report) {
    List<Memory> samples =
        Benchmark.memory(
            compute,
            memory.steps == null ? DEFAULT_STEPS : memory.steps,
            memory.tasks == null ? DEFAULT_TASKS : memory.tasks,
            report::add);
    if (samples.isEmpty()) {
      System.err.println("this operating system does not tell the memory of a process");
    }
    return true;
  }
}
