package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.archrm.tasks.Grid;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CondensedTest {
  @Test
  void linesThatAreAsTheOneBeforeAreLeftOut() {
    assertEquals(
        List.of("#.#", "ooo"), Drawn.rows(Condensed.of(Drawn.grid("##..#", "##..#", "ooooo"))));
    assertEquals(List.of("#"), Drawn.rows(Condensed.of(Drawn.grid("##", "##"))));
  }

  /** What is enlarged, and has no like lines beside each other, is found again. */
  @Test
  void undoesAnEnlargement() {
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      Grid once = Condensed.of(Drawn.random(random, 6, 3));
      assertEquals(once, Condensed.of(once));
      assertEquals(once, Condensed.of(once.enlarged(1 + random.nextInt(3), 1 + random.nextInt(3))));
    }
  }
}
