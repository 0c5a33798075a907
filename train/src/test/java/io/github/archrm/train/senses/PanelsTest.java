package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelsTest {
  private static List<List<String>> drawn(List<Grid> panels) {
    return panels.stream().map(Drawn::rows).toList();
  }

  @Test
  void panelsBesideEachOtherAreShownInOrder() {
    Grid two = Drawn.grid("#..o", "##oo");
    assertEquals(
        List.of(List.of("#.", "##"), List.of(".o", "oo"), List.of(" "), List.of(" ")),
        drawn(Panels.of(two, new OutputSize(2, 2))));
  }

  @Test
  void linesBetweenPanelsAreNoPartOfThem() {
    Grid four = Drawn.grid("#.+..", "##+.o", "+++++", "..+oo", "..+o.");
    OutputSize size = new OutputSize(2, 2);
    assertTrue(Panels.fit(four, size));
    assertEquals(
        List.of(List.of("#.", "##"), List.of("..", ".o"), List.of("..", ".."), List.of("oo", "o.")),
        drawn(Panels.of(four, size)));
  }

  @Test
  void ofMoreThanFourThoseInTheCornersAreShown() {
    Grid nine =
        Grid.generate(
            6, 6, (r, c) -> r < 2 && c > 3 ? 1 : r > 3 && c < 2 ? 2 : r > 3 && c > 3 ? 3 : 0);
    assertEquals(
        List.of(List.of("..", ".."), List.of("##", "##"), List.of("oo", "oo"), List.of("++", "++")),
        drawn(Panels.of(nine, new OutputSize(2, 2))));
  }

  @Test
  void whatIsNoLineMakesNoPanels() {
    Grid broken = Drawn.grid("#.+..", "##.oo");
    assertFalse(Panels.fit(broken, new OutputSize(2, 2)));
    Grid whole = Drawn.grid("#.+..", "##+oo");
    assertTrue(Panels.fit(whole, new OutputSize(2, 2)));
    assertFalse(Panels.fit(whole, new OutputSize(2, 5)), "the input itself");
    assertFalse(Panels.fit(whole, new OutputSize(1, 1)), "cells");
    assertFalse(
        Panels.fit(Grid.generate(8, 8, (r, c) -> (r + c) % 2), new OutputSize(2, 2)), "too many");
  }
}
