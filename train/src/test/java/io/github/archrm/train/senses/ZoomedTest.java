package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoomedTest {
  private static final Grid INPUT = Drawn.grid("....", ".#o.", "....", "....");

  @Test
  void whatIsNotBackgroundIsEnlargedAndRepeated() {
    List<Grid> zoomed = Zoomed.of(INPUT, new OutputSize(2, 4));
    assertEquals(List.of("##oo", "##oo"), Drawn.rows(zoomed.get(0)));
    assertEquals(List.of("#o#o", "#o#o"), Drawn.rows(zoomed.get(1)));
  }

  @Test
  void nothingWhereItDoesNotFillTheOutputOrIsTheOutput() {
    List<Grid> nothing = List.of(Suggestions.NOTHING, Suggestions.NOTHING);
    assertEquals(nothing, Zoomed.of(INPUT, new OutputSize(3, 3)));
    assertEquals(nothing, Zoomed.of(INPUT, new OutputSize(1, 2)));
    assertEquals(nothing, Zoomed.of(INPUT, new OutputSize(1, 1)), "smaller than the part");
  }
}
