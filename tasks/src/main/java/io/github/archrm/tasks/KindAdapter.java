package io.github.archrm.tasks;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** A kind as JSON, wherever a task is sent as an object: its full name. */
final class KindAdapter extends TypeAdapter<Kind> {
  @Override
  public void write(JsonWriter out, Kind kind) throws IOException {
    out.value(kind == null ? null : kind.fullName());
  }

  @Override
  public Kind read(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return Kinds.unnamed();
    }
    String name = in.nextString();
    return Kinds.named(name, 0)
        .orElseThrow(() -> new JsonParseException("no kind of puzzle: " + name));
  }
}
