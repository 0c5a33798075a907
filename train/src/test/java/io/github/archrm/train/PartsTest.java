package io.github.archrm.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.Torch;
import io.github.archrm.train.model.Weights;
import io.github.archrm.train.tokens.Channels;
import io.github.archrm.train.tokens.Grouping;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Batches whose rows have frames of their own. */
class PartsTest {
  private static final Recipe RECIPE =
      Small.recipe(Small.model().withFixedStart(), false, Small.FIXED, new Recipe.Large(0, 2, 0.5));

  /** What is learned does not depend on whether rows stand in one part of a batch or in two. */
  @Test
  void aBatchInPartsHasTheGradientOfTheWhole() {
    float[] together = learned(List.of(2));
    float[] apart = learned(List.of(1, 1));
    assertArrayEquals(together, apart, 2e-5f);
    float[] first = learned(List.of());
    float moved = 0;
    for (int i = 0; i < first.length; i++) {
      moved = Math.max(moved, Math.abs(first[i] - together[i]));
    }
    assertTrue(moved > 1e-3, "a step moves weights by the rate");
  }

  /** Weights after a step with so many rows a part; after none, the first ones. */
  private static float[] learned(List<Integer> partSizes) {
    Small.compute();
    ModelConfig config = RECIPE.model();
    Task task = Small.recolour("parts", 3, 4);
    try (NDManager manager = NDManager.newBaseManager();
        Weights weights =
            HrmModel.initialize(config, new Canvas(3, 4), manager, new SplitMix64(1))) {
      TaskDataset dataset = new TaskDataset(task, RECIPE, 0, 1, Channels.NONE, manager);
      HrmModel model = new HrmModel(config, new Canvas(3, 4), weights, manager);
      SegmentTrainer trainer =
          new SegmentTrainer(
              model,
              weights,
              new AdamATan2(weights, manager, RECIPE.optimizer()),
              RECIPE,
              new SplitMix64(1),
              manager);
      SplitMix64 random = new SplitMix64(2);
      List<SegmentTrainer.Part> parts =
          partSizes.stream()
              .map(
                  rows ->
                      new SegmentTrainer.Part(
                          new Carry(dataset.layout(dataset.frame(0), rows)),
                          () -> dataset.next(0, random)))
              .toList();
      if (!parts.isEmpty()) {
        trainer.step(parts, 1e-2);
      }
      parts.forEach(part -> part.carry().close());
      Torch.gradients(false);
      return weights.get("lm_head.weight").toFloatArray();
    }
  }

  /** Rows go together where that is faster, and never beyond what a batch may hold. */
  @Test
  void rowsOfOneSizeGoTogetherAndLargeOnesApart() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Task task =
          new Task(
              "sizes",
              List.of(example(20, 20), example(20, 19), example(28, 5), example(3, 29)),
              List.of(example(4, 4).input()),
              List.of());
      TaskDataset dataset = new TaskDataset(task, RECIPE, 0, 1, Channels.NONE, manager);
      assertTrue(dataset.ownFrames());
      assertEquals(1, dataset.sides());
      assertTrue(dataset.windows(0.49));
      assertFalse(dataset.windows(0.5));
      Random random = new Random(1);
      List<Grouping.Part> whole = dataset.next(random, false);
      assertEquals(
          List.of(new Canvas(20, 20), new Canvas(28, 5), new Canvas(3, 29)),
          whole.stream().map(part -> part.frame().canvas()).toList());
      assertEquals(List.of(2, 1, 1), whole.stream().map(part -> part.rows().size()).toList());
      List<Grouping.Part> windows = dataset.next(random, true);
      assertEquals(1, windows.size());
      assertEquals(new Canvas(2, 2), windows.get(0).frame().canvas());
      assertEquals(RECIPE.batch().rows(), windows.get(0).rows().size());
      for (Row row : windows.get(0).rows()) {
        assertEquals(4, row.labelled());
      }
    }
  }

  @Test
  void demonstrationsAreEnlargedThatHaveRoom() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Task task =
          new Task(
              "sizes",
              List.of(example(7, 4), example(15, 15), example(16, 3)),
              List.of(example(4, 4).input()),
              List.of());
      assertEquals(
          Set.of(new Canvas(14, 8), new Canvas(30, 30), new Canvas(16, 3)),
          canvases(new TaskDataset(task, enlarging(1), 0, 1, Channels.NONE, manager)));
      assertEquals(
          Set.of(new Canvas(7, 4), new Canvas(15, 15), new Canvas(16, 3)),
          canvases(new TaskDataset(task, enlarging(0), 0, 1, Channels.NONE, manager)));
    }
  }

  /** With one row a batch, which then has a canvas of its own. */
  private static Recipe enlarging(double share) {
    return RECIPE
        .withBatch(1)
        .with(new Recipe.Augmentation(ViewFamily.Turns.NONE, ViewFamily.Colours.NONE, share));
  }

  private static Set<Canvas> canvases(TaskDataset dataset) {
    Random random = new Random(1);
    return Stream.generate(() -> dataset.next(random, false))
        .limit(3)
        .flatMap(List::stream)
        .map(part -> part.frame().canvas())
        .collect(Collectors.toSet());
  }

  private static Example example(int height, int width) {
    Grid input = Grid.generate(height, width, (r, c) -> (r + c) % 3);
    return new Example(input, Small.recoloured(input));
  }

  /** A model that has learned parts has not fitted the demonstrations yet. */
  @Test
  void exactPartsEndTheTimeOfWindows() {
    Task task = Small.recolour("parts first", 4, 5);
    Recipe windowsForEver =
        Small.recipe(Small.model(), false, Small.FIXED, new Recipe.Large(0, 2, 1));
    try (TaskTrainer trainer = new TaskTrainer(task, windowsForEver, Small.compute(), 1)) {
      trainer.train(TrainingLimit.ofSteps(1000).orExactSteps(6), () -> 0, progress -> {});
      int steps = trainer.steps();
      assertTrue(steps < 1000, "it ends when whole ones are exact");
      assertEquals(task.solutions().get(0), Small.predictions(trainer, 0, 1).get(0).grid());
      trainer.train(TrainingLimit.ofSteps(1000).orExactSteps(6), () -> 0, progress -> {});
      assertTrue(trainer.steps() < 1000 && trainer.steps() >= steps + 6);
    }
  }

  @Test
  void whatIsLearnedThroughWindowsAndOnWholeGridsIsPredicted() {
    Task task = Small.recolour("windows", 4, 5);
    try (TaskTrainer trainer = new TaskTrainer(task, RECIPE, Small.compute(), 1)) {
      trainer.train(TrainingLimit.ofSteps(300), () -> trainer.steps() / 300.0, progress -> {});
      assertEquals(task.solutions().get(0), Small.predictions(trainer, 0, 1).get(0).grid());
    }
  }
}
