package io.github.archrm.submit.score;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.archrm.submit.runtime.UserMistake;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.io.GridJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A submission as somebody hands it in, with whatever is missing or wrong in it. A results.json is
 * read as the submission of its attempts.
 *
 * @param attempts for every task id, for every entry in order, the valid attempts among the two
 * @param firsts for every task id, for every entry in order, attempt 1, if it is valid
 * @param problems a line for everything that is not as it should be
 */
public record SubmissionFile(
    Map<String, List<List<Grid>>> attempts,
    Map<String, List<Optional<Grid>>> firsts,
    List<String> problems) {

  /** The two attempts of an entry, as far as they are valid. */
  private record Entry(Optional<Grid> first, Optional<Grid> second) {
    static final Entry NONE = new Entry(Optional.empty(), Optional.empty());
  }

  /** Reads the attempts at tasks of ARC; see {@link #read(Path, Set)}. */
  public static SubmissionFile read(Path file) {
    return read(file, Set.of());
  }

  /**
   * @param puzzles ids of the tasks of other kinds, whose symbols may be above 9
   * @throws UserMistake if the file is not there, not JSON, or not an object
   */
  public static SubmissionFile read(Path file, Set<String> puzzles) {
    SubmissionFile submission =
        new SubmissionFile(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
    try (JsonReader json = new JsonReader(Files.newBufferedReader(file))) {
      json.setStrictness(Strictness.STRICT);
      if (json.peek() != JsonToken.BEGIN_OBJECT) {
        throw new UserMistake(file + ": not a submission: no JSON object");
      }
      submission.tasks(json, puzzles);
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw new UserMistake(file + ": something follows the end of the JSON");
      }
    } catch (NoSuchFileException e) {
      throw new UserMistake(file + ": no such file");
    } catch (IOException | IllegalStateException e) {
      throw new UserMistake(file + ": cannot be read: " + e.getMessage());
    }
    return submission;
  }

  private void tasks(JsonReader json, Set<String> puzzles) throws IOException {
    json.beginObject();
    boolean results = false;
    while (json.hasNext()) {
      String name = json.nextName();
      results |= name.equals("version") && json.peek() == JsonToken.STRING;
      if (!results) {
        task(name, json, puzzles.contains(name));
      } else if (name.equals("tasks")) {
        results(json, puzzles);
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }

  private void task(String id, JsonReader json, boolean puzzle) throws IOException {
    if (json.peek() != JsonToken.BEGIN_ARRAY) {
      problems.add(id + ": no list of entries");
      json.skipValue();
      return;
    }
    List<Entry> entries = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      String place = id + ": entry " + (entries.size() + 1);
      if (json.peek() == JsonToken.BEGIN_OBJECT) {
        entries.add(entry(place, json, puzzle));
      } else {
        problems.add(place + ": no object with attempt_1 and attempt_2");
        json.skipValue();
        entries.add(Entry.NONE);
      }
    }
    json.endArray();
    put(id, entries);
  }

  private Entry entry(String place, JsonReader json, boolean puzzle) throws IOException {
    Optional<Grid> first = Optional.empty();
    Optional<Grid> second = Optional.empty();
    boolean firstThere = false;
    boolean secondThere = false;
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      switch (name) {
        case "attempt_1" -> {
          firstThere = true;
          first = grid(place + ", " + name, json, puzzle);
        }
        case "attempt_2" -> {
          secondThere = true;
          second = grid(place + ", " + name, json, puzzle);
        }
        default -> json.skipValue();
      }
    }
    json.endObject();
    if (!firstThere) {
      problems.add(place + ": no attempt_1");
    }
    if (!secondThere) {
      problems.add(place + ": no attempt_2");
    }
    return new Entry(first, second);
  }

  /** The tasks of a results.json, each of which begins with its id. */
  private void results(JsonReader json, Set<String> puzzles) throws IOException {
    json.beginArray();
    while (json.hasNext()) {
      String id = "";
      json.beginObject();
      while (json.hasNext()) {
        switch (json.nextName()) {
          case "id" -> id = json.nextString();
          case "tests" -> put(id, tests(id, json, puzzles.contains(id)));
          default -> json.skipValue();
        }
      }
      json.endObject();
    }
    json.endArray();
  }

  private List<Entry> tests(String id, JsonReader json, boolean puzzle) throws IOException {
    List<Entry> entries = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      String place = id + ": test " + (entries.size() + 1);
      Entry entry = Entry.NONE;
      json.beginObject();
      while (json.hasNext()) {
        if (json.nextName().equals("attempts")) {
          json.beginArray();
          Optional<Grid> first = grid(place + ", attempt 1", json, puzzle);
          entry = new Entry(first, grid(place + ", attempt 2", json, puzzle));
          json.endArray();
        } else {
          json.skipValue();
        }
      }
      json.endObject();
      entries.add(entry);
    }
    json.endArray();
    return entries;
  }

  private void put(String id, List<Entry> entries) {
    attempts.put(
        id,
        entries.stream()
            .map(entry -> Stream.of(entry.first, entry.second).flatMap(Optional::stream).toList())
            .toList());
    firsts.put(id, entries.stream().map(Entry::first).toList());
  }

  private Optional<Grid> grid(String place, JsonReader json, boolean puzzle) throws IOException {
    return puzzle
        ? GridJson.readSymbols(json, place, problems::add)
        : GridJson.read(json, place, problems::add);
  }
}
