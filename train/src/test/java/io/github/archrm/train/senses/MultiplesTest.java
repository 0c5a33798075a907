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
  void anInputOfPanelsIsNotMultiplied() {
    List<Grid> panels = Multiples.of(Drawn.grid("#.o", "..o"), new OutputSize(2, 1));
    assertEquals(Multiples.COUNT, panels.size());
    assertEquals(Suggestions.NOTHING, panels.get(2));
    assertEquals(Drawn.grid("#", "."), panels.get(3));
    assertEquals(Drawn.grid("o", "o"), panels.get(5));
  }
}
