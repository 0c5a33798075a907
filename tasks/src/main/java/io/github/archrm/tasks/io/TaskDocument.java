package io.github.archrm.tasks.io;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What one JSON file holds: either the fields of a single task, or tasks by their id as in Kaggle's
 * challenges.
 *
 * <p>The two are told apart by their content: in a task {@code train} and {@code test} are lists;
 * in a combined file every value is an object. A file that breaks off keeps the tasks before the
 * break.
 */
final class TaskDocument {
  /** Beyond so many problems in one file the rest are only counted. */
  static final int MAX_PROBLEMS = 1000;

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
      document.read(id, StrictJson.reader(in));
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

  private void read(String id, JsonReader json) throws IOException {
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
        combined = true;
        add(name, TaskFields.read(json));
      } else if (TaskFields.NAMES.contains(name)) {
        single.field(name, json);
      } else {
        problem(name, StrictJson.name(value) + " where a task belongs");
        json.skipValue();
      }
    }
    json.endObject();
    StrictJson.end(json);
    if (single.found() || !combined) {
      tasks.clear();
      problems.clear();
      unlisted = 0;
    }
    if (single.found()) {
      add(id, single);
    } else if (!combined) {
      throw new IOException("neither a task nor an object of tasks");
    }
  }

  private void add(String id, TaskFields fields) {
    if (!usable(id)) {
      problem(id, "an id has 1-100 characters, no slash and no control character");
    } else if (fields.problem().isPresent()) {
      problem(id, fields.problem().get());
    } else {
      tasks.add(fields.task(id));
    }
  }

  /** Ids become names of files: what could leave a folder or garble a line is refused. */
  private static boolean usable(String id) {
    return !id.isBlank()
        && id.length() <= 100
        && !id.equals(".")
        && !id.equals("..")
        && id.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
  }

  private void problem(String id, String message) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new TaskProblem(source, StrictJson.printable(id), message));
    } else {
      unlisted++;
    }
  }
}
