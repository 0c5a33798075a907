package io.github.archrm.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class HaltingTest {
  private static final SplitMix64 RANDOM = new SplitMix64(3);

  private static boolean halts(Halting.Rule rule, int made, double qHalt, double qContinue) {
    return new Halting(rule, 4, 0, 0.5).halts(made, (float) qHalt, (float) qContinue, RANDOM);
  }

  @Test
  void haltOrContinueComparesBothLogits() {
    assertTrue(halts(Halting.Rule.HALT_OR_CONTINUE, 1, -1, -2));
    assertFalse(halts(Halting.Rule.HALT_OR_CONTINUE, 1, 1, 2));
    assertFalse(halts(Halting.Rule.HALT_OR_CONTINUE, 1, 1, 1));
  }

  @Test
  void haltOnlyLooksAtOne() {
    assertTrue(halts(Halting.Rule.HALT_ONLY, 1, 0.1, 9));
    assertFalse(halts(Halting.Rule.HALT_ONLY, 1, -0.1, -9));
    assertFalse(halts(Halting.Rule.HALT_ONLY, 1, 0, -9));
  }

  @Test
  void fixedLooksAtNone() {
    for (int made = 1; made < 4; made++) {
      assertFalse(halts(Halting.Rule.FIXED, made, 9, -9));
    }
  }

  @Test
  void everyRowHaltsAtTheMaximum() {
    for (Halting.Rule rule : Halting.Rule.values()) {
      assertFalse(halts(rule, 3, -9, 9));
      assertTrue(halts(rule, 4, -9, 9));
      assertTrue(new Halting(rule, 4, 1, 0.5).halts(4, -9, 9, RANDOM), "even when exploring");
      assertTrue(new Halting(rule, 1, 1, 0.5).halts(1, -9, 9, RANDOM), "no room to explore");
    }
  }

  /** With a least number of segments drawn from 2..4, a share of 0, 1/3, 2/3, 1 may halt. */
  @Test
  void explorationHoldsBackRowsThatWantToHalt() {
    int draws = 30_000;
    for (double exploration : new double[] {0.1, 1}) {
      Halting halting = new Halting(Halting.Rule.HALT_ONLY, 4, exploration, 0.5);
      for (int made = 1; made <= 4; made++) {
        int halted = 0;
        for (int i = 0; i < draws; i++) {
          halted += halting.halts(made, 5, 0, RANDOM) ? 1 : 0;
        }
        double expected = 1 - exploration + exploration * (made - 1) / 3;
        assertEquals(expected, (double) halted / draws, 0.01, "after " + made);
      }
    }
  }

  @Test
  void aRowNeedsASegment() {
    assertThrows(IllegalArgumentException.class, () -> new Halting(Halting.Rule.FIXED, 0, 0, 0.5));
  }

  /** Only the rule with two logits needs the next segment, which costs a second forward pass. */
  @Test
  void onlyHaltOrContinueLooksAhead() {
    for (Halting.Rule rule : Halting.Rule.values()) {
      List<SegmentTrainer.Details> seen = steps(new Halting(rule, 3, 0.1, 0.5), 4);
      boolean looksAhead = rule == Halting.Rule.HALT_OR_CONTINUE;
      assertEquals(
          looksAhead ? 4 : 0,
          seen.stream()
              .map(SegmentTrainer.Details::targetContinue)
              .filter(Objects::nonNull)
              .count(),
          rule::toString);
      assertTrue(seen.stream().allMatch(details -> details.continueLoss() > 0 == looksAhead));
    }
    // A single segment has no next one.
    assertTrue(
        steps(new Halting(Halting.Rule.HALT_OR_CONTINUE, 1, 0, 0.5), 2).stream()
            .allMatch(details -> details.targetContinue() == null));
  }

  private static List<SegmentTrainer.Details> steps(Halting halting, int steps) {
    Small.compute();
    ModelConfig config = Small.model();
    Recipe recipe = Small.recipe(config, false, halting);
    Canvas canvas = new Canvas(2, 2);
    SplitMix64 random = new SplitMix64(1);
    List<SegmentTrainer.Details> seen = new ArrayList<>();
    try (NDManager manager = NDManager.newBaseManager();
        Weights weights = HrmModel.initialize(config, canvas, manager, random);
        AdamATan2 optimizer = new AdamATan2(weights, manager, recipe.optimizer());
        Carry carry = new Carry(Layout.of(manager, config, 2, 3, canvas, Arc.KIND.structure()))) {
      SegmentTrainer trainer =
          new SegmentTrainer(
              new HrmModel(config, canvas, weights, manager),
              weights,
              optimizer,
              recipe,
              random,
              manager);
      trainer.probe(seen::add);
      Row row =
          Row.planes(
              new int[] {1, 2, 3},
              new int[] {0, 1, 2, 0},
              new int[] {1, 1, 2, 1},
              new float[4 * Row.FEATURES],
              0);
      for (int i = 0; i < steps; i++) {
        trainer.step(carry, () -> row, 1e-3);
      }
    }
    return seen;
  }
}
