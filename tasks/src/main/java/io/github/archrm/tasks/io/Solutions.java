package io.github.archrm.tasks.io;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.TaskProblem;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Kaggle's solutions file: for every task id the outputs of its test inputs.
 *
 * <p>Colours are 0-9 here; beside tasks their kind says which symbols there are.
 *
 * @param byId in the order of the file; a task whose outputs are not all sound is not among them
 * @param problems what could not be used
 */
public record Solutions(Map<String, List<Grid>> byId, List<TaskProblem> problems) {

  public Solutions {
    byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    problems = List.copyOf(problems);
  }

  /**
   * Reads a solutions file of ARC, packed or not.
   *
   * @throws TaskFormatException if there is no such file, or it is not JSON, or not of this form
   */
  public static Solutions read(Path file) {
    return read(file, false);
  }

  /**
   * As {@link #read(Path)}, with symbols 0-99; whether they are the right ones is left to the kind.
   */
  static Solutions readSymbols(Path file) {
    return read(file, true);
  }

  private static Solutions read(Path file, boolean symbols) {
    String source = TaskTree.fileName(file);
    try (InputStream in =
        PackedFiles.isPacked(file)
            ? new ByteArrayInputStream(unpacked(file))
            : new BufferedInputStream(Files.newInputStream(file))) {
      PackedFiles.refuseHidden(in);
      Solutions solutions = read(source, in, symbols);
      for (TaskProblem problem : solutions.problems) {
        if (problem.taskId().isEmpty() && solutions.byId.isEmpty()) {
          throw new TaskFormatException(problem.toString());
        }
      }
      return solutions;
    } catch (IOException e) {
      throw new TaskFormatException(TaskTree.unreadable(file, e));
    }
  }

  /** The file that is named solutions.json, where there are several. */
  private static byte[] unpacked(Path archive) {
    Map<String, byte[]> files = PackedFiles.read(archive, name -> name.endsWith(".json")).files();
    List<byte[]> named =
        files.entrySet().stream()
            .filter(entry -> files.size() == 1 || entry.getKey().endsWith("solutions.json"))
            .map(Map.Entry::getValue)
            .toList();
    if (named.size() != 1) {
      throw new TaskFormatException(
          archive
              + ": %d files are named solutions.json where one belongs".formatted(named.size()));
    }
    return named.get(0);
  }

  static Solutions readSymbols(String source, InputStream in) {
    return read(source, in, true);
  }

  private static Solutions read(String source, InputStream in, boolean symbols) {
    Map<String, List<Grid>> byId = new LinkedHashMap<>();
    List<TaskProblem> problems = new ArrayList<>();
    try {
      JsonReader json = StrictJson.reader(in);
      if (json.peek() != JsonToken.BEGIN_OBJECT) {
        throw new IOException(
            StrictJson.name(json.peek()) + " where an object of solutions belongs");
      }
      json.beginObject();
      while (json.hasNext()) {
        String id = json.nextName();
        List<String> wrong = new ArrayList<>();
        List<Grid> outputs = outputs(json, symbols, wrong);
        if (wrong.isEmpty() && byId.containsKey(id)) {
          wrong.add("given twice; the first is kept");
        }
        if (wrong.isEmpty()) {
          byId.put(id, outputs);
        } else if (problems.size() < TaskDocument.MAX_PROBLEMS) {
          problems.add(new TaskProblem(source, id, wrong.get(0)));
        }
      }
      json.endObject();
      StrictJson.end(json);
    } catch (IOException e) {
      problems.add(new TaskProblem(source, "", StrictJson.message(e)));
    }
    return new Solutions(byId, problems);
  }

  /** Takes one value from the stream; {@code wrong} gets what keeps it from being solutions. */
  private static List<Grid> outputs(JsonReader json, boolean symbols, List<String> wrong)
      throws IOException {
    List<Grid> outputs = new ArrayList<>();
    if (json.peek() != JsonToken.BEGIN_ARRAY) {
      wrong.add(StrictJson.name(json.peek()) + " where a list of grids belongs");
      json.skipValue();
      return outputs;
    }
    json.beginArray();
    for (int number = 1; json.hasNext(); number++) {
      String place = "solution " + number;
      Optional<Grid> grid =
          symbols
              ? GridJson.readSymbols(json, place, wrong::add)
              : GridJson.read(json, place, wrong::add);
      grid.ifPresent(outputs::add);
    }
    json.endArray();
    if (outputs.isEmpty() && wrong.isEmpty()) {
      wrong.add("no solutions");
    }
    return outputs;
  }
}
