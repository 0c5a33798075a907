package io.github.archrm.submit.run;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskProblem;
import io.github.archrm.tasks.TaskSet;
import io.github.archrm.tasks.io.GridJson;
import io.github.archrm.tasks.io.TaskFormatException;
import io.github.archrm.tasks.io.TaskReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tasks of a challenges file, and what a submission must have for the others in it: a task that
 * is not sound still wants its entries.
 *
 * @param tasks the sound tasks
 * @param testCounts how many test inputs each task has, sound or not, in the order of the file
 */
public record Challenges(List<Task> tasks, Map<String, Integer> testCounts) {
  /**
   * Reads what there is, and tells of the rest on stderr.
   *
   * @throws io.github.archrm.tasks.TaskFormatException if nothing can be read
   */
  public static Challenges read(Path file) {
    TaskSet set =
        Files.isRegularFile(file) ? readOrSalvage(file) : TaskSource.read(file, null, false);
    Map<String, Integer> counts = Files.isRegularFile(file) ? count(file) : new LinkedHashMap<>();
    set.problems().stream()
        .map(TaskProblem::taskId)
        .filter(id -> !id.isEmpty())
        .forEach(id -> counts.putIfAbsent(id, 1));
    set.tasks().forEach(task -> counts.put(task.id(), task.testInputs().size()));
    List<Task> tasks =
        set.tasks().stream()
            .filter(task -> task.kind().hasRules() || task.side() <= GridJson.MAX_SIDE)
            .toList();
    set.tasks().stream()
        .filter(task -> !tasks.contains(task))
        .forEach(
            task ->
                System.err.println(
                    new TaskProblem(
                        "left to the fallback",
                        task.id(),
                        "a grid of "
                            + task.side()
                            + " rows or columns, where a submission has at most "
                            + GridJson.MAX_SIDE)));
    return new Challenges(tasks, counts);
  }

  /** A task that breaks the JSON of its file costs only itself. */
  private static TaskSet readOrSalvage(Path file) {
    TaskFormatException unreadable = null;
    try {
      TaskSet set = TaskReader.read(file);
      if (set.problems().stream().noneMatch(problem -> problem.taskId().isEmpty())) {
        return TaskSource.tell(set);
      }
    } catch (TaskFormatException e) {
      unreadable = e;
    }
    TaskSet salvaged = TaskReader.salvage(file);
    if (!salvaged.tasks().isEmpty()) {
      return TaskSource.tell(salvaged);
    }
    if (unreadable != null) {
      throw unreadable;
    }
    return TaskSource.read(file, null, false);
  }

  /** Counts as far as the file is JSON; nothing, if it holds a single task or no text at all. */
  private static Map<String, Integer> count(Path file) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    boolean combined = false;
    try (JsonReader json = new JsonReader(Files.newBufferedReader(file))) {
      json.beginObject();
      while (json.hasNext()) {
        String id = json.nextName();
        combined |= json.peek() == JsonToken.BEGIN_OBJECT;
        counts.put(id, tests(json));
      }
    } catch (IOException | IllegalStateException e) {
      // What is wrong with the file was told when its tasks were read.
    }
    return combined ? counts : new LinkedHashMap<>();
  }

  private static int tests(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return 1;
    }
    int tests = 1;
    json.beginObject();
    while (json.hasNext()) {
      if (json.nextName().equals("test") && json.peek() == JsonToken.BEGIN_ARRAY) {
        tests = 0;
        json.beginArray();
        for (; json.hasNext(); tests++) {
          json.skipValue();
        }
        json.endArray();
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    return tests;
  }
}
