package io.github.archrm.submit;

/**
 * Whether stack traces and the log of the library are shown: {@code --verbose}, or {@code
 * ARC_HRM_DEBUG} is set.
 */
final class Debug {
  static final String VARIABLE = "ARC_HRM_DEBUG";

  private static volatile boolean on = System.getenv(VARIABLE) != null;

  private Debug() {}

  static boolean on() {
    return on;
  }

  static void switchOn() {
    on = true;
    setLogLevel();
  }

  /** Takes effect if nothing has been logged yet. */
  static void setLogLevel() {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", on ? "info" : "warn");
    // Warns several times, in every process, where there is a CUDA library but no GPU.
    System.setProperty(
        "org.slf4j.simpleLogger.log.ai.djl.util.cuda.CudaUtils", on ? "info" : "error");
  }
}
