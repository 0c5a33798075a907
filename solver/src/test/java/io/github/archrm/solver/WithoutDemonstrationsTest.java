package io.github.archrm.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.generate.PuzzleGenerator;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.tasks.sudoku.SudokuSource;
import io.github.archrm.train.Compute;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TrainingLimit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A single puzzle has nothing to train on: whatever the budget, a trunk predicts it. */
class WithoutDemonstrationsTest {
  @TempDir Path folder;

  @Test
  void aTrunkPredictsWhateverTheBudget() throws Exception {
    Task set =
        PuzzleGenerator.generate(
            "sudoku-4",
            new SudokuSource(new Sudoku(2, 2), SudokuSource.Difficulty.ANY),
            8,
            1,
            1,
            progress -> {});
    Path trunk = folder.resolve("trunk.safetensors");
    Compute compute = Compute.start("cpu", 1);
    try (TaskTrainer trainer = new TaskTrainer(set, Recipe.of(set.kind()), compute, 1)) {
      trainer.train(TrainingLimit.ofSteps(2));
      trainer.saveTrunk(trunk);
    }
    Task single = new Task("single", List.of(), set.testInputs(), List.of(), set.kind());
    for (Budget budget : List.of(Budget.ofSeconds(30), Budget.ofSteps(7), Budget.ofSteps(0))) {
      SolverOptions options = new SolverOptions(budget, 1, "cpu", 1, trunk.toString(), null);
      SolvedTask solved = new TaskSolver(options).solve(single, progress -> {});
      assertEquals(0, solved.steps());
      assertFalse(solved.tests().get(0).candidates().isEmpty());
    }
  }
}
