package io.github.archrm.submit.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.archrm.submit.command.option.ComputeOptions;
import io.github.archrm.submit.command.option.PositiveNumber;
import io.github.archrm.submit.command.option.Seconds;
import io.github.archrm.submit.command.option.StepsOption;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.runtime.Version;
import io.github.archrm.train.Compute;
import io.github.archrm.train.bench.Benchmark;
import io.github.archrm.train.bench.Benchmark.Memory;
import io.github.archrm.train.bench.Benchmark.Speed;
import java.util.List;
import java.util.Locale;
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
      "  arc-hrm bench --memory"
    })
public final class BenchCommand implements Callable<Integer> {
  private static final double MIB = 1 << 20;
  private static final double DEFAULT_SECONDS = 5;
  private static final int DEFAULT_STEPS = 2000;
  private static final int DEFAULT_TASKS = 50;

  @Mixin ComputeOptions compute;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      converter = Seconds.Positive.class,
      description = "Seconds for each model and canvas (default 5).")
  Double seconds;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

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
  public Integer call() {
    if (!memory.on && (memory.tasks != null || memory.steps.steps().isPresent())) {
      throw new UserMistake("bench: --steps and --tasks are of no use without --memory");
    }
    if (memory.on && seconds != null) {
      throw new UserMistake("bench: --seconds is of no use with --memory");
    }
    Compute compute = LocalCompute.start(this.compute);
    System.err.println(compute);
    JsonObject result = new JsonObject();
    result.addProperty("version", Version.text());
    result.addProperty("compute", compute.toString());
    result.add(memory.on ? "memory" : "speed", memory.on ? memory(compute) : speed(compute));
    if (json) {
      System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(result));
    }
    return 0;
  }

  private JsonArray speed(Compute compute) {
    line(
        "%-10s %10s %7s %7s %5s %8s %10s %10s %10s",
        "model",
        "parameters",
        "canvas",
        "symbols",
        "batch",
        "steps/s",
        "GFLOP/step",
        "matmul",
        "of matmul");
    List<Speed> speeds =
        Benchmark.speed(
            compute,
            seconds == null ? DEFAULT_SECONDS : seconds,
            s ->
                line(
                    "%-10s %10d %7s %7d %5d %8.2f %10.3f %6.0f G/s %8.1f %%",
                    s.model(),
                    s.parameters(),
                    s.side() + "x" + s.side(),
                    s.symbols(),
                    s.batch(),
                    s.stepsPerSecond(),
                    s.gigaflopPerStep(),
                    s.matmulGigaflops(),
                    100 * s.share()));
    JsonArray array = new JsonArray();
    for (Speed speed : speeds) {
      JsonObject object = new JsonObject();
      object.addProperty("model", speed.model());
      object.addProperty("parameters", speed.parameters());
      object.addProperty("side", speed.side());
      object.addProperty("symbols", speed.symbols());
      object.addProperty("batch", speed.batch());
      object.addProperty("steps_per_second", speed.stepsPerSecond());
      object.addProperty("gigaflop_per_step", speed.gigaflopPerStep());
      object.addProperty("matmul_gigaflops", speed.matmulGigaflops());
      object.addProperty("share_of_matmul", speed.share());
      array.add(object);
    }
    return array;
  }

  private JsonArray memory(Compute compute) {
    line("%-6s %6s %13s", "phase", "done", "resident");
    List<Memory> samples =
        Benchmark.memory(
            compute,
            memory.steps.steps().orElse(DEFAULT_STEPS),
            memory.tasks == null ? DEFAULT_TASKS : memory.tasks,
            m -> line("%-6s %6d %9.1f MiB", m.phase(), m.done(), m.residentBytes() / MIB));
    if (samples.isEmpty()) {
      System.err.println("this operating system does not tell the memory of a process");
    }
    JsonArray array = new JsonArray();
    for (Memory sample : samples) {
      JsonObject object = new JsonObject();
      object.addProperty("phase", sample.phase());
      object.addProperty("done", sample.done());
      object.addProperty("resident_bytes", sample.residentBytes());
      array.add(object);
    }
    return array;
  }

  /** A line of the table, as soon as it is known; none where JSON is wanted. */
  private void line(String format, Object... values) {
    if (!json) {
      System.out.println(String.format(Locale.ROOT, format, values));
    }
  }
}
