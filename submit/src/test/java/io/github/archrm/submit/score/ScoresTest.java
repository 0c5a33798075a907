package io.github.archrm.submit.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.submit.score.Scores.TaskScore;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
  private final Scores scores =
      Scores.of(List.of(new TaskScore(1, 1), new TaskScore(1, 2), new TaskScore(0, 3)));

  @Test
  void theThreeNumbersDiffer() {
    assertEquals(2.0 / 6, scores.kaggle());
    assertEquals(1.5 / 3, scores.meanTaskFraction());
    assertEquals(1, scores.solvedTasks());
    assertEquals(3, scores.tasks());
  }

  @Test
  void eachHasItsNameAndItsCounts() {
    String text = scores.toString();
    assertTrue(text.contains("33.33 %  2 of 6"), text);
    assertTrue(text.contains("50.00 %  1.50 of 3"), text);
    assertTrue(text.contains("33.33 %  1 of 3"), text);
    assertEquals(6, scores.toJson().getAsJsonObject("kaggle").get("of").getAsInt());
  }
}
