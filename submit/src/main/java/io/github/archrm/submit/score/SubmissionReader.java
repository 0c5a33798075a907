package io.github.archrm.submit.score;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.submit.score.SubmissionFile.Entry;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.io.GridJson;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The forms in which attempts are handed in:
 *
 * <ul>
 *   <li>Kaggle's of 2024 and later: an object with a list for each task, of objects with {@code
 *       attempt_1} and {@code attempt_2}
 *   <li>Kaggle's of 2020: lines {@code taskid_test,|12|34| |0|}
 *   <li>ARCathon's: a list of objects with {@code task_name} and {@code test}
 *   <li>arc-agi-benchmarking's: a folder with a file for each task, whose attempts are objects with
 *       an {@code answer}
 *   <li>a results.json of ours
 * </ul>
 *
 * <p>The order of keys never matters, and what is not known is told and left out.
 */
final class SubmissionReader {
  private static final String CSV_HEADER = "output_id,output";
  private static final String JSON = ".json";

  private final Set<String> puzzles;
  private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private Optional<Set<String>> asked = Optional.empty();

  SubmissionReader(Set<String> puzzles) {
    this.puzzles = puzzles;
  }

  SubmissionFile read(Path file) {
    if (Files.isDirectory(file)) {
      folder(file);
    } else {
      String text = JsonText.of(file);
      if (text.stripLeading().startsWith(CSV_HEADER)) {
        csv(text);
      } else {
        json(file, text);
      }
    }
    return SubmissionFile.of(entries, asked, problems);
  }

  private JsonElement tree(Path file, String text) {
    return JsonText.tree(
        file, text, key -> problems.add(key + ": given more than once; the last one counts"));
  }

  private void json(Path file, String text) {
    JsonElement root = tree(file, text);
    if (root instanceof JsonObject object) {
      if (object.get("tasks") instanceof JsonArray tasks && areResults(tasks)) {
        results(file, object, tasks);
      } else {
        object.entrySet().forEach(entry -> task(entry.getKey(), entry.getValue()));
      }
    } else if (root instanceof JsonArray list && isArcathon(list)) {
      list.forEach(task -> arcathon(task.getAsJsonObject()));
    } else if (root instanceof JsonArray list && !list.isEmpty()) {
      task(stem(file), list);
    } else {
      throw new UserMistake(
          file + ": not a submission: no object with a list of attempts for each task");
    }
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(JSON) ? name.substring(0, name.length() - JSON.length()) : name;
  }

  /** A file for each task; what begins with a dot is the system's. */
  private void folder(Path folder) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + JSON)) {
      found.forEach(files::add);
    } catch (IOException e) {
      throw new UserMistake(folder + ": " + UserMistake.reason(e));
    }
    files.removeIf(file -> file.getFileName().toString().startsWith("."));
    if (files.isEmpty()) {
      throw new UserMistake(folder + ": no .json files in it");
    }
    files.sort(Comparator.naturalOrder());
    for (Path file : files) {
      if (tree(file, JsonText.of(file)) instanceof JsonArray list) {
        task(stem(file), list);
      } else {
        problems.add(file.getFileName() + ": no list of tests, left out");
      }
    }
  }

  private void task(String id, JsonElement value) {
    if (!(value instanceof JsonArray list)) {
      problems.add(id + ": no list of entries");
      return;
    }
    List<Entry> tests = new ArrayList<>();
    for (JsonElement element : list) {
      String place = id + ": entry " + (tests.size() + 1);
      if (element instanceof JsonObject object) {
        tests.add(
            new Entry(
                attempt(id, place, object, "attempt_1"), attempt(id, place, object, "attempt_2")));
      } else {
        problems.add(place + ": no object with attempt_1 and attempt_2");
        tests.add(Entry.NONE);
      }
    }
    entries.put(id, tests);
  }

  private Optional<Grid> attempt(String id, String place, JsonObject entry, String name) {
    JsonElement attempt = entry.get(name);
    if (attempt instanceof JsonObject object && object.has("answer")) {
      attempt = object.get("answer");
    }
    if (attempt == null) {
      problems.add(place + ": no " + name);
      return Optional.empty();
    }
    return grid(id, place + ", " + name, attempt);
  }

  private static boolean areResults(JsonArray tasks) {
    for (JsonElement task : tasks) {
      if (task instanceof JsonObject object && object.has("attempt_1")) {
        return false;
      }
    }
    return true;
  }

  private void results(Path file, JsonObject root, JsonArray tasks) {
    if (root.get("asked") instanceof JsonArray ids) {
      Set<String> names = new LinkedHashSet<>();
      ids.forEach(id -> text(id).ifPresent(names::add));
      asked = Optional.of(names);
    }
    for (JsonElement element : tasks) {
      Optional<String> id =
          element instanceof JsonObject task ? text(task.get("id")) : Optional.empty();
      if (id.isEmpty() || !(((JsonObject) element).get("tests") instanceof JsonArray tests)) {
        throw new UserMistake(file + ": a task without id or tests, so no results of arc-hrm");
      }
      List<Entry> read = new ArrayList<>();
      for (JsonElement test : tests) {
        String place = id.get() + ": test " + (read.size() + 1);
        read.add(
            test instanceof JsonObject object && object.get("attempts") instanceof JsonArray two
                ? new Entry(
                    grid(id.get(), place + ", attempt 1", two, 0),
                    grid(id.get(), place + ", attempt 2", two, 1))
                : Entry.NONE);
      }
      put(id.get(), read);
    }
  }

  private static boolean isArcathon(JsonArray list) {
    for (JsonElement task : list) {
      if (!(task instanceof JsonObject object)
          || text(object.get("task_name")).isEmpty()
          || !(object.get("test") instanceof JsonArray)) {
        return false;
      }
    }
    return !list.isEmpty();
  }

  private void arcathon(JsonObject task) {
    String id = text(task.get("task_name")).orElseThrow();
    Map<Integer, Entry> tests = new TreeMap<>();
    for (JsonElement element : task.getAsJsonArray("test")) {
      String place = id + ": output " + tests.size();
      JsonArray outputs = new JsonArray();
      if (element instanceof JsonObject test
          && test.get("predictions") instanceof JsonArray predictions) {
        for (JsonElement prediction : predictions) {
          outputs.add(prediction instanceof JsonObject object ? object.get("output") : prediction);
        }
      }
      Entry entry =
          new Entry(
              grid(id, place + ", prediction 0", outputs, 0),
              grid(id, place + ", prediction 1", outputs, 1));
      tests.put(index(element, tests.size()), entry);
    }
    put(id, List.copyOf(tests.values()));
  }

  private static int index(JsonElement test, int otherwise) {
    return test instanceof JsonObject object
        ? text(object.get("output_id"))
            .filter(id -> id.matches("\\d{1,6}"))
            .map(Integer::parseInt)
            .orElse(otherwise)
        : otherwise;
  }

  private void csv(String text) {
    Map<String, Map<Integer, Entry>> tasks = new LinkedHashMap<>();
    List<String> lines = text.strip().lines().skip(1).toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int comma = line.indexOf(',');
      int mark = line.lastIndexOf('_', Math.max(0, comma));
      if (mark < 1 || !line.substring(mark + 1, comma).matches("\\d{1,6}")) {
        problems.add("line " + (i + 2) + ": no task_number before the comma");
        continue;
      }
      String id = line.substring(0, mark);
      int test = Integer.parseInt(line.substring(mark + 1, comma));
      String[] grids = line.substring(comma + 1).strip().split("\\s+");
      tasks
          .computeIfAbsent(id, name -> new TreeMap<>())
          .put(test, new Entry(flattened(id, test, grids, 0), flattened(id, test, grids, 1)));
    }
    tasks.forEach((id, tests) -> put(id, List.copyOf(tests.values())));
  }

  /** A grid as {@code |12|34|}. */
  private Optional<Grid> flattened(String id, int test, String[] grids, int number) {
    if (number >= grids.length || grids[number].isEmpty()) {
      return Optional.empty();
    }
    String place = id + ": output " + test + ", attempt " + (number + 1);
    String rows = grids[number].replaceAll("^\\||\\|$", "");
    if (!rows.matches("\\d+(\\|\\d+)*")) {
      problems.add(place + ": no grid as |12|34|");
      return Optional.empty();
    }
    JsonArray grid = new JsonArray();
    for (String row : rows.split("\\|")) {
      JsonArray cells = new JsonArray();
      row.chars().forEach(digit -> cells.add(digit - '0'));
      grid.add(cells);
    }
    return grid(id, place, grid);
  }

  private void put(String id, List<Entry> tests) {
    if (entries.put(id, tests) != null) {
      problems.add(id + ": given more than once; the last one counts");
    }
  }

  private static Optional<String> text(JsonElement element) {
    return element != null && element.isJsonPrimitive()
        ? Optional.of(element.getAsString())
        : Optional.empty();
  }

  private Optional<Grid> grid(String id, String place, JsonArray grids, int number) {
    return number < grids.size() ? grid(id, place, grids.get(number)) : Optional.empty();
  }

  private Optional<Grid> grid(String id, String place, JsonElement grid) {
    JsonReader json = new JsonReader(new StringReader(grid.toString()));
    json.setStrictness(Strictness.STRICT);
    try {
      return puzzles.contains(id)
          ? GridJson.readSymbols(json, place, problems::add)
          : GridJson.read(json, place, problems::add);
    } catch (IOException e) {
      throw new IllegalStateException("not JSON although it was written as such", e);
    }
  }
}
