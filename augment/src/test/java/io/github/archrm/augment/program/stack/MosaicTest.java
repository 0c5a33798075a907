package io.github.archrm.augment.program.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.archrm.augment.program.primitive.PlacedGrid;
import io.github.archrm.tasks.Grid;
import org.junit.jupiter.api.Test;

class MosaicTest {
  private static Grid pattern(int height, int width) {
    return Grid.generate(height, width, (r, c) -> 1 + (r % 3 + 2 * c) % 3);
  }

  @Test
  void aHoleInAPatternIsFilled() {
    Grid whole = pattern(12, 12);
    Grid torn =
        Grid.generate(12, 12, (r, c) -> r >= 4 && r < 7 && c >= 5 && c < 8 ? 0 : whole.cell(r, c));
    byte[] cells = Mosaic.complete(PlacedGrid.of(torn));
    assertEquals(whole, PlacedGrid.of(0, 0, 12, 12, cells, 0).grid());
  }

  @Test
  void withoutAnyWholeSquareNothingIsTold() {
    assertNull(Mosaic.complete(PlacedGrid.blank(6, 6)));
    assertNull(Mosaic.complete(PlacedGrid.blank(2, 9)));
  }
}
