package io.github.archrm.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.View;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThinkingTest {
  private static final Question FIRST = new Question(0, View.identity());
  private static final Question SECOND = new Question(1, View.identity());

  private TaskTrainer trainer;

  @BeforeEach
  void train() {
    Task task = Boards.sudoku(4, 8, 2);
    trainer = new TaskTrainer(task, Recipe.of(task.kind()), Small.compute(), 3);
    Small.train(trainer, 30);
  }

  @AfterEach
  void close() {
    trainer.close();
  }

  private List<ViewPrediction> ofRow(int row, int segments, Thinking thinking) {
    List<ViewPrediction> seen = new ArrayList<>();
    for (int segment = 0; segment < segments; segment++) {
      seen.add(thinking.segment().get(row));
    }
    return seen;
  }

  private static void assertSame(List<ViewPrediction> expected, List<ViewPrediction> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).grid(), actual.get(i).grid());
      assertEquals(expected.get(i).halting(), actual.get(i).halting(), 1e-4);
    }
  }

  @Test
  void aSegmentAtATimeIsAsAllAtOnce() {
    try (Thinking thinking = trainer.predictor().begin(List.of(FIRST), FIRST.test())) {
      assertSame(trainer.predictor().think(FIRST, 5), ofRow(0, 5, thinking));
    }
  }

  /** Six segments of a row of the batch of both questions. */
  private List<ViewPrediction> undisturbed(int row) {
    try (Thinking alone = trainer.predictor().begin(List.of(FIRST, SECOND), 7)) {
      return ofRow(row, 6, alone);
    }
  }

  @Test
  void aNewRowDisturbsNoOther() {
    Predictor model = trainer.predictor();
    List<ViewPrediction> left = undisturbed(0);
    try (Thinking thinking = model.begin(List.of(FIRST, SECOND), 7)) {
      assertSame(left.subList(0, 2), ofRow(0, 2, thinking));
      thinking.begin(1, FIRST);
      ViewPrediction third = thinking.segment().get(0);
      assertSame(left.subList(2, 3), List.of(third));
      thinking.begin(1, SECOND);
      assertSame(left.subList(3, 6), ofRow(0, 3, thinking));
    }
  }

  @Test
  void aRowGoesOnFromItsState() {
    Predictor model = trainer.predictor();
    List<ViewPrediction> left = undisturbed(1);
    try (Thinking thinking = model.begin(List.of(FIRST, SECOND), 7)) {
      assertSame(left.subList(0, 3), ofRow(1, 3, thinking));
      thinking.goOn(1, SECOND);
      assertSame(left.subList(3, 6), ofRow(1, 3, thinking));
    }
  }

  @Test
  void aGuessStandsInTheTestInputsPlace() {
    Predictor model = trainer.predictor();
    Task task = Boards.sudoku(4, 8, 2);
    List<ViewPrediction> itself;
    List<ViewPrediction> another;
    try (Thinking thinking = model.begin(List.of(guess(task.testInputs().get(1))), 1)) {
      itself = ofRow(0, 3, thinking);
    }
    try (Thinking thinking = model.begin(List.of(guess(task.testInputs().get(0))), 1)) {
      another = ofRow(0, 3, thinking);
    }
    assertSame(model.think(SECOND, 3), itself);
    assertNotEquals(itself.get(2).halting(), another.get(2).halting());
  }

  private static Question guess(Grid puzzle) {
    return new Question(1, View.identity(), true, Optional.of(puzzle));
  }

  @Test
  void nothingIsLeftInNativeMemory() {
    Predictor model = trainer.predictor();
    int before = trainer.arrays();
    for (int i = 0; i < 3; i++) {
      try (Thinking thinking = model.begin(List.of(FIRST, SECOND), i)) {
        thinking.segment();
        thinking.begin(0, SECOND);
        thinking.segment();
      }
    }
    assertEquals(before, trainer.arrays());
  }

  @Test
  void aBatchHasRoomForAsMuchAsTheRecipeHolds() {
    Predictor model = trainer.predictor();
    assertEquals(3, model.room(3));
    assertTrue(model.room(1_000_000) < 1_000_000);
    assertEquals(List.of(View.identity()), model.besideUpright(model.views(1, 0)));
  }
}
