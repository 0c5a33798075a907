package io.github.archrm.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.solver.vote.MajorityVote;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.solver.vote.Ranking;
import io.github.archrm.solver.vote.TaskVote;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.arc.Arc;
import io.github.archrm.tasks.generate.PuzzleGenerator;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.tasks.sudoku.SudokuSource;
import io.github.archrm.train.Compute;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TimeLimit;
import io.github.archrm.train.TrainingLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ModelTrainingTest {

  /** Ends a training before its first ask. */
  private static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static SolverRecipe recipe(Kind kind, String... settings) {
    RecipeOverrides overrides = new RecipeOverrides();
    for (String setting : settings) {
      overrides.add("test", setting);
    }
    return overrides.solving(kind, Optional.empty());
  }

  /** Asked again without another step, the same weights could only say the same or less. */
  @Test
  void aLongAskThatLeavesNoTimeToLearnIsTheLast() {
    Grid twos = Grid.generate(3, 3, (r, c) -> 2);
    Task task = new Task("one colour", List.of(new Example(twos, twos)), List.of(twos), List.of());
    SolverRecipe recipe =
        recipe(
            Arc.KIND,
            "policy.agreement.exactSteps=1",
            "policy.reserve=0.01",
            "policy.thinking.views=2",
            "policy.thinking.segments=1");
    try (TaskTrainer trainer =
        new TaskTrainer(task, recipe.training(), Compute.start("cpu", 1), 1)) {
      trainer.train(TrainingLimit.ofSteps(500).orExactSteps(20));
      TimeLimit end = TimeLimit.in(5_000_000_000L);
      List<Prediction> ranked = new ArrayList<>();
      Ranking slow =
          predictions -> {
            ranked.addAll(predictions);
            Pause.until(end.earlier(1_000_000_000));
            return List.of();
          };
      TaskVote vote = new TaskVote(task, false, slow, 0.9);
      ModelTraining.Result result =
          new ModelTraining(
                  trainer,
                  trainer.predictor().views(2, 1),
                  recipe.policy(),
                  vote,
                  new PredictionRounds(1, vote, recipe.policy().thinking()),
                  false,
                  end,
                  OptionalInt.empty())
              .run(OptionalInt.empty(), List.of(List.of()), progress -> {});
      assertEquals(ModelTraining.End.SPENT, result.end());
      assertTrue(result.fits(), "it had fitted the demonstrations before the ask");
      assertEquals(2, ranked.size());
      assertSame(ranked.get(0), result.predictions().get(0).get(0));
    }
  }

  /** The more boards there are to be asked about, the more time is kept for it, half at most. */
  @Test
  void keepsTimeToAskAboutEveryBoard() {
    Task one = sudokus(1);
    Task many = sudokus(200);
    assertEquals(0, secondsKept(one, 1), 1e-3);
    double kept = secondsKept(many, 1);
    assertTrue(kept > 1e-3 && kept < 100, kept + " s");
    assertEquals(150, secondsKept(many, 10_000_000), 10);
  }

  /** Of 300 seconds, after the first steps, where the policy keeps none. */
  private static double secondsKept(Task task, int segments) {
    SolverRecipe recipe =
        recipe(task.kind(), "policy.reserve=0", "policy.thinking.segments=" + segments);
    TaskVote vote = new TaskVote(task, true, new MajorityVote(), 1);
    double[] kept = {0};
    try (TaskTrainer trainer =
        new TaskTrainer(task, recipe.training(), Compute.start("cpu", 1), 1)) {
      TimeLimit end = TimeLimit.in(300_000_000_000L);
      ModelTraining training =
          new ModelTraining(
              trainer,
              trainer.predictor().views(1, 1),
              recipe.policy(),
              vote,
              new PredictionRounds(task.testInputs().size(), vote, recipe.policy().thinking()),
              true,
              end,
              OptionalInt.empty());
      assertThrows(
          StoppedException.class,
          () ->
              training.run(
                  OptionalInt.empty(),
                  List.of(),
                  progress -> {
                    kept[0] = Math.max(kept[0], end.secondsLeft() - progress.secondsLeft());
                    if (progress.step() == 13) {
                      throw new StoppedException();
                    }
                  }));
    }
    return kept[0];
  }

  private static Task sudokus(int tests) {
    return PuzzleGenerator.generate(
        "sudoku-4",
        new SudokuSource(new Sudoku(2, 2), SudokuSource.Difficulty.ANY),
        8,
        tests,
        1,
        progress -> {});
  }
}
