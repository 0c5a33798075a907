package io.github.archrm.submit;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.GridJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A submission as somebody hands it in, with whatever is missing or wrong in it.
 *
 * @param attempts for every task id, for every entry in order, the valid attempts among the two
 * @param problems a line for everything that is not as it should be
 */
record SubmissionFile(Map<String, List<List<Grid>>> attempts, List<String> problems) {
  /**
   * @throws UserMistake if the file is not there, not JSON, or not an object
   */
  static SubmissionFile read(Path file) {
    SubmissionFile submission = new SubmissionFile(new LinkedHashMap<>(), new ArrayList<>());
    try (JsonReader json = new JsonReader(Files.newBufferedReader(file))) {
      json.setStrictness(Strictness.STRICT);
      if (json.peek() != JsonToken.BEGIN_OBJECT) {
        throw new UserMistake(file + ": not a submission: no JSON object");
      }
      submission.tasks(json);
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw new UserMistake(file + ": something follows the end of the JSON");
      }
    } catch (NoSuchFileException e) {
      throw new UserMistake(file + ": no such file");
    } catch (IOException e) {
      throw new UserMistake(file + ": cannot be read: " + e.getMessage());
    }
    return submission;
  }

  private void tasks(JsonReader json) throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      String id = json.nextName();
      if (json.peek() == JsonToken.BEGIN_ARRAY) {
        attempts.put(id, entries(id, json));
      } else {
        problems.add(id + ": no list of entries");
        json.skipValue();
      }
    }
    json.endObject();
  }

  private List<List<Grid>> entries(String id, JsonReader json) throws IOException {
    List<List<Grid>> entries = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      String place = id + ": entry " + (entries.size() + 1);
      if (json.peek() == JsonToken.BEGIN_OBJECT) {
        entries.add(entry(place, json));
      } else {
        problems.add(place + ": no object with attempt_1 and attempt_2");
        json.skipValue();
        entries.add(List.of());
      }
    }
    json.endArray();
    return entries;
  }

  private List<Grid> entry(String place, JsonReader json) throws IOException {
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
          first = GridJson.read(json, place + ", " + name, problems::add);
        }
        case "attempt_2" -> {
          secondThere = true;
          second = GridJson.read(json, place + ", " + name, problems::add);
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
    List<Grid> attempts = new ArrayList<>();
    first.ifPresent(attempts::add);
    second.ifPresent(attempts::add);
    return attempts;
  }
}
