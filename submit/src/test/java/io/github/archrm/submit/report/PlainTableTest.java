package io.github.archrm.submit.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlainTableTest {
  @Test
  void columnsAreAsWideAsTheirWidestCellAndNumbersStandToTheRight() {
    PlainTable table = new PlainTable(List.of("id", "steps", "result"), Set.of("steps"));
    table.add("a-rather-long-id", "7", "solved");
    table.add("b", "123456", "-");
    assertEquals(
        List.of(
            "id                 steps  result",
            "a-rather-long-id       7  solved",
            "b                 123456  -"),
        table.toString().lines().toList());
  }
}
