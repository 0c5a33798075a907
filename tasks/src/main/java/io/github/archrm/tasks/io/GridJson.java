package io.github.archrm.tasks.io;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.archrm.tasks.Grid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A grid as JSON: a list of rows, each a list of as many symbols, each a whole number; in a grid of
 * ARC a colour 0-9. {@code 1.0} is whole: JSON has one sort of numbers only, and some programs
 * write all of them so.
 *
 * <p>Reading takes exactly one value from the stream, whether it is a grid or not, so that what
 * follows can still be read.
 */
public final class GridJson {
  /** The most rows and the most columns of a grid in ARC's competitions. */
  public static final int MAX_SIDE = 30;

  /** The most rows and the most columns that are read. */
  static final int LARGEST_SIDE = 1000;

  private static final Pattern WHOLE = Pattern.compile("(\\d{1,2})(?:\\.0+)?");

  private final JsonReader json;
  private final String place;
  private final int digits;
  private final Consumer<String> problems;
  private boolean sound = true;

  /** Whether it is a list, and no list in it holds anything. */
  private boolean isEmpty;

  private GridJson(JsonReader json, String place, int digits, Consumer<String> problems) {
    this.json = json;
    this.place = place;
    this.digits = digits;
    this.problems = problems;
  }

  /**
   * Reads the next value as a grid of ARC.
   *
   * @param json should be strict; positioned before a value
   * @param place how messages name the grid, such as {@code demonstration 2 output}
   * @param problems gets one line for everything that is wrong, the first one first
   * @return the grid, or empty after a problem
   * @throws IOException if the stream ends or is not JSON
   */
  public static Optional<Grid> read(JsonReader json, String place, Consumer<String> problems)
      throws IOException {
    return new GridJson(json, place, 1, problems).grid();
  }

  /** As {@link #read}, with symbols 0-99; whether they are the right ones is left to the kind. */
  public static Optional<Grid> readSymbols(JsonReader json, String place, Consumer<String> problems)
      throws IOException {
    return new GridJson(json, place, 2, problems).grid();
  }

  /**
   * As {@link #readSymbols}, but null and a list without any cell stand for no grid.
   *
   * @return empty where there is none, too
   */
  static Optional<Grid> readIfAny(JsonReader json, String place, Consumer<String> problems)
      throws IOException {
    if (json.peek() == JsonToken.NULL) {
      json.nextNull();
      return Optional.empty();
    }
    List<String> wrong = new ArrayList<>();
    GridJson reader = new GridJson(json, place, 2, wrong::add);
    Optional<Grid> grid = reader.grid();
    if (!reader.isEmpty) {
      wrong.forEach(problems);
    }
    return grid;
  }

  /** Writes a grid in one line, {@code [[0, 1], [2, 3]]}. */
  public static String write(Grid grid) {
    return Arrays.deepToString(grid.toRows());
  }

  private Optional<Grid> grid() throws IOException {
    if (!beginsList("", "a list of rows")) {
      return Optional.empty();
    }
    List<int[]> rows = new ArrayList<>();
    json.beginArray();
    isEmpty = true;
    while (json.hasNext()) {
      if (rows.size() == LARGEST_SIDE) {
        problem("", "more than " + LARGEST_SIDE + " rows");
        skipRest();
        break;
      }
      rows.add(row(rows.size()));
      int first = rows.get(0).length;
      int last = rows.get(rows.size() - 1).length;
      if (sound && first != last) {
        problem(", row " + (rows.size() - 1), last + " cells where row 0 has " + first);
      }
    }
    json.endArray();
    if (rows.isEmpty()) {
      problem("", "no rows");
    }
    return sound ? Optional.of(Grid.of(rows.toArray(int[][]::new))) : Optional.empty();
  }

  private int[] row(int r) throws IOException {
    if (!beginsList(", row " + r, "a list of colours")) {
      isEmpty = false;
      return new int[0];
    }
    int[] cells = new int[MAX_SIDE];
    int width = 0;
    json.beginArray();
    while (json.hasNext()) {
      if (width == LARGEST_SIDE) {
        problem(", row " + r, "more than " + LARGEST_SIDE + " cells");
        skipRest();
        break;
      }
      if (width == cells.length) {
        cells = Arrays.copyOf(cells, 2 * width);
      }
      cells[width] = colour(r, width);
      width++;
    }
    json.endArray();
    isEmpty &= width == 0;
    if (width == 0) {
      problem(", row " + r, "no cells");
    }
    return Arrays.copyOf(cells, width);
  }

  private int colour(int r, int c) throws IOException {
    if (json.peek() != JsonToken.NUMBER) {
      problem(
          ", row " + r + ", column " + c,
          StrictJson.name(json.peek()) + " where a colour 0-9 belongs");
      json.skipValue();
      return 0;
    }
    String number = json.nextString();
    Matcher whole = WHOLE.matcher(number);
    if (!whole.matches() || whole.group(1).length() > digits) {
      problem(
          ", row " + r + ", column " + c, StrictJson.printable(number) + " is not a colour 0-9");
      return 0;
    }
    return Integer.parseInt(whole.group(1));
  }

  private boolean beginsList(String where, String wanted) throws IOException {
    if (json.peek() == JsonToken.BEGIN_ARRAY) {
      return true;
    }
    problem(where, StrictJson.name(json.peek()) + " where " + wanted + " belongs");
    json.skipValue();
    return false;
  }

  private void skipRest() throws IOException {
    while (json.hasNext()) {
      json.skipValue();
    }
  }

  private void problem(String where, String message) {
    sound = false;
    problems.accept(place + where + ": " + message);
  }
}
