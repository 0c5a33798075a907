package io.github.archrm.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PolicyTest {
  @Test
  void aModelWeighsMoreTheMoreItFits() {
    Policy.Vote vote = new Policy.Vote(true, 0.2, 0);
    assertEquals(0.2, vote.weight(0), 1e-12);
    assertEquals(0.6, vote.weight(0.5), 1e-12);
    assertEquals(1, vote.weight(1), 1e-12);
  }
}
