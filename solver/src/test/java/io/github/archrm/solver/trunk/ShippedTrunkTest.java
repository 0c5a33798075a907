package io.github.archrm.solver.trunk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.tasks.maze.Maze;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.train.Trunk;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedTrunkTest {
  @ParameterizedTest
  @ValueSource(strings = {"sudoku", "maze"})
  void aTrunkHasTheRecordOfHowItWasMade(String name) throws Exception {
    Trunk trunk = ShippedTrunk.of(Kinds.named(name, 9).orElseThrow()).orElseThrow();
    JsonObject record;
    try (Reader reader =
        new InputStreamReader(
            ShippedTrunk.class.getResourceAsStream(name + ".json"), StandardCharsets.UTF_8)) {
      record = JsonParser.parseReader(reader).getAsJsonObject();
    }
    assertEquals(trunk.fingerprint(), record.get("fingerprint").getAsString());
    for (String part : List.of("data", "machine", "validation")) {
      assertFalse(record.get(part).getAsString().isBlank(), part);
    }
    assertTrue(
        record.getAsJsonArray("commands").asList().stream()
            .anyMatch(command -> command.getAsString().startsWith("arc-hrm train ")));
  }

  @Test
  void oneTrunkServesAllSizes() {
    assertEquals(ShippedTrunk.of(Sudoku.ofSide(4)), ShippedTrunk.of(Sudoku.ofSide(16)));
    assertTrue(ShippedTrunk.of(Maze.KIND).isPresent());
  }

  @Test
  void kindsThatMustBeLearnedHaveNone() {
    assertEquals(Optional.empty(), ShippedTrunk.of(Arc.KIND));
  }
}
