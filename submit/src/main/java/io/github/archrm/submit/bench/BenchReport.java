package io.github.archrm.submit.bench;

import io.github.archrm.submit.runtime.Version;
import io.github.archrm.submit.worker.SharedRate;
import io.github.archrm.train.bench.Benchmark.Memory;
import io.github.archrm.train.bench.DeviceCheck.Deviation;
import io.github.archrm.train.bench.Machine;
import io.github.archrm.train.bench.Speed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is measured, as tables that grow line by line, or as one JSON object at the end. */
public final class BenchReport {
  private final boolean asJson;
  private final Machine machine;
  private final Optional<Before> before;
  private final SpeedTable speedTable;
  private final List<Deviation> check = new ArrayList<>();
  private final List<Speed> speed = new ArrayList<>();
  private final List<SharedRate> sharing = new ArrayList<>();
  private final List<Memory> memory = new ArrayList<>();
  private boolean begun;

  /**
   * @param asJson prints nothing before the end
   * @param before what figures are held against
   */
  public BenchReport(boolean asJson, Machine machine, Optional<Before> before) {
    this.asJson = asJson;
    this.machine = machine;
    this.before = before;
    this.speedTable = new SpeedTable(before.isPresent());
  }

  /** Prints what was measured once. */
  public static void print(BenchResult result, Optional<Before> before) {
    BenchReport report = new BenchReport(false, result.machine(), before);
    result.check().forEach(report::add);
    result.speed().forEach(report::add);
    report.endSpeed();
    result.sharing().forEach(report::add);
    result.memory().forEach(report::add);
  }

  public void add(Deviation one) {
    String row = "%-10s %7s %10s %10s %9s  %s";
    if (check.isEmpty()) {
      heading(
          row,
          "model",
          "canvas",
          "CPU's loss",
          "loss",
          "gradients",
          "largest deviation relative to the CPU");
    }
    check.add(one);
    line(
        "%-10s %7s %10.6f %10.6f %9.1e  of %s: %s",
        one.model(),
        Text.canvas(one.side()),
        one.cpuLoss(),
        one.deviceLoss(),
        one.gradient(),
        one.weight(),
        one.isTolerable() ? "the same" : "NOT THE SAME");
  }

  public void add(Speed one) {
    if (speed.isEmpty()) {
      heading("%s", speedTable.heading(one.gpuBytes().isPresent()));
    }
    speed.add(one);
    line("%s", speedTable.row(one, before.flatMap(then -> then.of(one))));
  }

  /** Prints where the time of all these steps goes, and what there is to know about ratios. */
  public void endSpeed() {
    TimeTable.of(speed, before).forEach(line -> line("%s", line));
    before.map(then -> then.notes(result())).stream()
        .flatMap(List::stream)
        .forEach(System.err::println);
  }

  public void add(SharedRate one) {
    if (sharing.isEmpty()) {
      heading("%7s %7s %8s %10s", "canvas", "workers", "steps/s", "GPU memory");
    }
    sharing.add(one);
    line(
        "%7s %7d %8.2f %10s",
        Text.canvas(one.side()), one.workers(), one.stepsPerSecond(), Text.mebibytes(one.bytes()));
  }

  public void add(Memory one) {
    if (memory.isEmpty()) {
      heading("%-6s %6s %13s", "phase", "done", "resident");
    }
    memory.add(one);
    line(
        "%-6s %6d %13s",
        one.phase(), one.done(), Text.mebibytes(OptionalLong.of(one.residentBytes())));
  }

  /** Everything so far. */
  BenchResult result() {
    return BenchResult.of(Version.text(), machine, check, speed, sharing, memory);
  }

  /** Prints the JSON, if that was asked for. */
  public void end() {
    if (asJson) {
      System.out.println(result().toJson());
    }
  }

  /** Begins a table, apart from the one before. */
  private void heading(String format, Object... values) {
    if (begun) {
      line("");
    }
    begun = true;
    line(format, values);
  }

  /** A line of a table, as soon as it is known; none where JSON is wanted. */
  private void line(String format, Object... values) {
    if (!asJson) {
      System.out.println(Text.line(format, values));
    }
  }
}
