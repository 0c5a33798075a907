package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.archrm.tasks.Grid;
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
  void ofTheObjectOfMostSymbolsAndOfFewest() {
    String[] apart = {"##...#o", "#....#+", ".......", "oo.....", "oo....."};
    assertEquals(List.of("#o", "#+"), crop(3, apart));
    assertEquals(NOTHING, crop(4, apart), "two have one symbol beside the background");
  }

  @Test
  void ofTheMostAndTheLeastSymmetricObject() {
    String[] apart = {"##...##", "##...#.", ".......", ".......", ".###...", "..##..."};
    assertEquals(List.of("##", "##"), crop(5, apart));
    assertEquals(List.of("###", ".##"), crop(6, apart));
  }

  @Test
  void ofTheObjectWithMostOfTheRarestSymbol() {
    String[] apart = {"##...#o", "##...#o", ".......", "##....#", "#o....#"};
    assertEquals(List.of("#o", "#o"), crop(7, apart));
  }

  @Test
  void ofTheObjectOfWhoseShapeThereAreMostAndFewest() {
    String[] apart = {"#...#..o", "........", "..##....", "........", "#......."};
    assertEquals(NOTHING, crop(9, apart), "some of a shape differ in their symbols");
    assertEquals(List.of("##"), crop(10, apart));
    String[] alike = {"#...#...", "........", "..##....", "........", "#......."};
    assertEquals(List.of("#"), crop(9, alike));
  }

  /** The third of three panels has the fewest symmetries. */
  @Test
  void ofPanelsOneIsChosen() {
    List<Grid> panels =
        List.of(Drawn.grid("#o", "o#"), Drawn.grid("++", "++"), Drawn.grid("oo", "##"));
    Grid input = Drawn.grid("#o", "o#", "++", "++", "oo", "##");
    assertEquals(panels.get(2), Crops.of(input, panels).get(6));
  }

  @Test
  void ofNothingButBackgroundNone() {
    for (int which = 0; which < Crops.COUNT; which++) {
      assertEquals(NOTHING, crop(which, "..", ".."));
    }
  }
}
