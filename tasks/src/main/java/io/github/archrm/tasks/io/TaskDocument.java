package io.github.archrm.tasks.io;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one JSON file holds: the fields of a single task; tasks by their id as in Kaggle's
 * challenges; a list of tasks; a list of pairs as in RE-ARC, of which the last becomes the test; or
 * any of these on each line of a {@code .jsonl}.
 *
 * <p>They are told apart by their content: in a task {@code train} and {@code test} are lists; in a
 * combined file every value is an object, but that a {@code kind} before them is that of all which
 * name none. Tasks of a list have the id that they tell ({@code id}, {@code task_id}, {@code
 * task_name} or {@code name}), or the file's with their number. A file that breaks off keeps the
 * tasks before the break.
 */
final class TaskDocument {
  /** Beyond so many problems in one file the rest are only counted. */
  static final int MAX_PROBLEMS = 1000;

  /** Bytes in UTF-8: a file's name has at most 255, with its ending. */
  private static final int MAX_ID = 240;

  static final String UNUSABLE_ID =
      "an id has 1-" + MAX_ID + " bytes, no slash and no control character";

  private final String source;
  private final List<Task> tasks = new ArrayList<>();
  private final List<TaskProblem> problems = new ArrayList<>();
  private int unlisted;

  private TaskDocument(String source) {
    this.source = source;
  }

  /**
   * Reads a file to its end; whatever is wrong becomes a problem.
   *
   * @param source how problems name the file
   * @param id of the task, if the file holds a single one
   */
  static TaskDocument read(String source, String id, InputStream in) {
    TaskDocument document = new TaskDocument(source);
    try {
      if (isLines(source)) {
        document.readLines(id, in);
      } else {
        document.read(id, StrictJson.reader(in), false);
      }
    } catch (IOException e) {
      document.problem("", StrictJson.message(e));
    }
    if (document.unlisted > 0) {
      document.problems.add(
          new TaskProblem(source, "", document.unlisted + " more problems are not listed"));
    }
    return document;
  }

  /** What text with puzzles holds: one task, or the problems that keep it from being one. */
  static TaskDocument of(String source, PuzzleSet puzzles) {
    TaskDocument document = new TaskDocument(source);
    document.problems.addAll(puzzles.problems());
    puzzles.task().ifPresent(document.tasks::add);
    return document;
  }

  String source() {
    return source;
  }

  List<Task> tasks() {
    return tasks;
  }

  List<TaskProblem> problems() {
    return problems;
  }

  /** Whether a file, by its name, has a value on each line. */
  static boolean isLines(String source) {
    String name = TaskTree.unpackedName(source).toLowerCase(Locale.ROOT);
    return name.endsWith(".jsonl") || name.endsWith(".ndjson");
  }

  private void readLines(String id, InputStream in) throws IOException {
    String complaint = "larger than " + (StrictJson.MAX_BYTES >> 20) + " MiB";
    BufferedReader lines =
        new BufferedReader(
            Text.strict(new BoundedInputStream(in, StrictJson.MAX_BYTES, complaint)));
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      TaskDocument one = new TaskDocument(source);
      try {
        JsonReader json = new JsonReader(new StringReader(line));
        json.setStrictness(Strictness.STRICT);
        one.read(id + "-" + number, json, true);
      } catch (IOException e) {
        one.problem("", StrictJson.message(e).replace(" at line 1, ", " at "));
      }
      tasks.addAll(one.tasks);
      unlisted += one.unlisted;
      for (TaskProblem problem : one.problems) {
        problem(problem.taskId(), "line " + number + ": " + problem.message(), problem.tests());
      }
    }
    if (tasks.isEmpty() && problems.isEmpty()) {
      throw new IOException("no tasks in it");
    }
  }

  private void readList(String id, JsonReader json) throws IOException {
    TaskFields pairs = new TaskFields();
    json.beginArray();
    int number = 0;
    while (json.hasNext()) {
      number++;
      if (json.peek() == JsonToken.BEGIN_OBJECT) {
        TaskFields fields = TaskFields.read(json);
        if (fields.isPair()) {
          pairs.pair(fields, number);
        } else {
          add(fields.id().orElse(id + "-" + number), fields);
        }
      } else if (number == 1) {
        String found = StrictJson.name(json.peek());
        json.skipValue();
        throw new IOException("a list of which the first is " + found + " where a task belongs");
      } else {
        problem(id + "-" + number, StrictJson.name(json.peek()) + " where a task belongs");
        json.skipValue();
      }
    }
    json.endArray();
    StrictJson.end(json);
    if (pairs.found()) {
      add(id, pairs);
    } else if (number == 0) {
      throw new IOException("an empty list where tasks belong");
    }
  }

  /**
   * @param ownId whether a single task has the id that it tells, not that of its file
   */
  private void read(String id, JsonReader json, boolean ownId) throws IOException {
    if (json.peek() == JsonToken.BEGIN_ARRAY) {
      readList(id, json);
      return;
    }
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      String found = StrictJson.name(json.peek());
      json.skipValue();
      throw new IOException(found + " where a task or an object of tasks belongs");
    }
    TaskFields single = new TaskFields();
    boolean combined = false;
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      JsonToken value = json.peek();
      if (value == JsonToken.BEGIN_OBJECT) {
        TaskFields fields = TaskFields.read(json);
        if (TaskFields.NAMES.contains(name) && !fields.found()) {
          single.object(name);
        } else {
          combined = true;
          fields.kindUnlessNamed(single);
          add(name, fields);
        }
      } else if (TaskFields.NAMES.contains(name)
          || value == JsonToken.STRING
          || value == JsonToken.NUMBER) {
        single.field(name, json);
        if (name.equals("kind") && combined) {
          problem("", "kind: it belongs before the tasks, or into each of them");
        }
        if (!TaskFields.NAMES.contains(name)) {
          problem(name, StrictJson.name(value) + " where a task belongs");
        }
      } else {
        problem(name, StrictJson.name(value) + " where a task belongs");
        json.skipValue();
      }
    }
    json.endObject();
    StrictJson.end(json);
    List<Task> beside = List.copyOf(tasks);
    if (single.found() || !combined) {
      tasks.clear();
      problems.clear();
      unlisted = 0;
    }
    if (single.found()) {
      add(ownId ? single.id().orElse(id) : id, single);
      beside.forEach(task -> problem(task.id(), "a task beside train and test is not read"));
    } else if (!combined) {
      throw new IOException("neither a task nor an object of tasks");
    }
  }

  private void add(String id, TaskFields fields) {
    if (!usable(id)) {
      problem(id, UNUSABLE_ID, fields.tests());
    } else if (fields.problem().isPresent()) {
      problem(id, fields.problem().get(), fields.tests());
    } else {
      tasks.add(fields.task(id));
    }
  }

  /** Ids become names of files: what could leave a folder or garble a line is refused. */
  static boolean usable(String id) {
    return !id.isBlank()
        && id.getBytes(StandardCharsets.UTF_8).length <= MAX_ID
        && !id.equals(".")
        && !id.equals("..")
        && id.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
  }

  private void problem(String id, String message) {
    problem(id, message, 1);
  }

  private void problem(String id, String message, int tests) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new TaskProblem(source, id, message, tests));
    } else {
      unlisted++;
    }
  }
}
