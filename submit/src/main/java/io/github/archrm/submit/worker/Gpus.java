package io.github.archrm.submit.worker;

import io.github.archrm.train.file.NativeLibraries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * The GPUs that workers can use, counted without the native library, which the parent never loads.
 */
public final class Gpus {
  /** Names the GPUs that CUDA shows a process. */
  public static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

  /** How CUDA numbers them; left alone by speed, while nvidia-smi goes by their slots. */
  private static final String ORDER = "CUDA_DEVICE_ORDER";

  private static final String BY_SLOT = "PCI_BUS_ID";

  private static final List<String> QUERY =
      List.of("nvidia-smi", "--query-gpu=index,uuid,memory.free", "--format=csv,noheader,nounits");

  private static final long MIB = 1 << 20;
  private static final long PATIENCE_SECONDS = 20;

  private Gpus() {}

  /** None if the libtorch in use is one for CPUs. */
  public static List<Gpu> ofThisMachine() {
    return NativeLibraries.forCuda()
        ? visible(System.getenv(), told(), Path.of("/dev"))
        : List.of();
  }

  /**
   * @param told by nvidia-smi, a line for each: number, UUID and free MiB
   * @param devices where the kernel lists them, as nvidia0 and so on
   */
  public static List<Gpu> visible(
      Map<String, String> environment, List<String> told, Path devices) {
    String named = environment.get(VISIBLE);
    if (named != null) {
      // CUDA ignores what follows the first name that is none.
      return Arrays.stream(named.split(","))
          .map(String::strip)
          .takeWhile(name -> !name.isEmpty() && !name.equals("-1"))
          .map(name -> new Gpu(name, free(name, told)))
          .toList();
    }
    List<Gpu> all = new ArrayList<>();
    int count = Math.max(told.size(), listed(devices));
    for (int i = 0; i < count; i++) {
      String name = Integer.toString(i);
      all.add(new Gpu(name, free(name, told)));
    }
    return all;
  }

  private static OptionalLong free(String name, List<String> told) {
    for (String line : told) {
      String[] parts = line.split("\\s*,\\s*");
      boolean meant = parts[0].equals(name) || name.startsWith("GPU-") && parts[1].startsWith(name);
      if (meant && parts[2].matches("\\d+")) {
        return OptionalLong.of(Long.parseLong(parts[2]) * MIB);
      }
    }
    return OptionalLong.empty();
  }

  /** What a worker must find in its environment to see one GPU alone. */
  static Map<String, String> environment(Gpu gpu, Map<String, String> own) {
    return own.containsKey(VISIBLE) || own.containsKey(ORDER)
        ? Map.of(VISIBLE, gpu.name())
        : Map.of(VISIBLE, gpu.name(), ORDER, BY_SLOT);
  }

  /** What nvidia-smi tells; nothing if there is no such program, or it finds no driver. */
  private static List<String> told() {
    try {
      Process process =
          new ProcessBuilder(QUERY).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return List.of();
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return output.lines().filter(line -> line.matches("\\d+,[^,]+,[^,]+")).toList();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
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
