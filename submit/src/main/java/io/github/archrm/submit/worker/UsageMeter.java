package io.github.archrm.submit.worker;

import io.github.archrm.submit.cost.Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a process uses from now on, as the kernel tells it. Memory is Linux's: elsewhere its peak is
 * not known.
 */
final class UsageMeter {
  /** Written there, the kernel forgets the peak of a process's memory; see proc(5). */
  private static final String FORGET_PEAK = "5";

  private static final String PEAK = "VmHWM:";

  private final ProcessHandle process;
  private final String device;
  private final double gpuShare;
  private final long start = System.nanoTime();
  private final double processorSeconds;

  /**
   * @param device that the process computes on
   * @param gpuShare of the GPU, if that is one, 0-1
   */
  UsageMeter(ProcessHandle process, String device, double gpuShare) {
    this.process = process;
    this.device = device;
    this.gpuShare = device.startsWith("gpu") ? gpuShare : 0;
    this.processorSeconds = processorSeconds();
    try {
      Files.writeString(file("clear_refs"), FORGET_PEAK);
    } catch (IOException | UnsupportedOperationException e) {
      // Then the peak is that since the process began.
    }
  }

  /** What was used since this meter was made; of a process that is gone, time only. */
  Cost read() {
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Cost(
        device, seconds, seconds * gpuShare, processorSeconds() - processorSeconds, peakBytes());
  }

  private double processorSeconds() {
    return process
        .info()
        .totalCpuDuration()
        .map(Duration::toNanos)
        .map(nanos -> nanos / 1e9)
        .orElse(Double.NaN);
  }

  private long peakBytes() {
    try {
      List<String> lines = Files.readAllLines(file("status"));
      return lines.stream()
          .filter(line -> line.startsWith(PEAK))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kibibytes -> Long.parseLong(kibibytes) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private Path file(String name) {
    return Path.of("/proc", Long.toString(process.pid()), name);
  }
}
