package io.github.archrm.train.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The physical memory of this process, heap and tensors together. */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ResidentMemory() {}

  /** At this moment, in bytes; empty where the operating system is not Linux. */
  static OptionalLong now() {
    return field("VmRSS:");
  }

  /** The most so far, in bytes; empty where the operating system is not Linux. */
  static OptionalLong peak() {
    return field("VmHWM:");
  }

  private static OptionalLong field(String name) {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
