package io.github.archrm.train.bench;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import io.github.archrm.train.Compute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What something was measured on. Speeds of different ones say nothing about the program.
 *
 * @param processor its name, or its architecture where the operating system is not Linux
 * @param cores that this process may use
 * @param device {@code cpu} or {@code gpu:i}
 * @param threads of the native library
 * @param library its name and version
 */
public record Machine(String processor, int cores, String device, int threads, String library) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  public static Machine of(Compute compute) {
    return new Machine(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        compute.name(),
        JniUtils.getNumThreads(),
        "libtorch " + Engine.getEngine("PyTorch").getVersion());
  }

  private static String processorName() {
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElseGet(() -> System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  /**
   * Why speeds measured on another one cannot be compared with speeds of this one; empty if they
   * can. Another version of the library is no reason, since that is something to compare.
   */
  public Optional<String> unlike(Machine other) {
    if (!device.equals(other.device)) {
      return Optional.of("device " + other.device + ", not " + device);
    }
    if (threads != other.threads) {
      return Optional.of("--threads " + other.threads + ", not " + threads);
    }
    return processor.equals(other.processor) && cores == other.cores
        ? Optional.empty()
        : Optional.of("another machine (%s), not this one (%s)".formatted(other.cpu(), this.cpu()));
  }

  private String cpu() {
    return processor + " with " + cores + (cores == 1 ? " core" : " cores");
  }

  /** One line. */
  @Override
  public String toString() {
    return "%s on %s, %d intra-op threads; %s".formatted(library, device, threads, cpu());
  }
}
