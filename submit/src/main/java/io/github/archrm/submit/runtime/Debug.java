package io.github.archrm.submit.runtime;

/**
 * Whether stack traces and the log of the library are shown: {@code --verbose}, or {@code
 * ARC_HRM_DEBUG} is set.
 */
public final class Debug {
  public static final String VARIABLE = "ARC_HRM_DEBUG";

  private static volatile boolean on = System.getenv(VARIABLE) != null;

  private Debug() {}

  public static boolean on() {
    return on;
  }

  public static void switchOn() {
    on = true;
    setLogLevel();
  }

  /** Takes effect if nothing has been logged yet. */
  public static void setLogLevel() {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", on ? "info" : "warn");
    // Warns several times, in every process, where there is a CUDA library but no GPU.
    System.setProperty(
        "org.slf4j.simpleLogger.log.ai.djl.util.cuda.CudaUtils", on ? "info" : "error");
  }
}
