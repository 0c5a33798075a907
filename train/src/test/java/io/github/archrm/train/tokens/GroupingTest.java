package io.github.archrm.train.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.tokens.Tokens.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupingTest {
  /** What is shown remembers what it is and what it was laid on. */
  private record Shown(Frame ownFrame, List<Frame> laid) implements Sight {
    @Override
    public Row on(Frame frame) {
      laid.add(frame);
      return Row.sequence(new int[0], new int[0], 0);
    }
  }

  private static List<Sight> sights(Random random, int rows) {
    List<Sight> sights = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      Canvas canvas = new Canvas(1 + random.nextInt(9), 1 + random.nextInt(9));
      sights.add(new Shown(new Frame(canvas, 1 + random.nextInt(5)), new ArrayList<>()));
    }
    return sights;
  }

  @Test
  void everyRowIsLaidOnceOnAFrameThatHoldsIt() {
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      int empty = random.nextInt(300);
      int most = 100 + random.nextInt(1000);
      List<Sight> sights = sights(random, 1 + random.nextInt(20));
      List<Grouping.Part> parts = new Grouping(empty, most).parts(sights);
      assertEquals(sights.size(), parts.stream().mapToInt(part -> part.rows().size()).sum());
      int unfilled = 0;
      for (Sight sight : sights) {
        Shown shown = (Shown) sight;
        assertEquals(1, shown.laid().size());
        Frame frame = shown.laid().get(0);
        assertEquals(frame, frame.covering(shown.ownFrame()));
        unfilled += frame.tokens() - shown.ownFrame().tokens();
      }
      assertTrue(unfilled <= empty * parts.size(), unfilled + " in " + parts.size() + " parts");
      for (Grouping.Part part : parts) {
        int rows = part.rows().size();
        assertTrue(rows == 1 || rows * part.frame().tokens() <= most, part::toString);
      }
    }
  }

  @Test
  void rowsOfOneFrameMakeOnePart() {
    Sight one = new Shown(new Frame(new Canvas(3, 4), 2), new ArrayList<>());
    assertEquals(1, new Grouping(0, 1000).parts(List.of(one, one, one)).size());
  }
}
