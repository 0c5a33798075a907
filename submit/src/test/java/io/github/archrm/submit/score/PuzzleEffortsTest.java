package io.github.archrm.submit.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.solver.think.Effort;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PuzzleEffortsTest {
  @Test
  void theMiddleAndWhatNinetyFivePercentTake() {
    List<Effort> hundred =
        IntStream.rangeClosed(1, 100).mapToObj(i -> new Effort(i / 10.0, i, 101 - i)).toList();
    PuzzleEfforts efforts = PuzzleEfforts.of(hundred).orElseThrow();
    assertEquals(new Effort(5, 50, 50), efforts.median());
    assertEquals(new Effort(9.5, 95, 95), efforts.high());
    assertTrue(efforts.toString().contains("5.00 median, 9.50 for 95 %"), efforts::toString);
    assertEquals(95, efforts.toJson().getAsJsonObject("high").get("segments").getAsInt());
  }

  @Test
  void oneIsTheMiddleOfItself() {
    Effort one = new Effort(1, 2, 3);
    assertEquals(
        Optional.of(new PuzzleEfforts(one, one)), PuzzleEfforts.of(Collections.nCopies(1, one)));
    assertEquals(Optional.empty(), PuzzleEfforts.of(List.of()));
  }
}
