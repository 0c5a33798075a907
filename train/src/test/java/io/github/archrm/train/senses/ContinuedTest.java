package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.archrm.tasks.OutputSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContinuedTest {
  private static final List<String> NOTHING = List.of(" ");

  private static List<String> continued(int height, int width, String... drawn) {
    return Drawn.rows(Continued.of(Drawn.grid(drawn), new OutputSize(height, width)));
  }

  @Test
  void goesOnByItsPeriodsBothWays() {
    assertEquals(
        List.of("#.o#.o#", ".#o.#o.", "#.o#.o#", ".#o.#o."),
        continued(4, 7, "#.o#", ".#o.", "#.o#"));
  }

  @Test
  void theLeastPeriodCounts() {
    assertEquals(List.of("#.#.#."), continued(1, 6, "#.#."));
  }

  @Test
  void oneDirectionGoesOnAlone() {
    assertEquals(List.of("#.o", "#.o", "#.o"), continued(3, 3, "#.o", "#.o"));
  }

  @Test
  void withoutAPeriodThereIsNone() {
    assertEquals(NOTHING, continued(2, 6, "#.o", "..o"));
  }

  @Test
  void anOutputThatIsNotLargerHasNone() {
    assertEquals(NOTHING, continued(1, 2, "####"));
    assertEquals(NOTHING, continued(2, 2, "####"));
    assertEquals(NOTHING, continued(1, 4, "####"));
  }
}
