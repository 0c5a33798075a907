package io.github.archrm.tasks.io;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.TaskProblem;
import io.github.archrm.tasks.TaskSet;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tasks of a challenges file that is not JSON as a whole: each begins where an id is followed
 * by an object with a task's first field, wherever the one before broke off.
 */
final class Salvage {
  private static final Pattern BEGIN =
      Pattern.compile(
          "\"([^\"\\\\/\\p{Cntrl}]{1,100})\"\\s*:\\s*(?=\\{\\s*\"(?:train|test|kind)\"\\s*:)");

  private Salvage() {}

  static TaskSet of(String source, String text) {
    List<Task> tasks = new ArrayList<>();
    List<TaskProblem> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Matcher begin = BEGIN.matcher(text);
    while (begin.find()) {
      String id = begin.group(1);
      if (seen.add(id)) {
        try {
          TaskFields fields = TaskFields.read(value(text, begin.end()));
          fields
              .problem()
              .ifPresentOrElse(
                  problem -> problems.add(new TaskProblem(source, id, problem)),
                  () -> tasks.add(fields.task(id)));
        } catch (IOException e) {
          problems.add(new TaskProblem(source, id, "not valid JSON"));
        }
      }
    }
    return new TaskSet(tasks, problems);
  }

  /** A reader of the value that begins at some place. */
  private static JsonReader value(String text, int place) throws IOException {
    StringReader rest = new StringReader(text);
    rest.skip(place);
    JsonReader json = new JsonReader(rest);
    json.setStrictness(Strictness.STRICT);
    return json;
  }
}
