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
import java.util.Optional;
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
          "(\"(?:[^\"\\\\\\p{Cntrl}]|\\\\.)++\")\\s*:\\s*(?=\\{\\s*\"(?:train|test|kind)\"\\s*:)");

  private Salvage() {}

  static TaskSet of(String source, String text) {
    List<Task> tasks = new ArrayList<>();
    List<TaskProblem> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Matcher begin = BEGIN.matcher(text);
    for (int from = 0; begin.find(from); ) {
      from = begin.end();
      String id;
      try {
        id = value(begin.group(1), 0).nextString();
      } catch (IOException e) {
        continue;
      }
      try {
        TaskFields fields = TaskFields.read(value(text, begin.end()));
        from = end(text, begin.end());
        if (!seen.add(id)) {
          continue;
        }
        Optional<String> problem =
            TaskDocument.usable(id) ? fields.problem() : Optional.of(TaskDocument.UNUSABLE_ID);
        if (problem.isPresent()) {
          problems.add(new TaskProblem(source, id, problem.get(), fields.tests()));
        } else {
          tasks.add(fields.task(id));
        }
      } catch (IOException e) {
        if (seen.add(id)) {
          problems.add(new TaskProblem(source, id, "not valid JSON"));
        }
      }
    }
    return new TaskSet(tasks, problems);
  }

  /** Where a sound object ends, so that nothing within it is taken for another task. */
  private static int end(String text, int place) {
    int depth = 0;
    boolean quoted = false;
    for (int i = place; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '{') {
        depth++;
      } else if (!quoted && c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
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
