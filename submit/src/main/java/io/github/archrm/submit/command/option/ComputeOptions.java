package io.github.archrm.submit.command.option;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** On what a process computes. */
public final class ComputeOptions {
  @Option(
      names = "--device",
      paramLabel = "DEVICE",
      converter = DeviceName.class,
      description =
          "auto, cpu or gpu:0, gpu:1 and so on (default ${DEFAULT-VALUE}: a GPU if there is one).")
  private String device = "auto";

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = PositiveNumber.class,
      description = "Threads of the native library in one process (default ${DEFAULT-VALUE}).")
  private int threads = 1;

  /** Without --threads, as many as the machine has cores: for a process that is alone on it. */
  public static ComputeOptions onAllCores() {
    ComputeOptions options = new ComputeOptions();
    options.threads = Runtime.getRuntime().availableProcessors();
    return options;
  }

  /** {@code auto}, {@code cpu} or {@code gpu:i}. */
  public String device() {
    return device;
  }

  public int threads() {
    return threads;
  }

  static final class DeviceName implements ITypeConverter<String> {
    private static final Pattern NAME = Pattern.compile("auto|cpu|gpu:\\d{1,4}");

    @Override
    public String convert(String text) {
      if (!NAME.matcher(text).matches()) {
        throw new TypeConversionException("must be auto, cpu or gpu:0, not " + text);
      }
      return text;
    }
  }
}
