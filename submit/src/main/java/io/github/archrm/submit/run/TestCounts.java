package io.github.archrm.submit.run;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many test inputs each task of a file has, whether the tasks are sound or not. */
final class TestCounts {
  private TestCounts() {}

  /**
   * By id, in the order of the file, as far as it is JSON; empty for a file of a single task, or of
   * another form.
   */
  static Map<String, Integer> of(Path file) {
    Map<String, Integer> tests = new LinkedHashMap<>();
    boolean combined = false;
    try (JsonReader json = new JsonReader(Files.newBufferedReader(file))) {
      if (json.peek() != JsonToken.BEGIN_OBJECT) {
        return Map.of();
      }
      json.beginObject();
      while (json.hasNext()) {
        String id = json.nextName();
        combined |= json.peek() == JsonToken.BEGIN_OBJECT;
        tests.put(id, tests(json));
      }
      json.endObject();
    } catch (IOException | IllegalStateException e) {
      // What is wrong with the file is told when its tasks are read.
    }
    return combined ? tests : Map.of();
  }

  private static int tests(JsonReader json) throws IOException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      json.skipValue();
      return 1;
    }
    int tests = 1;
    json.beginObject();
    while (json.hasNext()) {
      if (json.nextName().equals("test") && json.peek() == JsonToken.BEGIN_ARRAY) {
        tests = 0;
        json.beginArray();
        for (; json.hasNext(); tests++) {
          json.skipValue();
        }
        json.endArray();
      } else {
        json.skipValue();
      }
    }
    json.endObject();
    return tests;
  }
}
