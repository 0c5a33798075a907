package io.github.archrm.submit.worker;

import io.github.archrm.submit.runtime.Application;
import io.github.archrm.submit.runtime.Debug;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a worker process is started.
 *
 * @param command the command line
 * @param environment variables set on top of the parent's
 * @param gpuShare of the GPU that it computes on, as it shares it evenly with others, 0-1
 */
public record WorkerSetup(List<String> command, Map<String, String> environment, double gpuShare) {
  /** Option of a process of {@code train} that ends when its standard input does. */
  public static final String TIED = "--tied";

  public WorkerSetup {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** The parent's, whatever it was given; tensors live outside the heap. */
  private static String heap() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-Xmx"))
        .reduce((first, last) -> last)
        .orElse("-Xmx1g");
  }

  /** The same on a part of a GPU. */
  public WorkerSetup sharing(double part) {
    return new WorkerSetup(command, environment, part);
  }

  /** The same seeing one GPU alone. */
  public WorkerSetup seeing(Gpu gpu) {
    Map<String, String> more = new HashMap<>(environment);
    more.putAll(Gpus.environment(gpu, System.getenv()));
    return new WorkerSetup(command, more, gpuShare);
  }

  /**
   * A worker with the parent's own Java, class path and limit of memory.
   *
   * @param device {@code auto}, {@code cpu} or {@code gpu:i}
   * @param threads of the native library
   */
  public static WorkerSetup ofThisApplication(String device, int threads) {
    return starting(
        threads, List.of("worker", "--device", device, "--threads", Integer.toString(threads)));
  }

  /**
   * A process of {@code bench} that measures a part.
   *
   * @param threads of the native library
   * @param seconds of the measurement
   * @param part the option that says which
   */
  public static WorkerSetup measuring(
      String device, int threads, double seconds, String part, String value) {
    return starting(
        threads,
        List.of(
            "bench",
            "--device",
            device,
            "--threads",
            Integer.toString(threads),
            "--seconds",
            Double.toString(seconds),
            part,
            value));
  }

  /**
   * A process of {@code train} that ends with this one, however that ends.
   *
   * @param threads of the native library
   * @param options all others
   */
  public static WorkerSetup training(String device, int threads, List<String> options) {
    List<String> arguments = new ArrayList<>(List.of("train", TIED));
    arguments.addAll(options);
    arguments.addAll(List.of("--device", device, "--threads", Integer.toString(threads)));
    return starting(threads, arguments);
  }

  private static WorkerSetup starting(int threads, List<String> arguments) {
    String temporary = System.getProperty("java.io.tmpdir");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap(),
                "-XX:+UseSerialGC",
                "-XX:ErrorFile=" + Path.of(temporary, "arc-hrm-worker-%p.log"),
                "-Dai.djl.offline=true",
                "-cp",
                System.getProperty("java.class.path"),
                Application.MAIN));
    command.addAll(arguments);
    Map<String, String> environment = new HashMap<>();
    environment.put("OMP_NUM_THREADS", Integer.toString(threads));
    // Keeps freed tensors in the process instead of returning them to the kernel at every step.
    for (String limit : List.of("TRIM_THRESHOLD", "MMAP_THRESHOLD", "TOP_PAD")) {
      environment.put("MALLOC_" + limit + "_", Integer.toString(32 << 20));
    }
    if (Debug.on()) {
      environment.put(Debug.VARIABLE, "1");
    }
    return new WorkerSetup(command, environment, 1);
  }
}
