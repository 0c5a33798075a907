package io.github.archrm.submit.answers;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.archrm.solver.vote.Candidate;
import io.github.archrm.submit.cost.Cost;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.io.GridJson;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * One element of a list in a file of answers: a task with its tests, or a test with its attempts.
 * Every key that some form has is taken, whichever form it is and in whatever order they come.
 *
 * <p>Longer than others: which form a file has is known only when all its keys have been read, so
 * that the keys of all forms are read in one place.
 */
final class Element {
  /** The largest number of a test that is believed. */
  private static final int MOST_TESTS = 10_000;

  private static final Set<String> LISTS = Set.of("attempts", "candidates", "predictions");

  private boolean object;
  private String id;
  private boolean rules;
  private List<Element> tests;
  private Integer index;
  private final Map<Integer, Optional<Grid>> attempts = new TreeMap<>();
  private boolean listed;
  private final List<Integer> nulls = new ArrayList<>();
  private final Map<Integer, Optional<Grid>> predictions = new TreeMap<>();
  private List<Candidate> candidates;
  private Boolean correct;
  private OptionalInt rank = OptionalInt.empty();
  private boolean exact;
  private boolean ranked;
  private double seconds = Double.NaN;
  private double dollars = Double.NaN;
  private Cost cost;

  private final Set<String> names = new HashSet<>();

  /** What is wrong with the grids, behind the place of this element. */
  private final List<String> problems = new ArrayList<>();

  private Element() {}

  /** Takes one value from the stream, whatever it is. */
  static Element read(JsonReader json) throws IOException {
    Element element = new Element();
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return element;
    }
    element.object = true;
    json.beginObject();
    while (json.hasNext()) {
      element.read(json.nextName(), json);
    }
    json.endObject();
    return element;
  }

  private void read(String name, JsonReader json) throws IOException {
    JsonToken token = json.peek();
    if (!names.add(name)) {
      problems.add(", " + name + ": given twice; the last one counts");
    }
    if (LISTS.contains(name) && token != JsonToken.BEGIN_ARRAY) {
      if (token != JsonToken.NULL) {
        problems.add(", " + name + ": no list");
      }
      json.skipValue();
      return;
    }
    switch (name) {
      case "attempt_1" -> attempt(1, json);
      case "attempt_2" -> attempt(2, json);
      case "attempts" -> attempts(json);
      case "candidates" -> candidates = candidates(json);
      case "predictions" -> predictions(json);
      case "cost" -> cost(json);
      default -> {
        if (token == JsonToken.STRING && (name.equals("id") || name.equals("task_name"))) {
          id = json.nextString();
        } else if (token == JsonToken.BEGIN_ARRAY
            && (name.equals("tests") || name.equals("test"))) {
          tests = elements(json);
        } else if (token == JsonToken.NUMBER || token == JsonToken.BOOLEAN) {
          value(name, json);
        } else {
          rules |= name.equals("kind");
          ranked |= name.equals("rank");
          json.skipValue();
        }
      }
    }
  }

  private void value(String name, JsonReader json) throws IOException {
    if (json.peek() == JsonToken.BOOLEAN) {
      boolean value = json.nextBoolean();
      correct = name.equals("correct") ? Boolean.valueOf(value) : correct;
      exact |= name.equals("exact") && value;
      return;
    }
    double number = json.nextDouble();
    switch (name) {
      case "output_id" -> index = index(number);
      case "seconds" -> seconds = number;
      case "rank" -> {
        ranked = true;
        rank = OptionalInt.of((int) number);
      }
      default -> {
        // Nothing that is needed.
      }
    }
  }

  private static Integer index(double number) {
    return number >= 0 && number < MOST_TESTS ? Integer.valueOf((int) number) : null;
  }

  private static List<Element> elements(JsonReader json) throws IOException {
    List<Element> elements = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      elements.add(read(json));
    }
    json.endArray();
    return elements;
  }

  private void attempt(int number, JsonReader json) throws IOException {
    String place = ", attempt_" + number;
    switch (json.peek()) {
      case BEGIN_OBJECT -> attempts.put(number, benchmarked(place, json));
      case NULL -> {
        json.nextNull();
        nulls.add(number);
        attempts.put(number, Optional.empty());
      }
      default -> {
        Optional<Grid> grid = GridJson.readSymbols(json, place, problems::add);
        if (grid.isPresent() && grid.get().side() > GridJson.MAX_SIDE) {
          problems.add(place + ": more than " + GridJson.MAX_SIDE + " rows or columns");
          grid = Optional.empty();
        }
        attempts.put(number, grid);
      }
    }
  }

  /** An attempt of arc-agi-benchmarking: its answer is a grid, as JSON or as text. */
  private Optional<Grid> benchmarked(String place, JsonReader json) throws IOException {
    Optional<Grid> answer = Optional.empty();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      JsonToken token = json.peek();
      if (name.equals("answer") && token == JsonToken.BEGIN_ARRAY) {
        answer = answer(place, json);
      } else if (name.equals("answer") && token == JsonToken.STRING) {
        answer = answer(place, new JsonReader(new StringReader(json.nextString())));
      } else if (name.equals("metadata") && token == JsonToken.BEGIN_OBJECT) {
        metadata(json);
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    return answer;
  }

  /** An answer without rows, or in words, is a wrong one, and no mistake in the file. */
  private Optional<Grid> answer(String place, JsonReader json) throws IOException {
    List<String> wrong = new ArrayList<>();
    Optional<Grid> grid = GridJson.readSymbols(json, place, wrong::add);
    wrong.stream().filter(line -> !line.endsWith(": no rows")).limit(1).forEach(problems::add);
    return grid;
  }

  private void metadata(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (name.equals("pair_index") && json.peek() == JsonToken.NUMBER) {
        index = index(json.nextDouble());
      } else if (name.equals("cost")) {
        cost(json);
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }

  /** What it took, of this project or in dollars; the dollars of both attempts are added. */
  private void cost(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return;
    }
    String device = null;
    Map<String, Double> numbers = new TreeMap<>();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (name.equals("device") && json.peek() == JsonToken.STRING) {
        device = json.nextString();
      } else if (json.peek() == JsonToken.NUMBER) {
        numbers.put(name, json.nextDouble());
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    for (String name : List.of("dollars", "total_cost", "total")) {
      if (numbers.containsKey(name)) {
        dollars = numbers.get(name) + (Double.isNaN(dollars) ? 0 : dollars);
        break;
      }
    }
    if (device != null) {
      double seconds = numbers.getOrDefault("worker_seconds", Double.NaN);
      // Workers had a GPU to themselves when it was not told otherwise.
      double alone = device.startsWith("gpu") ? seconds : 0;
      cost =
          new Cost(
              device,
              seconds,
              numbers.getOrDefault("gpu_seconds", alone),
              numbers.getOrDefault("processor_seconds", Double.NaN),
              numbers.getOrDefault("peak_bytes", 0.0).longValue());
    }
  }

  private void attempts(JsonReader json) throws IOException {
    listed = true;
    json.beginArray();
    for (int number = 1; json.hasNext(); number++) {
      attempts.put(number, GridJson.readSymbols(json, ", attempt " + number, problems::add));
    }
    json.endArray();
  }

  private List<Candidate> candidates(JsonReader json) throws IOException {
    List<Candidate> read = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      String place = ", candidate " + (read.size() + 1);
      Optional<Grid> grid = Optional.empty();
      Map<String, Double> numbers = new TreeMap<>();
      json.beginObject();
      while (json.hasNext()) {
        String name = json.nextName();
        if (name.equals("grid")) {
          grid = GridJson.readSymbols(json, place, problems::add);
        } else if (json.peek() == JsonToken.NUMBER) {
          numbers.put(name, json.nextDouble());
        } else {
          json.skipValue();
        }
      }
      json.endObject();
      grid.ifPresent(
          found ->
              read.add(
                  new Candidate(
                      found,
                      numbers.getOrDefault("votes", 0.0),
                      numbers.getOrDefault("share", 0.0),
                      numbers.getOrDefault("confidence", 0.0))));
    }
    json.endArray();
    return read;
  }

  /** ARCathon's: in the order of their numbers. */
  private void predictions(JsonReader json) throws IOException {
    json.beginArray();
    for (int place = 0; json.hasNext(); place++) {
      Optional<Grid> grid = Optional.empty();
      int number = place;
      json.beginObject();
      while (json.hasNext()) {
        String name = json.nextName();
        if (name.equals("output")) {
          grid = GridJson.readSymbols(json, ", prediction " + (place + 1), problems::add);
        } else if (name.equals("prediction_id") && json.peek() == JsonToken.NUMBER) {
          number = (int) json.nextDouble();
        } else {
          json.skipValue();
        }
      }
      json.endObject();
      if (predictions.containsKey(number)) {
        problems.add(", prediction_id " + number + ": given twice");
        number = 1 + Collections.max(predictions.keySet());
      }
      predictions.put(number, grid);
    }
    json.endArray();
  }

  boolean isObject() {
    return object;
  }

  /** Whether it is a test with attempts, or could be one that lacks them. */
  boolean isEntry() {
    return !attempts.isEmpty() && tests == null;
  }

  boolean has(int attempt) {
    return attempts.containsKey(attempt);
  }

  boolean isNull(int attempt) {
    return nulls.contains(attempt);
  }

  Optional<String> id() {
    return Optional.ofNullable(id);
  }

  Optional<List<Element>> tests() {
    return Optional.ofNullable(tests);
  }

  boolean rules() {
    return rules;
  }

  /** Which test this is, from 0 on, if the element says so. */
  Optional<Integer> index() {
    return Optional.ofNullable(index);
  }

  Optional<Cost> cost() {
    return Optional.ofNullable(cost);
  }

  OptionalDouble seconds() {
    return Double.isNaN(seconds) ? OptionalDouble.empty() : OptionalDouble.of(seconds);
  }

  OptionalDouble dollars() {
    return Double.isNaN(dollars) ? OptionalDouble.empty() : OptionalDouble.of(dollars);
  }

  /**
   * The answers of a test.
   *
   * @param place of this element, for messages
   * @param puzzle whether symbols may be above 9
   * @param wrong gets a line for everything that is wrong
   */
  TestAnswers answers(String place, boolean puzzle, List<String> wrong) {
    problems.forEach(problem -> wrong.add(place + problem));
    if (!predictions.isEmpty() && attempts.isEmpty()) {
      List<Optional<Grid>> grids =
          predictions.values().stream().map(grid -> sound(grid, place, puzzle, wrong)).toList();
      return JsonAnswers.firstTwo(grids, place, wrong);
    }
    String word = listed ? ", attempt " : ", attempt_";
    Optional<Grid> first = attempts.getOrDefault(1, Optional.empty());
    Optional<Grid> second = attempts.getOrDefault(2, Optional.empty());
    return new TestAnswers(
        sound(first, place + word + 1, puzzle, wrong),
        sound(second, place + word + 2, puzzle, wrong),
        candidates == null ? List.of() : candidates,
        candidates != null,
        Optional.ofNullable(correct)
            .map(right -> new Judged(right, exactly(), ranked, rank, candidates != null)));
  }

  private boolean exactly() {
    return exact || rank.equals(OptionalInt.of(1));
  }

  private static Optional<Grid> sound(
      Optional<Grid> grid, String place, boolean puzzle, List<String> wrong) {
    if (puzzle || grid.isEmpty()) {
      return grid;
    }
    int largest = grid.get().cells().max().orElse(0);
    if (largest <= 9) {
      return grid;
    }
    wrong.add(place + ": " + largest + " is not a colour 0-9");
    return Optional.empty();
  }
}
