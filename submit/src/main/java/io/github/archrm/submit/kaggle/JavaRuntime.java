package io.github.archrm.submit.kaggle;

import io.github.archrm.submit.runtime.UserMistake;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** Makes a Java runtime that has the modules of arc-hrm and no more. */
final class JavaRuntime {
  private static final List<String> MODULES =
      List.of(
          "java.base",
          // BufferedImage and ImageIO, which draw grids as PNG.
          "java.desktop",
          // JNA logs with it.
          "java.logging",
          // DJL's engine looks at the memory of the virtual machine.
          "java.management",
          // How much memory the machine or the container has, for all workers.
          "jdk.management",
          // sun.misc.Unsafe: Gson makes objects with it, by reflection.
          "jdk.unsupported");

  private JavaRuntime() {}

  /**
   * Makes it of the JDK that runs this, in a new folder.
   *
   * @throws UserMistake if this Java cannot: if it is no JDK, or one without its jmods
   */
  static void link(Path folder) {
    String java = System.getProperty("java.home");
    ToolProvider jlink =
        ToolProvider.findFirst("jlink")
            .orElseThrow(
                () ->
                    new UserMistake(
                        java + ": has no jlink; start arc-hrm with a JDK, set JAVA_HOME to it"));
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    int exit =
        jlink.run(
            writer,
            writer,
            "--add-modules",
            String.join(",", MODULES),
            "--strip-java-debug-attributes",
            "--no-header-files",
            "--no-man-pages",
            "--output",
            folder.toString());
    if (exit != 0) {
      String reason = said.toString().strip().replaceAll("\\s*\\R\\s*", " ");
      throw new UserMistake(java + ": jlink cannot make a Java runtime of it: " + reason);
    }
  }
}
