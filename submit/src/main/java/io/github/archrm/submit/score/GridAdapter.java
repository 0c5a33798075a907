package io.github.archrm.submit.score;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import io.github.archrm.tasks.Grid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A grid as JSON: an array of rows of numbers. */
public final class GridAdapter extends TypeAdapter<Grid> {
  @Override
  public void write(JsonWriter out, Grid grid) throws IOException {
    out.beginArray();
    for (int r = 0; r < grid.height(); r++) {
      out.beginArray();
      for (int c = 0; c < grid.width(); c++) {
        out.value(grid.cell(r, c));
      }
      out.endArray();
    }
    out.endArray();
  }

  @Override
  public Grid read(JsonReader in) throws IOException {
    List<int[]> rows = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      List<Integer> row = new ArrayList<>();
      in.beginArray();
      while (in.hasNext()) {
        row.add(in.nextInt());
      }
      in.endArray();
      rows.add(row.stream().mapToInt(Integer::intValue).toArray());
    }
    in.endArray();
    try {
      return Grid.of(rows.toArray(int[][]::new));
    } catch (IllegalArgumentException e) {
      throw new JsonParseException(e.getMessage(), e);
    }
  }
}
