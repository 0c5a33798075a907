package io.github.archrm.tasks.io;

import io.github.archrm.tasks.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Tasks that come with the program, each with its solution: invented for it, small, and ordered
 * from the simplest rule to the hardest.
 */
public final class SampleTasks {
  private static final List<String> IDS =
      List.of(
          "sample-01-recolour",
          "sample-02-mirror",
          "sample-03-rotate",
          "sample-04-upscale",
          "sample-05-swap",
          "sample-06-gravity",
          "sample-07-line",
          "sample-08-outline",
          "sample-09-pattern",
          "sample-10-fill",
          "sample-11-denoise",
          "sample-12-count",
          "sample-13-crop",
          "sample-14-legend");

  private SampleTasks() {}

  /** The ids, the simplest first. */
  public static List<String> ids() {
    return IDS;
  }

  /** All of them, the simplest first. */
  public static List<Task> all() {
    return IDS.stream().map(SampleTasks::load).toList();
  }

  /** The sample task of that id, if there is one. */
  public static Optional<Task> task(String id) {
    return IDS.stream().filter(id::equals).map(SampleTasks::load).findFirst();
  }

  private static Task load(String id) {
    String name = "samples/" + id + ".json";
    try (InputStream in = SampleTasks.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return TaskDocument.read(name, id, in).tasks().get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
