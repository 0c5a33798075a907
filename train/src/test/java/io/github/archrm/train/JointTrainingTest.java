package io.github.archrm.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.file.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One model for several tasks of ARC. */
class JointTrainingTest {
  private static Compute compute;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    compute = Small.compute();
  }

  /** Tasks with the same inputs and different rules, and one of another size. */
  private static List<Task> tasks() {
    return List.of(
        Small.task("same", 3, 4, 3, Small::recoloured),
        Small.task("same", 3, 4, 3, JointTrainingTest::upsideDown),
        Small.task("other", 2, 5, 3, Small::recoloured));
  }

  private static Grid upsideDown(Grid grid) {
    return Grid.generate(
        grid.height(), grid.width(), (r, c) -> grid.cell(grid.height() - 1 - r, c));
  }

  private static Recipe recipe(boolean dihedral) {
    return Small.recipe(Small.model().withPuzzles(1), dihedral, Small.FIXED);
  }

  /** Rows of all tasks make one batch, each on a frame of its own. */
  private static Recipe mixing() {
    return Small.recipe(
        Small.model().withPuzzles(1), true, Small.FIXED, new Recipe.Large(0, 12, 0));
  }

  /** The first row of a grid, or its first column, becomes colour 2. */
  private static Grid begun(Grid grid, boolean row) {
    return Grid.generate(
        grid.height(), grid.width(), (r, c) -> (row ? r : c) == 0 ? 2 : grid.cell(r, c));
  }

  private static TaskTrainer trainer(List<Task> tasks, Recipe recipe) {
    return new TaskTrainer(tasks, recipe, Optional.empty(), compute, 1);
  }

  /** Without its embedding, no model could tell the first task from the second. */
  @Test
  void embeddingsTellTasksApart() {
    try (TaskTrainer trainer = trainer(tasks(), recipe(false))) {
      assertEquals(3, trainer.predictor().validate(3).puzzles());
      Small.train(trainer, 700);
      Accuracy accuracy = trainer.predictor().validate(3);
      System.out.println(accuracy + " after " + trainer.steps() + " steps");
      assertTrue(accuracy.cells() > 0.9, accuracy::toString);
    }
  }

  /** A model that is not told its views could not tell the first row of a grid from the last. */
  @Test
  void tasksThatMixAreToldTheirViews() {
    List<Task> directed =
        List.of(
            Small.task("row", 3, 4, 2, grid -> begun(grid, true)),
            Small.task("column", 2, 3, 2, grid -> begun(grid, false)));
    try (TaskTrainer trainer = trainer(directed, mixing())) {
      Small.train(trainer, 900);
      Accuracy accuracy = trainer.predictor().validate(2);
      System.out.println(accuracy + " after " + trainer.steps() + " steps");
      assertTrue(accuracy.cells() > 0.95, accuracy::toString);
    }
  }

  @Test
  void validationAsksAsManyAsItMayAndOneAtLeast() {
    try (TaskTrainer trainer = trainer(tasks(), recipe(false))) {
      Predictor predictor = trainer.predictor();
      assertEquals(3, predictor.validate(100).puzzles());
      assertEquals(2, predictor.validate(2).puzzles());
      assertEquals(1, predictor.validate(3, () -> true).puzzles());
      assertEquals(predictor.validate(3), predictor.validate(3, () -> false));
    }
  }

  @Test
  void goesOnExactlyWhereItWasSaved() throws IOException {
    goesOnExactly(recipe(true));
  }

  /** One task of several has multiples, others have none. */
  @Test
  void goesOnExactlyWhereItWasSavedIfTasksMix() throws IOException {
    goesOnExactly(mixing());
  }

  private void goesOnExactly(Recipe recipe) throws IOException {
    Path half = folder.resolve("half");
    Path whole = folder.resolve("whole");
    Path resumed = folder.resolve("resumed");
    List<Task> tasks = new ArrayList<>(tasks());
    tasks.add(Small.task("larger", 2, 2, 3, grid -> grid.enlarged(2, 2)));
    try (TaskTrainer trainer = trainer(tasks, recipe)) {
      Small.train(trainer, 25);
      trainer.save(whole);
    }
    try (TaskTrainer trainer = trainer(tasks, recipe)) {
      Small.train(trainer, 13);
      trainer.save(half);
    }
    try (TaskTrainer trainer = TaskTrainer.resume(half, tasks, recipe, compute)) {
      trainer.predictor().validate(3);
      Small.train(trainer, 25);
      trainer.save(resumed);
    }
    assertArrayEquals(Files.readAllBytes(whole), Files.readAllBytes(resumed));
    CheckpointException e =
        assertThrows(
            CheckpointException.class,
            () -> TaskTrainer.resume(half, tasks.subList(0, 2), recipe, compute));
    assertEquals(half + ": is of 4 tasks from same, not of 2 tasks from same", e.getMessage());
  }

  /** A trunk of many tasks becomes the first weights for one that it has not seen. */
  @Test
  void aTrunkStartsOneTask() throws IOException {
    Path file = folder.resolve("trunk");
    try (TaskTrainer trainer = trainer(tasks(), recipe(false))) {
      Small.train(trainer, 10);
      trainer.saveTrunk(file);
    }
    Trunk trunk = Trunk.read(file);
    Task task = Small.recolour("new", 4, 4);
    Recipe recipe = Small.recipe().from(trunk);
    try (TaskTrainer trainer =
        new TaskTrainer(List.of(task), recipe, Optional.of(trunk), compute, 1)) {
      Small.train(trainer, 5);
      assertEquals(8, Small.predictions(trainer, 0, 8).size());
      Path saved = folder.resolve("state");
      trainer.save(saved);
      TaskTrainer.resume(saved, List.of(task), recipe, compute).close();
    }
  }

  @Test
  void aTrunkIsForOneKind() {
    List<Task> mixed = List.of(Small.recolour("arc", 2, 2), Boards.sudoku(4, 2, 1));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> TrainingSet.of(mixed, 1, 1));
    assertEquals(
        "arc is of kind arc, sudoku4 of kind sudoku: a trunk is for one kind", e.getMessage());
  }
}
