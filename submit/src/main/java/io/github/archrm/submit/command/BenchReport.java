package io.github.archrm.submit.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.archrm.submit.runtime.Version;
import io.github.archrm.submit.worker.SharedRate;
import io.github.archrm.train.bench.Benchmark.Memory;
import io.github.archrm.train.bench.Benchmark.Speed;
import io.github.archrm.train.bench.DeviceCheck.Deviation;
import java.util.Locale;
import java.util.OptionalLong;

/** What is measured, as tables that grow line by line, or as one JSON object at the end. */
final class BenchReport {
  private static final double MIB = 1 << 20;

  private final boolean asJson;
  private final JsonObject json = new JsonObject();

  /**
   * @param compute which library, device and threads
   */
  BenchReport(boolean asJson, String compute) {
    this.asJson = asJson;
    json.addProperty("version", Version.text());
    json.addProperty("compute", compute);
  }

  private JsonObject in(String table) {
    JsonObject row = new JsonObject();
    json.getAsJsonArray(table).add(row);
    return row;
  }

  void beginCheck() {
    json.add("check", new JsonArray());
    line(
        "%-10s %7s %10s %10s %9s  %s",
        "model",
        "canvas",
        "CPU's loss",
        "loss",
        "gradients",
        "largest deviation relative to the CPU");
  }

  void add(Deviation one) {
    line(
        "%-10s %7s %10.6f %10.6f %9.1e  of %s: %s",
        one.model(),
        canvas(one.side()),
        one.cpuLoss(),
        one.deviceLoss(),
        one.gradient(),
        one.weight(),
        one.isTolerable() ? "the same" : "NOT THE SAME");
    JsonObject row = in("check");
    row.addProperty("model", one.model());
    row.addProperty("side", one.side());
    row.addProperty("cpu_loss", one.cpuLoss());
    row.addProperty("device_loss", one.deviceLoss());
    row.addProperty("gradient_deviation", one.gradient());
    row.addProperty("weight", one.weight());
    row.addProperty("same", one.isTolerable());
  }

  void beginSpeed() {
    json.add("speed", new JsonArray());
    line(
        "%-10s %10s %7s %7s %5s %8s %10s %10s %10s %10s",
        "model",
        "parameters",
        "canvas",
        "symbols",
        "batch",
        "steps/s",
        "GFLOP/step",
        "matmul",
        "of matmul",
        "GPU memory");
  }

  void add(Speed one) {
    line(
        "%-10s %10d %7s %7d %5d %8.2f %10.3f %6.0f G/s %8.1f %% %10s",
        one.model(),
        one.parameters(),
        canvas(one.side()),
        one.symbols(),
        one.batch(),
        one.stepsPerSecond(),
        one.gigaflopPerStep(),
        one.matmulGigaflops(),
        100 * one.share(),
        memory(one.gpuBytes()));
    JsonObject row = in("speed");
    row.addProperty("model", one.model());
    row.addProperty("parameters", one.parameters());
    row.addProperty("side", one.side());
    row.addProperty("symbols", one.symbols());
    row.addProperty("batch", one.batch());
    row.addProperty("steps_per_second", one.stepsPerSecond());
    row.addProperty("gigaflop_per_step", one.gigaflopPerStep());
    row.addProperty("matmul_gigaflops", one.matmulGigaflops());
    row.addProperty("share_of_matmul", one.share());
    addBytes(row, one.gpuBytes());
  }

  void beginSharing() {
    json.add("sharing", new JsonArray());
    line("%7s %7s %8s %10s", "canvas", "workers", "steps/s", "GPU memory");
  }

  void add(SharedRate one) {
    line(
        "%7s %7d %8.2f %10s",
        canvas(one.side()), one.workers(), one.stepsPerSecond(), memory(one.bytes()));
    JsonObject row = in("sharing");
    row.addProperty("side", one.side());
    row.addProperty("workers", one.workers());
    row.addProperty("steps_per_second", one.stepsPerSecond());
    addBytes(row, one.bytes());
  }

  void beginMemory() {
    json.add("memory", new JsonArray());
    line("%-6s %6s %13s", "phase", "done", "resident");
  }

  void add(Memory one) {
    line("%-6s %6d %9.1f MiB", one.phase(), one.done(), one.residentBytes() / MIB);
    JsonObject row = in("memory");
    row.addProperty("phase", one.phase());
    row.addProperty("done", one.done());
    row.addProperty("resident_bytes", one.residentBytes());
  }

  /** Prints the JSON, if that was asked for. */
  void end() {
    if (asJson) {
      System.out.println(
          new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(json));
    }
  }

  private static String canvas(int side) {
    return side + "x" + side;
  }

  private static String memory(OptionalLong bytes) {
    return bytes.isEmpty() ? "" : String.format(Locale.ROOT, "%.0f MiB", bytes.getAsLong() / MIB);
  }

  private static void addBytes(JsonObject row, OptionalLong bytes) {
    row.addProperty("gpu_bytes", bytes.isEmpty() ? null : bytes.getAsLong());
  }

  /** A line of a table, as soon as it is known; none where JSON is wanted. */
  private void line(String format, Object... values) {
    if (!asJson) {
      System.out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
  }
}
