package io.github.archrm.train.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.train.Preset;
import io.github.archrm.train.Recipe;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
  enum Shade {
    LIGHT,
    VERY_DARK
  }

  record Inner(double value, long large) {
    Inner {
      if (value < 0) {
        throw new IllegalArgumentException("value must not be negative, but is " + value);
      }
    }
  }

  record Outer(
      int number,
      boolean truth,
      String text,
      Shade shade,
      Optional<Inner> maybe,
      OptionalInt count,
      OptionalLong bytes,
      List<Inner> several) {}

  private static final Outer FULL =
      new Outer(
          -3,
          true,
          "a \"quoted\" text",
          Shade.VERY_DARK,
          Optional.of(new Inner(1e-4, Long.MIN_VALUE)),
          OptionalInt.of(7),
          OptionalLong.of(Long.MAX_VALUE),
          List.of(new Inner(Double.NaN, 1), new Inner(Double.POSITIVE_INFINITY, Long.MAX_VALUE)));

  @Test
  void everythingComesBackAsItWas() throws FieldException {
    Outer empty =
        new Outer(
            0,
            false,
            "",
            Shade.LIGHT,
            Optional.empty(),
            OptionalInt.empty(),
            OptionalLong.empty(),
            List.of());
    for (Outer outer : List.of(FULL, empty)) {
      JsonElement json = RecordOverrides.strict(RecordJson.write(outer).toString());
      assertEquals(outer, RecordJson.read(json, Outer.class));
    }
    for (Preset preset : Preset.values()) {
      for (Kind kind : List.of(Arc.KIND, Maze.KIND, Sudoku.ofSide(9))) {
        Recipe recipe = preset.recipe(kind);
        assertEquals(recipe, RecordJson.read(RecordJson.write(recipe), Recipe.class));
      }
    }
  }

  private static void refuses(String problem, String name, String value) {
    JsonObject json = RecordJson.write(FULL);
    if (value.isEmpty()) {
      json.remove(name);
    } else {
      json.add(name, RecordOverrides.strict(value));
    }
    FieldException e =
        assertThrows(FieldException.class, () -> RecordJson.read(json, Outer.class), problem);
    assertEquals(problem, e.getMessage());
  }

  @Test
  void whatIsNotExactlyARecordIsToldWithItsPath() {
    refuses("number: is missing", "number", "");
    refuses("number: must be a whole number, not 0.5", "number", "0.5");
    refuses("number: must be a whole number, not 2147483648", "number", "2147483648");
    refuses("number: must be a whole number, not 1e99999999", "number", "1e99999999");
    refuses("number: must be a whole number, not \"3\"", "number", "\"3\"");
    refuses("truth: must be true or false, not null", "truth", "null");
    refuses("text: must be a string, not 3", "text", "3");
    refuses("shade: must be one of LIGHT, VERY_DARK, not \"red\"", "shade", "\"red\"");
    refuses("several: must be a list, not {}", "several", "{}");
    refuses("several[0]: must be an object, not 1", "several", "[1]");
    refuses(
        "several[0].value: must be a number, not 1e999",
        "several",
        "[{\"value\": 1e999, \"large\": 1}]");
    refuses(
        "several[0]: value must not be negative, but is -1.0",
        "several",
        "[{\"value\": -1, \"large\": 1}]");
    refuses("maybe.other: no such name; there are value, large", "maybe", "{\"other\": 1}");
    refuses(
        "more: no such name; there are number, truth, text, shade, maybe, count, bytes, several",
        "more",
        "1");
  }

  @Test
  void overridesChangeOnlyWhatTheyName() throws FieldException {
    Recipe usual = Preset.STANDARD.recipe(Maze.KIND);
    JsonObject json = RecordJson.write(usual);
    RecordOverrides.merge(json, Recipe.class, RecordOverrides.of("batch.rows", "3"), "");
    RecordOverrides.merge(json, Recipe.class, RecordOverrides.of("loss", "softmax"), "");
    Recipe other = RecordJson.read(json, Recipe.class);
    assertEquals(usual.withBatch(3).model(), other.model());
    assertEquals(3, other.batch().rows());
    assertEquals(usual.batch().tokens(), other.batch().tokens());
    assertEquals("SOFTMAX", other.loss().name());
    FieldException e =
        assertThrows(
            FieldException.class,
            () ->
                RecordOverrides.merge(
                    json, Recipe.class, RecordOverrides.of("model.depth", "2"), ""));
    assertEquals("model.depth: must be an object, not 2", e.getMessage());
  }
}
