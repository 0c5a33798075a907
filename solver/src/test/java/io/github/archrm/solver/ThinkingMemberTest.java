package io.github.archrm.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.solver.think.Effort;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.generate.PuzzleGenerator;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.tasks.sudoku.SudokuSource;
import io.github.archrm.train.Compute;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TrainingLimit;
import io.github.archrm.train.Trunk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trunk that knows the rule of all puzzles thinks about them, and learns no more. */
class ThinkingMemberTest {
  @TempDir static Path folder;

  private static Task set;
  private static Path trunk;

  @BeforeAll
  static void train() throws Exception {
    set =
        PuzzleGenerator.generate(
            "sudoku-4",
            new SudokuSource(new Sudoku(2, 2), SudokuSource.Difficulty.ANY),
            8,
            3,
            1,
            progress -> {});
    trunk = folder.resolve("trunk.safetensors");
    Compute compute = Compute.start("cpu", 1);
    try (TaskTrainer trainer = new TaskTrainer(set, Recipe.of(set.kind()), compute, 1)) {
      trainer.train(TrainingLimit.ofSteps(2));
      trainer.saveTrunk(trunk);
    }
  }

  private static SolvedTask solve(Task task, Budget budget, SolverRecipe recipe, Path state) {
    SolverOptions options = new SolverOptions(budget, 1, "cpu", 1, trunk.toString(), recipe);
    return new TaskSolver(options).solve(task, progress -> {}, 2, state);
  }

  @Test
  void aSinglePuzzleIsThoughtAboutWhateverTheBudget() {
    Task single =
        new Task("single", List.of(), set.testInputs().subList(0, 1), List.of(), set.kind());
    for (Budget budget : List.of(Budget.ofSeconds(0.5), Budget.ofSteps(7), Budget.ofSteps(0))) {
      SolvedTask solved = solve(single, budget, null, null);
      assertEquals(0, solved.steps());
      assertFalse(solved.tests().get(0).candidates().isEmpty());
    }
  }

  @Test
  void aTrunkIsTrainedFurtherOnlyIfThatIsAskedFor() {
    SolvedTask thought = solve(set, Budget.ofSteps(120), null, null);
    assertEquals(0, thought.steps());
    assertEquals(3, thought.efforts().size());
    assertEquals(2, thought.thinking().size());
    for (Effort effort : thought.efforts()) {
      assertTrue(effort.segments() >= 1 && effort.segments() < 60, effort::toString);
    }
    RecipeOverrides further = new RecipeOverrides();
    further.add("--set", "policy.trainTrunk=true");
    SolverRecipe recipe = further.solving(set.kind(), Optional.of(Trunk.read(trunk)));
    assertEquals(3, solve(set, Budget.ofSteps(3), recipe, null).steps());
  }

  @Test
  void theSameSeedThinksTheSame() {
    SolvedTask once = solve(set, Budget.ofSteps(60), null, null);
    assertEquals(once.tests(), solve(set, Budget.ofSteps(60), null, null).tests());
  }

  @Test
  void aLaterCallGoesOnWithWhatIsOpen() {
    Path state = folder.resolve("state");
    SolvedTask first = solve(set, Budget.ofSteps(48), null, state);
    SolvedTask second = solve(set, Budget.ofSteps(48), null, state);
    for (int test = 0; test < 3; test++) {
      int before = first.efforts().get(test).segments();
      int after = second.efforts().get(test).segments();
      boolean proved =
          set.kind().rules().isOptimal(set.testInputs().get(test), first.tests().get(test).first());
      assertTrue(proved ? after == before : after > before, before + " and " + after);
    }
  }
}
