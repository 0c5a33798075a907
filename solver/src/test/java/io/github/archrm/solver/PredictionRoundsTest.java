package io.github.archrm.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PredictionRoundsTest {
  @Test
  void everyViewIsAskedWithChannelsAndWithout() {
    for (int views = 1; views <= 16; views++) {
      for (int view = 0; view < views; view++) {
        assertNotEquals(
            PredictionRounds.withChannels(view, views),
            PredictionRounds.withChannels(views + view, views),
            view + " of " + views);
      }
    }
    long with = IntStream.range(0, 16).filter(i -> PredictionRounds.withChannels(i, 16)).count();
    assertEquals(8, with);
  }
}
