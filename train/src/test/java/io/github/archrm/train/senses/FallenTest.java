package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.tasks.Grid;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FallenTest {
  private static final Grid LOOSE =
      Drawn.grid(
          "o..#.", //
          "#....", "...o.", ".....");

  private static List<String> fallen(int which) {
    return Drawn.rows(Fallen.of(LOOSE).get(which));
  }

  @Test
  void downAndUpInTheOrderThatTheyHad() {
    assertEquals(List.of(".....", ".....", "o..#.", "#..o."), fallen(0));
    assertEquals(List.of("o..#.", "#..o.", ".....", "....."), fallen(1));
  }

  @Test
  void leftAndRight() {
    assertEquals(List.of("o#...", "#....", "o....", "....."), fallen(2));
    assertEquals(List.of("...o#", "....#", "....o", "....."), fallen(3));
  }

  @Test
  void turnsWithTheInput() {
    Random random = new Random(4);
    for (int time = 0; time < 50; time++) {
      Grid input = Drawn.random(random, 6, 3);
      List<Grid> here = Fallen.of(input);
      List<Grid> turned = Fallen.of(Dihedral.ROTATE_180.apply(input));
      List<Grid> transposed = Fallen.of(Dihedral.TRANSPOSE.apply(input));
      assertEquals(Dihedral.ROTATE_180.apply(here.get(0)), turned.get(1));
      assertEquals(Dihedral.ROTATE_180.apply(here.get(2)), turned.get(3));
      assertEquals(Dihedral.TRANSPOSE.apply(here.get(0)), transposed.get(3));
      assertEquals(Dihedral.TRANSPOSE.apply(here.get(1)), transposed.get(2));
    }
  }
}
