package io.github.archrm.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.augment.View;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.model.ModelConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskTrainerTest {
  private static Compute compute;

  @BeforeAll
  static void start() {
    compute = Small.compute();
  }

  @Test
  void learnsToRecolourATinyTask() {
    Task task = Small.recolour("learned", 3, 4);
    try (TaskTrainer trainer = new TaskTrainer(task, Small.recipe(), compute, 1)) {
      List<TrainingProgress> seen = new ArrayList<>();
      trainer.train(TrainingLimit.ofSteps(2000).orExactSteps(12), () -> 0, seen::add);
      System.out.println("a dozen steps in a row were exact after " + trainer.steps());
      assertTrue(trainer.steps() < 2000, () -> "not exact: " + seen.get(seen.size() - 1));
      assertTrue(trainer.loss() < seen.get(0).loss() / 4);
      List<ViewPrediction> predictions = predictions(trainer, 5);
      long right =
          predictions.stream()
              .filter(p -> p.question().view().undo(p.grid()).equals(task.solutions().get(0)))
              .count();
      assertTrue(right >= 3, () -> "only " + right + " of 5 are right");
      assertTrue(predictions.stream().allMatch(p -> p.halting() >= 0 && p.halting() <= 1));
    }
  }

  private static List<ViewPrediction> predictions(TaskTrainer trainer, int n) {
    return Small.predictions(trainer, 0, n);
  }

  /** Steps stop it, and progress is told after each of them. */
  @Test
  void stopsAtItsStepsAndAtItsDeadline() {
    Task task = Small.recolour("stopped", 2, 2);
    try (TaskTrainer trainer = new TaskTrainer(task, Small.recipe(), compute, 1)) {
      List<TrainingProgress> seen = new ArrayList<>();
      trainer.train(TrainingLimit.ofSteps(5), () -> 0, seen::add);
      trainer.train(TrainingLimit.ofSteps(5), () -> 0, seen::add);
      assertEquals(List.of(1, 2, 3, 4, 5), seen.stream().map(TrainingProgress::step).toList());
      assertEquals(List.of(1, 2, 1, 2, 1), seen.stream().map(TrainingProgress::segment).toList());
      trainer.train(TrainingLimit.ofSteps(1000).orTime(TimeLimit.in(-1)), () -> 0, seen::add);
      assertEquals(5, trainer.steps());
    }
  }

  /**
   * A step whose loss is no number is not made, and what is no number is neither told nor saved.
   */
  @Test
  void divergesInsteadOfGoingOnWithoutNumbers(@TempDir Path folder) throws Exception {
    Task task = Small.recolour("diverged", 2, 2);
    Path state = folder.resolve("t.state");
    Path trunk = folder.resolve("t.safetensors");
    try (TaskTrainer trainer = new TaskTrainer(task, Small.recipe(1e30), compute, 1)) {
      trainer.save(state);
      trainer.saveTrunk(trunk);
      byte[] saved = Files.readAllBytes(state);
      byte[] savedTrunk = Files.readAllBytes(trunk);
      TrainingLimit limit = TrainingLimit.ofSteps(100);
      assertThrows(SegmentTrainer.DivergedException.class, () -> trainer.train(limit));
      assertTrue(Double.isFinite(trainer.loss()));
      assertThrows(SegmentTrainer.DivergedException.class, () -> Small.predictions(trainer, 0, 1));
      assertArrayEquals(saved, Files.readAllBytes(state));
      assertArrayEquals(savedTrunk, Files.readAllBytes(trunk));
    }
    try (TaskTrainer trainer = new TaskTrainer(task, Small.recipe(1e38), compute, 1)) {
      trainer.train(TrainingLimit.ofSteps(1));
      assertThrows(SegmentTrainer.DivergedException.class, () -> trainer.save(state));
      assertThrows(SegmentTrainer.DivergedException.class, () -> trainer.saveTrunk(trunk));
    }
  }

  /** What the last weights predict, to the bit, is the same again, and not with another seed. */
  @Test
  void aSeedDecidesEverything() {
    Task task = Small.recolour("seeded", 3, 4);
    for (boolean dihedral : new boolean[] {false, true}) {
      Recipe recipe = Small.recipe(Small.model(), dihedral, Small.FIXED);
      List<Object> one = run(task, recipe, 1);
      assertEquals(one, run(task, recipe, 1));
      assertFalse(one.equals(run(task, recipe, 2)));
    }
  }

  private static List<Object> run(Task task, Recipe recipe, long seed) {
    try (TaskTrainer trainer = new TaskTrainer(task, recipe, compute, seed)) {
      Small.train(trainer, 15);
      List<Object> result = new ArrayList<>(predictions(trainer, 12));
      result.add(trainer.loss());
      return result;
    }
  }

  /**
   * On a canvas that is not square, turned views get rows, batches and predictions of their own.
   */
  @Test
  void predictsThroughEveryDihedralMap() {
    Task task = Small.recolour("turned", 2, 5);
    Recipe recipe = Small.recipe(Small.model(), true, Small.FIXED);
    try (TaskTrainer trainer = new TaskTrainer(task, recipe, compute, 1)) {
      Small.train(trainer, 4);
      List<View> views = trainer.predictor().views(8, 3);
      assertEquals(8, views.size());
      assertEquals(4, views.stream().filter(View::transposes).count());
      List<ViewPrediction> predictions = predictions(trainer, 11);
      assertEquals(11, predictions.size());
      for (ViewPrediction prediction : predictions) {
        Grid undone = prediction.question().view().undo(prediction.grid());
        assertTrue(undone.sameSize(task.testInputs().get(0)), prediction::toString);
      }
      List<Question> questions = Small.questions(trainer, 0, 11);
      // Where the time is over, one answer to every test input that has none.
      List<ViewPrediction> late = trainer.predictor().predict(questions, 2, TimeLimit.in(-1));
      assertEquals(List.of(0), late.stream().map(p -> p.question().test()).toList());
      assertEquals(
          List.of(), trainer.predictor().predict(questions, 2, TimeLimit.in(-1), Set.of(0)));
    }
  }

  /** One thought per segment; the last is what the model predicts, and looking changes nothing. */
  @Test
  void thinksInSegmentsWithoutChangingWhatFollows() {
    ModelConfig model = Small.model(ModelConfig.Reach.AXIAL, ModelConfig.Encoding.RELATIVE, false);
    Task task = Small.recolour("thought", 2, 5);
    Recipe recipe = Small.recipe(model, true, Small.FIXED);
    try (TaskTrainer trainer = new TaskTrainer(task, recipe, compute, 1)) {
      Small.train(trainer, 6);
      for (ViewPrediction prediction : predictions(trainer, 8)) {
        List<ViewPrediction> thoughts = trainer.predictor().think(prediction.question(), 2);
        assertEquals(thoughts, trainer.predictor().think(prediction.question(), 5).subList(0, 2));
        assertEquals(2, thoughts.size());
        assertEquals(prediction.grid(), thoughts.get(1).grid());
        assertEquals(prediction.halting(), thoughts.get(1).halting(), 1e-5);
      }
      assertEquals(1, trainer.predictor().validate(10).puzzles());
      Small.train(trainer, 9);
      try (TaskTrainer silent = new TaskTrainer(task, recipe, compute, 1)) {
        Small.train(silent, 9);
        assertEquals(silent.loss(), trainer.loss());
      }
    }
  }

  /** Starting from fixed states, a second answer to the same question is the first. */
  @Test
  void onlyRandomStartsAnswerTwice() {
    Task task = Small.recolour("fixed", 2, 2);
    for (boolean random : new boolean[] {false, true}) {
      ModelConfig model =
          Small.model(ModelConfig.Reach.AXIAL, ModelConfig.Encoding.RELATIVE, random);
      Recipe recipe = Small.recipe(model, false, Small.FIXED);
      try (TaskTrainer trainer = new TaskTrainer(task, recipe, compute, 1)) {
        Small.train(trainer, 3);
        assertEquals(random, trainer.predictor().startsDiffer());
        List<Question> twice =
            List.of(new Question(0, View.identity()), new Question(0, View.identity()));
        List<ViewPrediction> answers = trainer.predictor().predict(twice, 2, TimeLimit.NONE);
        assertEquals(random, answers.get(0).halting() != answers.get(1).halting());
      }
    }
  }
}
