package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CropsTest {
  private static final List<String> NOTHING = List.of(" ");

  private static List<String> crop(int which, String... drawn) {
    return Drawn.rows(Crops.of(Drawn.grid(drawn)).get(which));
  }

  @Test
  void ofAllThatIsNotBackground() {
    assertEquals(
        List.of("#o..", ".#..", "...o"), crop(0, "......", ".#o...", "..#...", "....o.", "......"));
  }

  @Test
  void ofTheLargestAndTheSmallestObject() {
    String[] apart = {"......", ".#o...", "..#...", "......", "....o."};
    assertEquals(List.of("#o", ".#"), crop(1, apart));
    assertEquals(List.of("o"), crop(2, apart));
    String[] alone = {"....", ".#o.", "...."};
    assertEquals(List.of("#o"), crop(1, alone));
    assertEquals(List.of("#o"), crop(2, alone));
  }

  @Test
  void noneOfTwoThatAreAsLarge() {
    String[] twins = {"#..#", "....", "o..."};
    assertEquals(NOTHING, crop(1, twins));
    assertEquals(NOTHING, crop(2, twins));
  }

  @Test
  void ofNothingButBackgroundNone() {
    for (int which = 0; which < Crops.COUNT; which++) {
      assertEquals(NOTHING, crop(which, "..", ".."));
    }
  }
}
