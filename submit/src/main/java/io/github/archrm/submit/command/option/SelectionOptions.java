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
      paramLabel = "ID[,ID...]",
      description = "Only these tasks, separated by commas; an id with a comma stands alone.")
  private List<String> given = List.of();

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
        given.stream()
            .flatMap(one -> set.task(one).isPresent() ? Stream.of(one) : Stream.of(one.split(",")))
            .toList();
    List<String> unknown = ids.stream().filter(id -> set.task(id).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      throw new UserMistake(source + ": no task " + String.join(", ", unknown));
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
    json.addProperty("ids", given.isEmpty() ? null : String.join(",", given));
    json.addProperty("max_side", maxSide);
    json.addProperty("limit", limit);
  }
}
