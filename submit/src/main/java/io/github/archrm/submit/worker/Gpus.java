package io.github.archrm.submit.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * The GPUs that workers can use, counted without the native library, which the parent never loads.
 */
public final class Gpus {
  /** Names the GPUs that CUDA shows a process. */
  public static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

  private static final long PATIENCE_SECONDS = 20;

  private Gpus() {}

  /** Their names as {@link #VISIBLE} has them; none if the libtorch in use is one for CPUs. */
  public static List<String> ofThisMachine() {
    return visible(System.getenv(), Path.of("/dev"));
  }

  /**
   * @param devices where the kernel lists the GPUs, as nvidia0 and so on
   */
  public static List<String> visible(Map<String, String> environment, Path devices) {
    if (!environment.getOrDefault("PYTORCH_FLAVOR", "cpu").startsWith("cu")) {
      return List.of();
    }
    String named = environment.get(VISIBLE);
    if (named != null) {
      // CUDA ignores what follows the first name that is none.
      return Arrays.stream(named.split(","))
          .map(String::strip)
          .takeWhile(name -> !name.isEmpty() && !name.equals("-1"))
          .toList();
    }
    int count = Math.max(told(), listed(devices));
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  /** How many nvidia-smi tells of; 0 if there is no such program. */
  private static int told() {
    try {
      Process process =
          new ProcessBuilder("nvidia-smi", "-L")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return 0;
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return (int) output.lines().filter(line -> line.startsWith("GPU ")).count();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static int listed(Path devices) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(devices, "nvidia[0-9]*")) {
      files.forEach(found::add);
    } catch (IOException e) {
      return 0;
    }
    return found.size();
  }
}
