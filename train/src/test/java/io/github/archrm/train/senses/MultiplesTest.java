package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    assertEquals(
        List.of(
            List.of("###...", "###...", "oooooo", "oooooo"),
            List.of("#.#.#.", "oooooo", "#.#.#.", "oooooo"),
            List.of("#..##.", "oooooo", "oooooo", "#..##.")),
        multiples);
  }
}
