package io.github.archrm.submit.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.runtime.Version;
import io.github.archrm.train.Compute;
import io.github.archrm.train.bench.Benchmark;
import io.github.archrm.train.bench.Benchmark.Memory;
import io.github.archrm.train.bench.Benchmark.Speed;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      defaultValue = "auto",
      description = "auto, cpu or gpu:0, gpu:1 and so on (default ${DEFAULT-VALUE}).")
  String device;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads of the native library (default ${DEFAULT-VALUE}).")
  int threads;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "5",
      description = "Seconds for each model and canvas (default ${DEFAULT-VALUE}).")
  double seconds;

  @Option(
      names = "--memory",
      description = "Measure memory instead, over --steps of one task, then --tasks.")
  boolean memory;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "2000",
      description = "With --memory: steps of one task (default ${DEFAULT-VALUE}).")
  int steps;

  @Option(
      names = "--tasks",
      paramLabel = "N",
      defaultValue = "50",
      description = "With --memory: tasks (default ${DEFAULT-VALUE}).")
  int tasks;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    check();
    Compute compute = start();
    System.err.println(compute);
    JsonObject result = new JsonObject();
    result.addProperty("version", Version.text());
    result.addProperty("compute", compute.toString());
    result.add(memory ? "memory" : "speed", memory ? memory(compute) : speed(compute));
    if (json) {
      System.out.println(new GsonBuilder().setPrettyPrinting().create().toJson(result));
    }
    return 0;
  }

  private void check() {
    UserMistake.requirePositive("--threads", threads);
    if (!(seconds > 0)) {
      throw new UserMistake("--seconds: must be above 0, not " + seconds);
    }
    UserMistake.requirePositive("--steps", steps);
    UserMistake.requirePositive("--tasks", tasks);
  }

  private Compute start() {
    try {
      return Compute.start(device, threads);
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--device: " + e.getMessage());
    }
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
            seconds,
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
            steps,
            tasks,
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
