package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.augment.View;
import io.github.archrm.tasks.Grid;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MirrorsTest {
  private static List<String> image(int which, String... drawn) {
    return Drawn.rows(Mirrors.of(Drawn.grid(drawn)).get(which));
  }

  /** A figure that would look the same from both sides but for one cell. */
  @Test
  void mirroredAtTheAxisThatSuitsItBest() {
    assertEquals(
        List.of(".....  ", ".#.#.  ", ".o#o.  ", ".#...  "),
        image(0, ".......", ".#.#...", ".o#o...", "...#..."));
  }

  /** A cross that lacks its lowest cell gets it from each of its quarter turns. */
  @Test
  void turnedAboutTheCentreThatSuitsItBest() {
    String[] cross = {
      "..#...", //
      ".###..", "......", "......"
    };
    for (int which : new int[] {3, 4}) {
      List<String> turned = image(which, cross);
      assertEquals('#', turned.get(2).charAt(2));
      assertEquals('#', turned.get(0).charAt(2));
    }
    assertEquals("..#", image(2, cross).get(2).substring(0, 3));
  }

  @Test
  void whatIsSymmetricStaysAsItIs() {
    Grid symmetric = Drawn.grid(".###.", "##o##", "#o.o#", "##o##", ".###.");
    for (Grid image : Mirrors.of(symmetric)) {
      assertEquals(symmetric, image);
    }
  }

  @Test
  void noneAboutTwoAxesThatAreAsGood() {
    assertEquals(List.of(" "), image(0, "#...o"));
  }

  @Test
  void ofNothingButBackgroundThereIsNone() {
    assertEquals(List.of(" "), image(0, "..", ".."));
  }

  /** Images of a turned input are the turned images of the input, in another order. */
  @Test
  void turnsWithTheInput() {
    Random random = new Random(6);
    for (int time = 0; time < 40; time++) {
      Grid input = Drawn.random(random, 6, 3);
      for (View view : Dihedral.values()) {
        assertEquals(
            sorted(Mirrors.of(input).stream().map(view::apply).toList()),
            sorted(Mirrors.of(view.apply(input))),
            view + " of " + Drawn.rows(input));
      }
    }
  }

  private static List<String> sorted(List<Grid> images) {
    return images.stream().map(image -> Drawn.rows(image).toString()).sorted().toList();
  }
}
