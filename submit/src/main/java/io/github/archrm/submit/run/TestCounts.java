package io.github.archrm.submit.run;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.archrm.tasks.io.PackedFiles;
import io.github.archrm.tasks.io.TaskFormatException;
import io.github.archrm.tasks.io.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How many test inputs each task of a file has, whether the tasks are sound or not. */
final class TestCounts {
  /** By one that is no object a file is that of a single task, whatever else is in it. */
  private static final Set<String> FIELDS = Set.of("train", "test", "examples");

  private TestCounts() {}

  /**
   * By id, in the order of the file, packed or not, as far as it is JSON; empty for a file of a
   * single task, or of another form.
   */
  static Map<String, Integer> of(Path file) {
    Map<String, Integer> tests = new LinkedHashMap<>();
    try {
      if (PackedFiles.isPacked(file)) {
        for (byte[] content : PackedFiles.read(file, TestCounts::isJson).files().values()) {
          of(new ByteArrayInputStream(content)).forEach(tests::putIfAbsent);
        }
        return tests;
      }
      try (InputStream in = Files.newInputStream(file)) {
        return of(in);
      }
    } catch (IOException | TaskFormatException e) {
      return tests;
    }
  }

  private static boolean isJson(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".json");
  }

  private static Map<String, Integer> of(InputStream in) {
    Map<String, Integer> tests = new LinkedHashMap<>();
    boolean combined = false;
    boolean single = false;
    try (JsonReader json = new JsonReader(Text.strict(in))) {
      if (json.peek() != JsonToken.BEGIN_OBJECT) {
        return Map.of();
      }
      json.beginObject();
      while (json.hasNext()) {
        String id = json.nextName();
        boolean object = json.peek() == JsonToken.BEGIN_OBJECT;
        combined |= object;
        single |= !object && FIELDS.contains(id);
        tests.put(id, tests(json));
      }
      json.endObject();
    } catch (IOException | IllegalStateException e) {
      // What is wrong with the file is told when its tasks are read.
    }
    return combined && !single ? tests : Map.of();
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
