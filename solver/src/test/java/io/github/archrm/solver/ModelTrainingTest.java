package io.github.archrm.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.solver.vote.Ranking;
import io.github.archrm.solver.vote.TaskVote;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.arc.Arc;
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

  private static SolverRecipe recipe(String... settings) {
    RecipeOverrides overrides = new RecipeOverrides();
    for (String setting : settings) {
      overrides.add("test", setting);
    }
    return overrides.solving(Arc.KIND, Optional.empty());
  }

  /** Asked again without another step, the same weights could only say the same or less. */
  @Test
  void aLongAskThatLeavesNoTimeToLearnIsTheLast() {
    Grid twos = Grid.generate(3, 3, (r, c) -> 2);
    Task task = new Task("one colour", List.of(new Example(twos, twos)), List.of(twos), List.of());
    SolverRecipe recipe =
        recipe(
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
            sleepUntil(end.earlier(1_000_000_000));
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

  private static void sleepUntil(TimeLimit time) {
    try {
      Thread.sleep(Math.max(0, (long) (1000 * time.secondsLeft())));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
