package io.github.archrm.tasks.io;

import com.google.gson.JsonPrimitive;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.tasks.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes tasks as {@link TaskReader} reads them: a file for one task, or Kaggle's pair of a
 * challenges file and a solutions file. Every file is replaced as a whole ({@link AtomicFile}).
 */
public final class TaskWriter {
  private TaskWriter() {}

  /**
   * Writes one task with its solutions, if it has any; the id is not in the file but is to be its
   * name.
   */
  public static void writeTask(Path file, Task task) throws IOException {
    AtomicFile.write(file, taskJson(task) + "\n");
  }

  /** Writes Kaggle's challenges file: all tasks by id, without solutions. */
  public static void writeChallenges(Path file, List<Task> tasks) throws IOException {
    AtomicFile.write(file, byId(tasks, task -> taskJson(task.withoutSolutions())));
  }

  /** Writes Kaggle's solutions file: the solutions by id of the tasks that have them. */
  public static void writeSolutions(Path file, List<Task> tasks) throws IOException {
    List<Task> solved = tasks.stream().filter(task -> !task.solutions().isEmpty()).toList();
    AtomicFile.write(file, byId(solved, task -> list(task.solutions(), GridJson::write)));
  }

  /** One task as JSON, one example a line, and its kind if it needs to be named. */
  public static String taskJson(Task task) {
    List<String> tests =
        IntStream.range(0, task.testInputs().size()).mapToObj(i -> test(task, i)).toList();
    return "{"
        + kind(task)
        + "\"train\": [\n  "
        + String.join(",\n  ", task.demonstrations().stream().map(TaskWriter::example).toList())
        + "\n], \"test\": [\n  "
        + String.join(",\n  ", tests)
        + "\n]}";
  }

  /** The short name, where it says as much as the full one. */
  private static String kind(Task task) {
    Kind kind = task.kind();
    if (kind.equals(Kinds.unnamed())) {
      return "";
    }
    boolean usual = Kinds.named(kind.name(), task.side()).filter(kind::equals).isPresent();
    return "\"kind\": \"" + (usual ? kind.name() : kind.fullName()) + "\", ";
  }

  private static String test(Task task, int index) {
    Grid input = task.testInputs().get(index);
    return task.solution(index)
        .map(solution -> example(new Example(input, solution)))
        .orElseGet(() -> "{\"input\": " + GridJson.write(input) + "}");
  }

  private static String example(Example example) {
    return "{\"input\": "
        + GridJson.write(example.input())
        + ", \"output\": "
        + GridJson.write(example.output())
        + "}";
  }

  private static String byId(List<Task> tasks, Function<Task, String> value) {
    return tasks.stream()
        .map(task -> new JsonPrimitive(task.id()) + ": " + value.apply(task))
        .collect(Collectors.joining(",\n", "{", "}\n"));
  }

  private static <T> String list(List<T> items, Function<T, String> item) {
    return items.stream().map(item).collect(Collectors.joining(", ", "[", "]"));
  }
}
