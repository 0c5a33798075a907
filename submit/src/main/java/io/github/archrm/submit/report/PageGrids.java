package io.github.archrm.submit.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Look;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The grids of a page. Each stands in it once, as text; everything else names it by its index, so
 * that what is attempt, candidate and solution at once takes no room three times.
 */
final class PageGrids {
  private final Map<Grid, Integer> grids = new LinkedHashMap<>();
  private final JsonObject kinds = new JsonObject();

  /** The index of a grid. */
  JsonPrimitive of(Grid grid) {
    return new JsonPrimitive(grids.computeIfAbsent(grid, g -> grids.size()));
  }

  /** Adds all grids that were asked for, and the kinds that draw them. */
  void addTo(JsonObject json) {
    json.add("kinds", kinds);
    JsonArray texts = new JsonArray();
    grids.keySet().forEach(grid -> texts.add(text(grid)));
    json.add("grids", texts);
  }

  /** Rows of digits, in base 36, between slashes; a dot is a cell outside. */
  private static String text(Grid grid) {
    return grid.toString().lines().collect(Collectors.joining("/"));
  }

  /**
   * What the script needs in order to draw grids of a kind; returns the name that it stands under.
   */
  String kind(Kind kind) {
    JsonObject json = new JsonObject();
    json.addProperty("name", kind.name());
    json.addProperty("full_name", kind.fullName());
    StringBuilder letters = new StringBuilder();
    for (int symbol = 0; symbol < kind.symbols(); symbol++) {
      letters.append(kind.letter(symbol));
    }
    json.addProperty("letters", letters.toString());
    json.addProperty("shared_rule", kind.structure().sharedRule());
    json.add("look", look(kind.drawing().look()));
    kinds.add(kind.fullName(), json);
    return kind.fullName();
  }

  private static JsonObject look(Look look) {
    JsonObject json = new JsonObject();
    JsonObject colours = new JsonObject();
    look.colours().forEach((name, rgb) -> colours.addProperty(name, String.format("#%06x", rgb)));
    json.add("colours", colours);
    json.add("letters", numbers(look.letters()));
    json.addProperty("letter_size", look.letterSize());
    json.addProperty("cell_lines", look.cellLines());
    json.addProperty("box_height", look.boxHeight());
    json.addProperty("box_width", look.boxWidth());
    json.addProperty("blank", look.blank().orElse(null));
    json.add("path", look.path().map(PageGrids::path).orElse(null));
    return json;
  }

  private static JsonObject path(Look.Path path) {
    JsonObject json = new JsonObject();
    json.addProperty("symbol", path.symbol());
    json.addProperty("ground", path.ground());
    json.add("ends", numbers(path.ends()));
    return json;
  }

  private static JsonArray numbers(List<Integer> numbers) {
    JsonArray array = new JsonArray();
    numbers.forEach(array::add);
    return array;
  }
}
