package io.github.archrm.submit;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a worker process is started.
 *
 * @param command the command line
 * @param environment variables set on top of the parent's
 */
record WorkerSetup(List<String> command, Map<String, String> environment) {
  WorkerSetup {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** The same with one more variable. */
  WorkerSetup with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new WorkerSetup(command, more);
  }

  /** A worker with the parent's own Java and class path. */
  static WorkerSetup ofThisApplication(int threads) {
    String temporary = System.getProperty("java.io.tmpdir");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            // Tensors live outside the heap.
            "-Xmx1g",
            "-XX:+UseSerialGC",
            "-XX:ErrorFile=" + Path.of(temporary, "arc-hrm-worker-%p.log"),
            "-Dai.djl.offline=true",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "worker");
    Map<String, String> environment = new HashMap<>();
    environment.put("OMP_NUM_THREADS", Integer.toString(threads));
    // Keeps freed tensors in the process instead of returning them to the kernel at every step.
    for (String limit : List.of("TRIM_THRESHOLD", "MMAP_THRESHOLD", "TOP_PAD")) {
      environment.put("MALLOC_" + limit + "_", Integer.toString(32 << 20));
    }
    if (Debug.on()) {
      environment.put(Debug.VARIABLE, "1");
    }
    return new WorkerSetup(command, environment);
  }
}
