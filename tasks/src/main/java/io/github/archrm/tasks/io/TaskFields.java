package io.github.archrm.tasks.io;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.tasks.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One task of ARC's JSON, collected field by field: {@code train} and {@code test}, in any order,
 * each a list of objects with {@code input} and {@code output}; and {@code kind}, a string, in
 * tasks that are not ARC's. The output of a test may be missing, null or an empty list.
 *
 * <p>Or {@code examples}, as in BARC's lines: a list of pairs of grids that does not tell
 * demonstrations from tests. The last pair is then the test.
 *
 * <p>The stream is read on whatever is wrong, so that the next task in the same file can follow.
 * What depends on the kind is checked at the end, since the kind may come last.
 *
 * <p>Longer than other classes: the fields may come in any order and form, and what is wrong with
 * one can be told only when all are known.
 */
final class TaskFields {
  /** The fields that {@link #field} understands. */
  static final Set<String> NAMES = Set.of("train", "test", "kind", "examples");

  private final List<Example> demonstrations = new ArrayList<>();
  private final List<Grid> testInputs = new ArrayList<>();
  private final List<Grid> solutions = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  /** In the order of the file: each tells, once the kind is known, what is wrong at its place. */
  private final List<Function<Kind, Optional<String>>> checks = new ArrayList<>();

  /** The most cells of a canvas for all grids of a task; attention to more takes gigabytes. */
  static final int MAX_CELLS = 1600;

  private static final List<String> ID_FIELDS = List.of("id", "task_id", "task_name", "name");

  private final Map<String, String> ids = new HashMap<>();
  private final List<String> pairProblems = new ArrayList<>();
  private Grid pairInput;
  private Grid pairOutput;
  private boolean pair;
  private boolean broken;
  private String kindName;
  private int tests;
  private Optional<String> problem;

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
      case "examples" -> {
        if (!seen.add(name)) {
          problem(name + ": given twice");
        }
        pairs(json);
      }
      case "kind" -> kind(json);
      case "id", "task_id", "task_name", "name" -> {
        if (json.peek() == JsonToken.STRING || json.peek() == JsonToken.NUMBER) {
          ids.put(name, json.nextString());
        } else {
          json.skipValue();
        }
      }
      case "input" -> {
        pair = true;
        pairInput = GridJson.readSymbols(json, name, pairProblems::add).orElse(null);
      }
      case "output" -> {
        pair = true;
        pairOutput = GridJson.readSymbols(json, name, pairProblems::add).orElse(null);
      }
      default -> json.skipValue();
    }
  }

  /** The id that the fields themselves tell, if any. */
  Optional<String> id() {
    return ID_FIELDS.stream().filter(ids::containsKey).map(ids::get).findFirst();
  }

  /** Whether these fields are no task but a single example. */
  boolean isPair() {
    return pair && !found();
  }

  /** Takes another object's fields as one more of the pairs. */
  void pair(TaskFields other, int number) {
    seen.add("examples");
    String place = "pair " + number;
    if (!other.pairProblems.isEmpty()) {
      problem(place + " " + other.pairProblems.get(0));
    } else if (other.pairInput == null || other.pairOutput == null) {
      problem(place + ": no " + (other.pairInput == null ? "input" : "output"));
    } else {
      demonstration(place, other.pairInput, other.pairOutput);
    }
  }

  /** Says that an object stands where a list belongs. */
  void object(String name) {
    seen.add(name);
    problem(name + ": an object where a list belongs");
  }

  /** Takes the kind that stands beside tasks, and what is wrong with it, where none is named. */
  void kindUnlessNamed(TaskFields around) {
    if (kindName == null) {
      kindName = around.kindName;
      checks.addAll(0, around.checks);
    }
  }

  /** Whether there was a list of demonstrations or of tests. */
  boolean found() {
    return !seen.isEmpty();
  }

  /** How many test inputs there were, sound or not; 1 where there was none. */
  int tests() {
    return Math.max(1, tests);
  }

  /** What keeps these fields from being a task, if anything does. */
  Optional<String> problem() {
    if (problem == null) {
      problem = findProblem();
    }
    return problem;
  }

  private Optional<String> findProblem() {
    Optional<Kind> kind = kind();
    if (kind.isEmpty()) {
      return Optional.of(
          "kind: \"" + StrictJson.printable(kindName) + "\" is not known" + sideOfBoard());
    }
    for (Function<Kind, Optional<String>> check : checks) {
      Optional<String> found = check.apply(kind.get());
      if (found.isPresent()) {
        return found;
      }
    }
    if (seen.contains("examples") && (seen.contains("train") || seen.contains("test"))) {
      return Optional.of("examples beside train or test: which to learn from is not told");
    }
    int height = grids().mapToInt(Grid::height).max().orElse(0);
    int width = grids().mapToInt(Grid::width).max().orElse(0);
    if (height * width > MAX_CELLS) {
      return Optional.of(
          "its grids take %dx%d cells together; more than %d do not fit into memory"
              .formatted(height, width, MAX_CELLS));
    }
    boolean both = !kind.get().structure().sharedRule();
    if (both && isOfPairs() && demonstrations.size() < 2) {
      return Optional.of("fewer than two pairs: one to learn from and one to be solved");
    }
    if (both && isOfPairs()) {
      return Optional.empty();
    }
    if (demonstrations.isEmpty() && (both || testInputs.isEmpty())) {
      return Optional.of("no demonstrations (\"train\")");
    }
    if (testInputs.isEmpty() && both) {
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
    Kind kind = kind().orElseThrow();
    if (isOfPairs() && !kind.structure().sharedRule()) {
      int last = demonstrations.size() - 1;
      Example test = demonstrations.get(last);
      return new Task(
          id, demonstrations.subList(0, last), List.of(test.input()), List.of(test.output()), kind);
    }
    return new Task(id, demonstrations, testInputs, solutions, kind);
  }

  private boolean isOfPairs() {
    return seen.contains("examples") && !seen.contains("train") && testInputs.isEmpty();
  }

  private Stream<Grid> grids() {
    return Stream.of(
            demonstrations.stream().flatMap(e -> Stream.of(e.input(), e.output())),
            testInputs.stream(),
            solutions.stream())
        .flatMap(grids -> grids);
  }

  private Optional<Kind> kind() {
    String name = kindName == null ? Kinds.unnamed().name() : kindName;
    return Kinds.named(name, firstGrid().map(Grid::side).orElse(0));
  }

  private Optional<Grid> firstGrid() {
    return demonstrations.isEmpty()
        ? testInputs.stream().findFirst()
        : Optional.of(demonstrations.get(0).input());
  }

  private String sideOfBoard() {
    return Kinds.family(kindName).isPresent()
        ? firstGrid().map(grid -> " for a board of " + grid.side() + " rows").orElse("")
        : "";
  }

  private void kind(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.STRING) {
      problem("kind: " + StrictJson.name(json.peek()) + " where a name belongs");
      json.skipValue();
      return;
    }
    kindName = json.nextString();
  }

  /** A list of objects with input and output, or of lists of the two. */
  private void pairs(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.BEGIN_ARRAY) {
      problem("examples: " + StrictJson.name(json.peek()) + " where a list belongs");
      json.skipValue();
      return;
    }
    json.beginArray();
    for (int number = 1; json.hasNext(); number++) {
      if (json.peek() == JsonToken.BEGIN_OBJECT) {
        pair(read(json), number);
      } else if (json.peek() == JsonToken.BEGIN_ARRAY) {
        listedPair(json, number);
      } else {
        problem("pair " + number + ": " + StrictJson.name(json.peek()) + " where a pair belongs");
        json.skipValue();
      }
    }
    json.endArray();
  }

  private void listedPair(JsonReader json, int number) throws IOException {
    TaskFields fields = new TaskFields();
    json.beginArray();
    for (String name : List.of("input", "output")) {
      if (json.hasNext()) {
        fields.field(name, json);
      }
    }
    if (json.hasNext()) {
      problem("pair " + number + ": more than two grids");
    }
    while (json.hasNext()) {
      json.skipValue();
    }
    json.endArray();
    pair(fields, number);
  }

  private void demonstration(String place, Grid input, Grid output) {
    check(place + " input", kind -> kind.inputFlaw(input).or(() -> kind.ambiguity(input)));
    check(place + " output", kind -> kind.outputFlaw(input, output));
    demonstrations.add(new Example(input, output));
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
      tests += train ? 0 : 1;
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
      boolean maybe = !train && name.equals("output");
      Optional<Grid> grid =
          maybe
              ? GridJson.readIfAny(json, place + " " + name, this::problem)
              : GridJson.readSymbols(json, place + " " + name, this::problem);
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
    boolean open = !train && output.isEmpty();
    input.ifPresent(
        grid ->
            check(
                place + " input",
                kind ->
                    kind.inputFlaw(grid).or(() -> open ? Optional.empty() : kind.ambiguity(grid))));
    if (input.isPresent() && output.isPresent()) {
      Grid from = input.get();
      Grid to = output.get();
      check(place + " output", kind -> kind.outputFlaw(from, to));
    }
    if (train && input.isPresent() && output.isPresent()) {
      demonstrations.add(new Example(input.get(), output.get()));
    } else if (!train) {
      input.ifPresent(testInputs::add);
      output.ifPresent(solutions::add);
    }
  }

  private void problem(String message) {
    if (!broken) {
      checks.add(kind -> Optional.of(message));
    }
    broken = true;
  }

  /** Nothing is checked after what is wrong in every kind. */
  private void check(String place, Function<Kind, Optional<String>> flaw) {
    if (!broken) {
      checks.add(kind -> flaw.apply(kind).map(found -> at(place, found)));
    }
  }

  /** A flaw begins with its cell, if it has one. */
  static String at(String place, String flaw) {
    return place + (flaw.startsWith("row ") ? ", " : ": ") + flaw;
  }
}
