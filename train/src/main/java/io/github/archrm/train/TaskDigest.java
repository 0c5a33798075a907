package io.github.archrm.train;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Tells tasks apart, and everything else that a saved work depends on. */
public final class TaskDigest {
  private TaskDigest() {}

  /**
   * SHA-256 of all that a solver sees of some tasks: kinds, demonstrations, test inputs.
   *
   * @param more what else is to be the same
   */
  public static String of(List<Task> tasks, String... more) {
    MessageDigest sha;
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    for (Task task : tasks) {
      update(sha, task.id());
      update(sha, task.kind().fullName());
      for (Example example : task.demonstrations()) {
        update(sha, example.input());
        update(sha, example.output());
      }
      task.testInputs().forEach(input -> update(sha, input));
    }
    for (String text : more) {
      update(sha, text);
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private static void update(MessageDigest sha, Grid grid) {
    update(sha, Arrays.deepToString(grid.toRows()));
  }

  private static void update(MessageDigest sha, String text) {
    sha.update((text + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
