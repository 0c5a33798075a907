package io.github.archrm.submit.answers;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.io.StrictJson;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Answers from JSON, read as a stream; which form it is shows in the names of its keys.
 *
 * <p>Whatever is not as it should be becomes a line among the problems, and the rest is read.
 */
final class JsonAnswers {
  private final Set<String> puzzles;
  private final Map<String, TaskAnswers> tasks = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private Optional<Long> seed = Optional.empty();
  private Optional<Set<String>> asked = Optional.empty();

  /**
   * @param puzzles ids of the tasks whose symbols may be above 9
   */
  JsonAnswers(Set<String> puzzles) {
    this.puzzles = puzzles;
  }

  void problem(String line) {
    problems.add(line);
  }

  Answers toAnswers() {
    return new Answers(tasks, seed, asked, problems);
  }

  /**
   * Reads a file that stands by itself.
   *
   * @param name the id of its task, if it is one of arc-agi-benchmarking's
   */
  JsonAnswers file(String name, Reader in) throws IOException {
    JsonReader json = reader(in);
    try {
      switch (json.peek()) {
        case BEGIN_OBJECT -> object(json);
        case BEGIN_ARRAY -> list(name, json);
        default -> throw new IOException("no answers: neither a JSON object nor a list");
      }
      end(json);
    } catch (IllegalStateException e) {
      throw new IOException("not of the form of any answers that are known", e);
    }
    return this;
  }

  /** Reads one of arc-agi-benchmarking's files. */
  JsonAnswers task(String id, Reader in) throws IOException {
    JsonReader json = reader(in);
    try {
      if (json.peek() != JsonToken.BEGIN_ARRAY) {
        throw new IOException("no list of tests, each with attempt_1 and attempt_2");
      }
      list(id, json);
      end(json);
    } catch (IllegalStateException e) {
      throw new IOException("not of the form of arc-agi-benchmarking's answers", e);
    }
    return this;
  }

  private static JsonReader reader(Reader in) {
    JsonReader json = new JsonReader(in);
    json.setStrictness(Strictness.STRICT);
    return json;
  }

  private static void end(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new IOException("something follows the end of the JSON");
    }
  }

  /** What a run learned jointly beforehand is in the cost of none of its tasks. */
  private void noteJointTraining(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      if (json.nextName().equals("joint") && json.peek() == JsonToken.NUMBER) {
        problems.add("costs are without %s seconds of joint training".formatted(json.nextString()));
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }

  /** A submission.json, or a results.json. */
  private void object(JsonReader json) throws IOException {
    Map<String, List<Element>> lists = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    Map<String, Long> numbers = new TreeMap<>();
    Optional<Set<String>> ids = Optional.empty();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (name.equals("asked") && json.peek() == JsonToken.BEGIN_ARRAY) {
        ids = Optional.of(strings(json));
      } else if (name.equals("configuration") && json.peek() == JsonToken.BEGIN_OBJECT) {
        others.add(name);
        noteJointTraining(json);
      } else if (json.peek() == JsonToken.BEGIN_ARRAY) {
        if (lists.put(name, elements(json)) != null) {
          problems.add(name + ": given twice; the last one counts");
        }
      } else {
        others.add(name);
        if (json.peek() == JsonToken.NUMBER) {
          wholeNumber(json.nextString()).ifPresent(number -> numbers.put(name, number));
        } else {
          json.skipValue();
        }
      }
    }
    json.endObject();
    List<Element> results = lists.getOrDefault("tasks", List.of());
    boolean broken = others.contains("version") && !results.isEmpty() && lists.size() == 1;
    if (results.stream().anyMatch(element -> element.tests().isPresent())
        || (lists.containsKey("tasks") && results.isEmpty() && others.contains("version"))) {
      seed = Optional.ofNullable(numbers.get("seed"));
      results.forEach(this::task);
      // Results of earlier versions tell at most how many tasks there were.
      boolean all = numbers.getOrDefault("of", 0L) <= results.size() && !results.isEmpty();
      asked = ids.isEmpty() && all ? Optional.of(Set.copyOf(tasks.keySet())) : ids;
    } else if (broken && results.stream().noneMatch(Element::isEntry)) {
      throw new IOException("tasks: no task with id and tests among them");
    } else {
      others.forEach(
          name -> problems.add(StrictJson.oneLine(name) + ": no list of entries, ignored"));
      lists.forEach((id, elements) -> submitted(id, elements, false));
    }
  }

  /** ARCathon's list of tasks, or arc-agi-benchmarking's list of a task's tests. */
  private void list(String name, JsonReader json) throws IOException {
    List<Element> elements = elements(json);
    if (elements.stream().anyMatch(Element::isEntry)) {
      submitted(name, elements, true);
    } else if (elements.stream().anyMatch(element -> element.tests().isPresent())) {
      elements.forEach(this::task);
    } else {
      throw new IOException("a list with neither attempts nor tasks in it");
    }
  }

  private static Optional<Long> wholeNumber(String text) {
    return text.matches("-?\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private static Set<String> strings(JsonReader json) throws IOException {
    Set<String> strings = new LinkedHashSet<>();
    json.beginArray();
    while (json.hasNext()) {
      strings.add(json.nextString());
    }
    json.endArray();
    return strings;
  }

  private static List<Element> elements(JsonReader json) throws IOException {
    List<Element> elements = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      elements.add(Element.read(json));
    }
    json.endArray();
    return elements;
  }

  /** A task whose object names it. */
  private void task(Element task) {
    String id = task.id().orElse("");
    if (id.isEmpty() || task.tests().isEmpty()) {
      problems.add((id.isEmpty() ? "a task" : id) + ": without " + (id.isEmpty() ? "id" : "tests"));
      return;
    }
    boolean rules = task.rules() || puzzles.contains(id);
    List<TestAnswers> tests = tests(id + ": test ", task.tests().get(), rules);
    put(id, new TaskAnswers(tests, task.rules(), task.cost(), task.seconds(), task.dollars()));
  }

  /** A task whose tests have attempt_1 and attempt_2. */
  private void submitted(String id, List<Element> elements, boolean benchmarking) {
    for (int i = 0; i < elements.size() && !benchmarking; i++) {
      String place = id + ": entry " + (i + 1);
      Element entry = elements.get(i);
      if (!entry.isObject()) {
        problems.add(place + ": no object with attempt_1 and attempt_2");
        continue;
      }
      for (int attempt = 1; attempt <= 2; attempt++) {
        if (!entry.has(attempt)) {
          problems.add(place + ": no attempt_" + attempt);
        } else if (entry.isNull(attempt)) {
          problems.add(place + ", attempt_" + attempt + ": null where a grid belongs");
        }
      }
    }
    List<TestAnswers> tests = tests(id + ": entry ", elements, puzzles.contains(id));
    double dollars = elements.stream().mapToDouble(element -> element.dollars().orElse(0)).sum();
    put(
        id,
        new TaskAnswers(
            tests,
            false,
            Optional.empty(),
            OptionalDouble.empty(),
            benchmarking ? OptionalDouble.of(dollars) : OptionalDouble.empty()));
  }

  private void put(String id, TaskAnswers answers) {
    if (tasks.put(id, answers) != null) {
      problems.add(id + ": given twice; the last one counts");
    }
  }

  private List<TestAnswers> tests(String place, List<Element> elements, boolean rules) {
    Map<Integer, TestAnswers> ordered = new TreeMap<>();
    boolean numbered =
        elements.stream().map(Element::index).flatMap(Optional::stream).distinct().count()
            == elements.size();
    for (int i = 0; i < elements.size(); i++) {
      Element element = elements.get(i);
      int index = numbered ? element.index().orElseThrow() : i;
      ordered.put(index, element.answers(place + (i + 1), rules, problems));
    }
    return inOrder(ordered);
  }

  /** As many entries as the largest number asks for; what is missing has no answers. */
  static List<TestAnswers> inOrder(Map<Integer, TestAnswers> byIndex) {
    List<TestAnswers> tests = new ArrayList<>();
    byIndex.forEach(
        (index, answers) -> {
          while (tests.size() < index) {
            tests.add(TestAnswers.NONE);
          }
          tests.add(answers);
        });
    return tests;
  }

  /** Of more predictions than two only the first two are attempts. */
  static TestAnswers firstTwo(List<Optional<Grid>> grids, String place, List<String> problems) {
    if (grids.size() > 2) {
      problems.add(place + ": " + grids.size() + " predictions, the first two count");
    }
    return TestAnswers.of(
        grids.isEmpty() ? Optional.empty() : grids.get(0),
        grids.size() < 2 ? Optional.empty() : grids.get(1));
  }
}
