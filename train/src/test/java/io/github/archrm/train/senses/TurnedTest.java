package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TurnedTest {
  /** Seen through a view, the ways to turn an input are those of the viewed input. */
  @Test
  void theyAreAllOthersOfTheEight() {
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      int side = 1 + random.nextInt(6);
      Grid input = Grid.generate(side, side, (r, c) -> random.nextInt(4));
      OutputSize size = new OutputSize(side, side);
      Set<Grid> all = new HashSet<>(Turned.of(input, size));
      all.add(input);
      for (Dihedral view : Dihedral.values()) {
        Set<Grid> seen = new HashSet<>(Turned.of(view.apply(input), size));
        seen.add(view.apply(input));
        assertEquals(all, seen);
      }
    }
  }

  @Test
  void theyAreRepeatedWhereTheyFillTheOutput() {
    List<Grid> turned = Turned.of(Drawn.grid("#o"), new OutputSize(2, 2));
    assertEquals(Turned.COUNT, turned.size());
    assertEquals(
        Set.of(List.of("##", "oo"), List.of("oo", "##"), List.of("o#", "o#"), List.of("#o", "#o")),
        Set.copyOf(turned.stream().map(Drawn::rows).toList()));
    List<Grid> odd = Turned.of(Drawn.grid("#o"), new OutputSize(3, 2));
    assertTrue(odd.contains(Suggestions.NOTHING), "two rows do not fill three");
    assertTrue(odd.contains(Drawn.grid("o#", "o#", "o#")));
  }
}
