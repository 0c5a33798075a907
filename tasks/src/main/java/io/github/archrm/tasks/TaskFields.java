package io.github.archrm.tasks;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One task of ARC's JSON, collected field by field: {@code train} and {@code test}, in any order,
 * each a list of objects with {@code input} and {@code output}.
 *
 * <p>The first problem is kept; the stream is read on regardless, so that the next task in the same
 * file can follow.
 */
final class TaskFields {
  /** The fields that {@link #field} understands. */
  static final Set<String> NAMES = Set.of("train", "test", "kind");

  private final List<Example> demonstrations = new ArrayList<>();
  private final List<Grid> testInputs = new ArrayList<>();
  private final List<Grid> solutions = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private String problem;

  /** Reads all fields of an object. */
  static TaskFields read(JsonReader json) throws IOException {
    TaskFields fields = new TaskFields();
    json.beginObject();
    while (json.hasNext()) {
      fields.field(json.nextName(), json);
    }
    json.endObject();
    return fields;
  }

  /** Reads the value of one field; fields that mean nothing here are skipped. */
  void field(String name, JsonReader json) throws IOException {
    switch (name) {
      case "train", "test" -> {
        if (!seen.add(name)) {
          problem(name + ": given twice");
        }
        examples(name.equals("train"), json);
      }
      case "kind" -> kind(json);
      default -> json.skipValue();
    }
  }

  /** Whether there was a list of demonstrations or of tests. */
  boolean found() {
    return !seen.isEmpty();
  }

  /** What keeps these fields from being a task, if anything does. */
  Optional<String> problem() {
    if (problem != null) {
      return Optional.of(problem);
    }
    if (demonstrations.isEmpty()) {
      return Optional.of("no demonstrations (\"train\")");
    }
    if (testInputs.isEmpty()) {
      return Optional.of("no test inputs (\"test\")");
    }
    if (!solutions.isEmpty() && solutions.size() != testInputs.size()) {
      return Optional.of(
          "test: " + solutions.size() + " outputs for " + testInputs.size() + " inputs");
    }
    return Optional.empty();
  }

  /** The task, where {@link #problem()} is empty. */
  Task task(String id) {
    return new Task(id, demonstrations, testInputs, solutions);
  }

  private void kind(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.STRING) {
      problem("kind: " + StrictJson.name(json.peek()) + " where a name belongs");
      json.skipValue();
      return;
    }
    String kind = json.nextString();
    if (!kind.equals("arc")) {
      problem("kind: \"" + StrictJson.printable(kind) + "\" is not known");
    }
  }

  private void examples(boolean train, JsonReader json) throws IOException {
    String field = train ? "train" : "test";
    if (json.peek() != JsonToken.BEGIN_ARRAY) {
      problem(field + ": " + StrictJson.name(json.peek()) + " where a list belongs");
      json.skipValue();
      return;
    }
    json.beginArray();
    for (int number = 1; json.hasNext(); number++) {
      String place = (train ? "demonstration " : "test ") + number;
      if (json.peek() == JsonToken.BEGIN_OBJECT) {
        example(train, place, json);
      } else {
        problem(place + ": " + StrictJson.name(json.peek()) + " where an object belongs");
        json.skipValue();
      }
    }
    json.endArray();
  }

  private void example(boolean train, String place, JsonReader json) throws IOException {
    Set<String> names = new HashSet<>();
    Optional<Grid> input = Optional.empty();
    Optional<Grid> output = Optional.empty();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (!name.equals("input") && !name.equals("output")) {
        json.skipValue();
        continue;
      }
      if (!names.add(name)) {
        problem(place + ": " + name + " given twice");
      }
      Optional<Grid> grid = GridJson.read(json, place + " " + name, this::problem);
      if (name.equals("input")) {
        input = grid;
      } else {
        output = grid;
      }
    }
    json.endObject();
    if (!names.contains("input")) {
      problem(place + ": no input");
    }
    if (train && !names.contains("output")) {
      problem(place + ": no output");
    }
    if (train && input.isPresent() && output.isPresent()) {
      demonstrations.add(new Example(input.get(), output.get()));
    } else if (!train) {
      input.ifPresent(testInputs::add);
      output.ifPresent(solutions::add);
    }
  }

  private void problem(String message) {
    if (problem == null) {
      problem = message;
    }
  }
}
