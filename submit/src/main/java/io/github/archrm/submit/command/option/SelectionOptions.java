package io.github.archrm.submit.command.option;

import com.google.gson.JsonObject;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskSet;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which tasks of a data set are meant. */
public final class SelectionOptions {
  @Option(
      names = "--ids",
      paramLabel = "ID",
      description = "Only these tasks, separated by commas; or once for each.")
  private List<String> ids = List.of();

  @Option(
      names = "--max-side",
      paramLabel = "N",
      converter = PositiveNumber.class,
      description = "Only tasks whose demonstrations and test inputs are at most NxN.")
  private Integer maxSide;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = PositiveNumber.class,
      description = "Only the first N of them.")
  private Integer limit;

  /**
   * The chosen tasks in their order.
   *
   * @param source named in messages
   * @throws UserMistake if an id is not there, or nothing is left
   */
  public List<Task> of(TaskSet set, Path source) {
    List<String> ids =
        this.ids.stream()
            .flatMap(id -> set.task(id).isPresent() ? Stream.of(id) : Stream.of(id.split(",")))
            .toList();
    for (String id : ids) {
      if (set.task(id).isEmpty()) {
        throw new UserMistake(source + ": no task " + id);
      }
    }
    List<Task> chosen =
        set.tasks().stream()
            .filter(task -> ids.isEmpty() || ids.contains(task.id()))
            .filter(task -> maxSide == null || task.side() <= maxSide)
            .limit(limit == null ? Long.MAX_VALUE : limit)
            .toList();
    if (chosen.isEmpty()) {
      throw new UserMistake(source + ": no task is left to solve");
    }
    return chosen;
  }

  public void addTo(JsonObject json) {
    json.addProperty("ids", ids.isEmpty() ? null : String.join(",", ids));
    json.addProperty("max_side", maxSide);
    json.addProperty("limit", limit);
  }
}
