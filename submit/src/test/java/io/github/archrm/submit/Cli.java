package io.github.archrm.submit;

import io.github.archrm.submit.runtime.Debug;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line as a user meets it: a process of its own, started in some folder. */
public final class Cli {
  private static final int PATIENCE_SECONDS = 120;

  private Cli() {}

  /** What a finished process left behind. */
  public record Result(int exit, String out, String err) {
    @Override
    public String toString() {
      return "exit " + exit + "\n--- stdout\n" + out + "--- stderr\n" + err;
    }
  }

  /** A process whose output goes to files. */
  public record Running(Process process, Path out, Path err) {
    public Result result() throws IOException, InterruptedException {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        process.waitFor();
      }
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    public String errSoFar() throws IOException {
      return Files.readString(err);
    }
  }

  public static Result run(Path folder, String... arguments)
      throws IOException, InterruptedException {
    return start(folder, arguments).result();
  }

  public static Running start(Path folder, String... arguments) throws IOException {
    return start(folder, List.of(), "512m", arguments);
  }

  /**
   * A process whose Java may use so much memory, such as 512m.
   *
   * @param before what stands before the command, and starts it
   */
  public static Running start(Path folder, List<String> before, String heap, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "stdout", ".txt");
    Path err = Files.createTempFile(folder, "stderr", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove(Debug.VARIABLE);
    return new Running(builder.start(), out, err);
  }
}
