package io.github.archrm.submit.command.option;

import io.github.archrm.submit.run.TaskSource;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskSet;
import io.github.archrm.tasks.io.SampleTasks;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The one task that a command is about: from a file, or a built-in sample. */
public final class ChosenTask {
  private static final int IDS_SHOWN = 5;
  private static final Path STANDARD_INPUT = Path.of("-");

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "A task file, or anything else that holds tasks; - reads it from the standard input"
              + " (default: built-in samples).")
  private Path source;

  @Option(names = "--task", paramLabel = "ID", description = "Which task, where there are several.")
  private String id;

  @Option(names = "--strict", description = "Stop at a task or a puzzle that is not sound.")
  private boolean strict;

  /**
   * @throws UserMistake if there is no such task, or no telling which one is meant
   */
  public Task read() {
    if (source == null) {
      String sample = id == null ? SampleTasks.ids().get(0) : id;
      return SampleTasks.task(sample)
          .orElseThrow(
              () -> new UserMistake("no sample task " + sample + among(SampleTasks.ids())));
    }
    TaskSet set =
        source.equals(STANDARD_INPUT)
            ? TaskSource.read(System.in, strict)
            : TaskSource.read(source, null, strict);
    List<String> ids = set.tasks().stream().map(Task::id).toList();
    if (id != null) {
      return set.task(id)
          .orElseThrow(() -> new UserMistake(source + ": no task " + id + among(ids)));
    }
    if (ids.isEmpty()) {
      throw new UserMistake(source + ": no sound task in it");
    }
    if (ids.size() > 1) {
      throw new UserMistake(source + ": " + ids.size() + " tasks, choose by --task" + among(ids));
    }
    return set.tasks().get(0);
  }

  /** Where the task is from; null for the built-in samples. */
  public Path source() {
    return source;
  }

  private static String among(List<String> ids) {
    return ids.stream().limit(IDS_SHOWN).collect(Collectors.joining(", ", " (there are ", ""))
        + (ids.size() > IDS_SHOWN ? ", ...)" : ")");
  }
}
