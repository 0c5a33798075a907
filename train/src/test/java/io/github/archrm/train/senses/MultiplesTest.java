package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultiplesTest {
  @Test
  void enlargedRepeatedAndMirrored() {
    List<List<String>> multiples =
        Multiples.of(Drawn.grid("#.", "oo"), new OutputSize(4, 6)).stream()
            .map(Drawn::rows)
            .toList();
    assertEquals(Multiples.COUNT, multiples.size());
    assertEquals(
        List.of(
            List.of("###...", "###...", "oooooo", "oooooo"),
            List.of("#.#.#.", "oooooo", "#.#.#.", "oooooo"),
            List.of("#..##.", "oooooo", "oooooo", "#..##."),
            List.of(" ")),
        multiples.subList(0, 4));
  }

  @Test
  void turnedAboutACorner() {
    List<Grid> multiples = Multiples.of(Drawn.grid("#.", "o+"), new OutputSize(4, 4));
    assertEquals(List.of("#.o#", "o++.", ".++o", "#o.#"), Drawn.rows(multiples.get(3)));
    assertEquals(List.of("#..+", "o+#o", "o#+o", "+..#"), Drawn.rows(multiples.get(4)));
  }

  @Test
  void anInputOfPanelsIsNotMultiplied() {
    List<Grid> panels =
        Multiples.of(Drawn.grid("#.o", "..o"), new OutputSize(2, 1), new PanelLayout(0));
    assertEquals(Multiples.COUNT, panels.size());
    assertEquals(Suggestions.NOTHING, panels.get(4));
    assertEquals(Drawn.grid("#", "."), panels.get(5));
    assertEquals(Drawn.grid("o", "o"), panels.get(7));
  }
}
