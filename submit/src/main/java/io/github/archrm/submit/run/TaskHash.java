package io.github.archrm.submit.run;

import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What tells one set of tasks from another: a hash of everything that a solver sees of them. */
final class TaskHash {
  private TaskHash() {}

  /**
   * @param more of what matters beside the tasks, as text
   */
  static String of(String more, List<Task> tasks) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    StringBuilder text = new StringBuilder(more);
    for (Task task : tasks) {
      text.append(task.id()).append(task.kind().name());
      for (Example example : task.demonstrations()) {
        text.append(rows(example.input())).append(rows(example.output()));
      }
      task.testInputs().forEach(input -> text.append(rows(input)));
    }
    return HexFormat.of()
        .formatHex(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String rows(Grid grid) {
    return Arrays.deepToString(grid.toRows());
  }
}
