package io.github.archrm.submit.worker;

import io.github.archrm.submit.runtime.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Training steps per second of several processes that share a device.
 *
 * <p>Each says {@link #READY} when it is warm, begins at a line of its input, all at the same time,
 * says how fast it was, and ends with its input.
 *
 * @param side height and width of the canvas
 * @param workers processes at the same time
 * @param stepsPerSecond of all of them together
 * @param bytes of the device's memory in use meanwhile, by whomever; empty if nobody tells
 */
public record SharedRate(int side, int workers, double stepsPerSecond, OptionalLong bytes) {
  /** What a process says when it can begin. */
  public static final String READY = "ready";

  /**
   * Measures.
   *
   * @param memory asked after the last step, while all processes still live
   * @throws Failure if one of them does not come to its end
   */
  public static SharedRate measure(
      String device, int side, int workers, double seconds, Supplier<OptionalLong> memory)
      throws IOException {
    WorkerSetup setup =
        WorkerSetup.measuring(device, 1, seconds, "--shared", Integer.toString(side));
    ProcessBuilder builder =
        new ProcessBuilder(setup.command()).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(setup.environment());
    List<Process> processes = new ArrayList<>();
    try {
      for (int i = 0; i < workers; i++) {
        processes.add(builder.start());
      }
      List<BufferedReader> said = new ArrayList<>();
      for (Process process : processes) {
        said.add(process.inputReader(StandardCharsets.UTF_8));
      }
      for (BufferedReader one : said) {
        if (!READY.equals(one.readLine())) {
          throw new Failure("bench: one of %d processes on %s died".formatted(workers, device));
        }
      }
      for (Process process : processes) {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
      }
      double all = 0;
      for (BufferedReader one : said) {
        String rate = one.readLine();
        if (rate == null) {
          throw new Failure("bench: one of %d processes on %s died".formatted(workers, device));
        }
        all += Double.parseDouble(rate);
      }
      return new SharedRate(side, workers, all, memory.get());
    } finally {
      processes.forEach(Process::destroyForcibly);
    }
  }
}
