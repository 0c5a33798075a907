package io.github.archrm.submit.command.option;

import com.google.gson.JsonObject;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskSet;
import io.github.archrm.tasks.io.Text;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which tasks of a data set are meant. */
public final class SelectionOptions {
  @Option(
      names = "--ids",
      paramLabel = "ID[,ID...]|FILE",
      description =
          "Only these tasks, separated by commas; an id with a comma stands alone. Or those that a"
              + " file names, one a line.")
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
   * @throws UserMistake if an id is not there, none is given, a file of them cannot be read, or
   *     nothing is left
   */
  public List<Task> of(TaskSet set, Path source) {
    Set<String> ids = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    for (String one : given) {
      boolean file = set.task(one).isEmpty() && holdsIds(Path.of(one));
      for (String id : file ? idsIn(Path.of(one), set) : ids(one, set)) {
        ids.add(id);
        if (set.task(id).isEmpty()) {
          unknown.add(file ? id + " (of " + one + ")" : id);
        }
      }
    }
    if (ids.isEmpty() && !given.isEmpty()) {
      throw new UserMistake("--ids: no ids in it");
    }
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

  /** A file, or a pipe: what a shell makes of {@code <(...)}. */
  private static boolean holdsIds(Path path) {
    return Files.exists(path) && !Files.isDirectory(path);
  }

  private static List<String> ids(String text, TaskSet set) {
    return set.task(text).isPresent() ? List.of(text) : List.of(text.split(","));
  }

  private static List<String> idsIn(Path file, TaskSet set) {
    List<String> ids;
    // A channel's stream cannot tell how much a pipe has.
    try (BufferedReader in = new BufferedReader(Text.strict(new FileInputStream(file.toFile())))) {
      List<String> lines = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
      }
      ids =
          lines.stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .flatMap(line -> ids(line, set).stream())
              .map(String::strip)
              .toList();
    } catch (CharacterCodingException e) {
      throw new UserMistake("--ids: " + file + ": not text in UTF-8");
    } catch (IOException e) {
      throw new UserMistake("--ids: " + file + ": " + UserMistake.reason(e));
    }
    if (ids.isEmpty()) {
      throw new UserMistake("--ids: " + file + ": no ids in it");
    }
    return ids;
  }

  public void addTo(JsonObject json) {
    json.addProperty("ids", given.isEmpty() ? null : String.join(",", given));
    json.addProperty("max_side", maxSide);
    json.addProperty("limit", limit);
  }
}
