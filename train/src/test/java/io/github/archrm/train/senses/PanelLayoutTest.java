package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PanelLayoutTest {
  private static final OutputSize SQUARE = new OutputSize(2, 2);

  private static Optional<PanelLayout> of(Grid input, OutputSize size) {
    return PanelLayout.of(List.of(input), List.of(size));
  }

  private static List<List<String>> shown(Grid input, OutputSize size) {
    return of(input, size).orElseThrow().shown(input, size).stream().map(Drawn::rows).toList();
  }

  @Test
  void panelsBesideEachOtherAreShownInOrder() {
    assertEquals(
        List.of(List.of("#.", "##"), List.of(".o", "oo"), List.of(" "), List.of(" ")),
        shown(Drawn.grid("#..o", "##oo"), SQUARE));
  }

  @Test
  void linesBetweenPanelsAreNoPartOfThem() {
    assertEquals(
        List.of(List.of("#.", "##"), List.of("..", ".o"), List.of("..", ".."), List.of("oo", "o.")),
        shown(Drawn.grid("#.+..", "##+.o", "+++++", "..+oo", "..+o."), SQUARE));
  }

  @Test
  void ofMoreThanFourThoseInTheCornersAreShown() {
    Grid nine =
        Grid.generate(
            6, 6, (r, c) -> r < 2 && c > 3 ? 1 : r > 3 && c < 2 ? 2 : r > 3 && c > 3 ? 3 : r % 2);
    assertEquals(
        List.of(List.of("..", "##"), List.of("##", "##"), List.of("oo", "oo"), List.of("++", "++")),
        shown(nine, SQUARE));
    assertEquals(9, of(nine, SQUARE).orElseThrow().all(nine, SQUARE).size());
  }

  /** One of two inputs has a line where the other has none: no line is meant. */
  @Test
  void allInputsOfATaskAreSeenAlike() {
    OutputSize row = new OutputSize(1, 2);
    Grid lined = Drawn.grid("#.", "++", ".#");
    Grid other = Drawn.grid("#.", "#+", ".#");
    assertEquals(Optional.of(new PanelLayout(1)), of(lined, row));
    assertEquals(
        Optional.of(new PanelLayout(0)), PanelLayout.of(List.of(lined, other), List.of(row, row)));
  }

  @Test
  void whatIsNoLineMakesNoPanels() {
    assertEquals(Optional.empty(), of(Drawn.grid("#.+..", "##.oo"), SQUARE));
    Grid whole = Drawn.grid("#.+..", "##+oo");
    assertEquals(Optional.of(new PanelLayout(1)), of(whole, SQUARE));
    assertEquals(Optional.empty(), of(whole, new OutputSize(2, 5)), "the input itself");
    assertEquals(Optional.empty(), of(whole, new OutputSize(1, 1)), "cells");
    Grid many = Grid.generate(8, 8, (r, c) -> (r + c) % 2);
    assertEquals(Optional.empty(), of(many, SQUARE), "too many");
  }
}
