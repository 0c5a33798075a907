package io.github.archrm.augment.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Grid;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static Claim claim(boolean learned, double explained, double cost) {
    return new Claim(learned, explained, 0.5, cost, cost, 1, 0, 0.1, "family", () -> "words");
  }

  /** Four demonstrations, three of which something shorter makes. */
  @Test
  void whatExplainsAllIsBetterThanSomethingShorterThatDoesNot() {
    Grid grid = Grid.of(new int[][] {{1}});
    Ranking ranking = new Ranking(4);
    ranking.add(grid, claim(false, 0.75, 1));
    ranking.add(grid, claim(true, 1, 5));
    ranking.add(grid, claim(false, 0.5, 1));
    assertTrue(ranking.isExplained());
    Evidence evidence = ranking.ranked().get(0).evidence();
    assertEquals(1, evidence.explained());
    assertEquals(5, evidence.cost());
    assertTrue(evidence.learned());
  }
}
