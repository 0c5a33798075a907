package io.github.archrm.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.archrm.augment.View;
import io.github.archrm.solver.vote.MajorityVote;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.solver.vote.TaskVote;
import io.github.archrm.tasks.Task;
import io.github.archrm.tasks.generate.PuzzleGenerator;
import io.github.archrm.tasks.sudoku.Sudoku;
import io.github.archrm.tasks.sudoku.SudokuSource;
import io.github.archrm.train.Compute;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TimeLimit;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PredictionRoundsTest {
  private static final int TESTS = 3;

  private final Task set =
      PuzzleGenerator.generate(
          "sudoku-4",
          new SudokuSource(new Sudoku(2, 2), SudokuSource.Difficulty.SINGLES),
          2,
          TESTS,
          1,
          progress -> {});

  private final SolverRecipe recipe =
      recipe("policy.thinking.segments=1", "policy.thinking.round=1");

  private SolverRecipe recipe(String... settings) {
    RecipeOverrides overrides = new RecipeOverrides();
    for (String setting : settings) {
      overrides.add("test", setting);
    }
    return overrides.solving(set.kind(), Optional.empty());
  }

  private PredictionRounds rounds(boolean useRules) {
    return new PredictionRounds(
        TESTS, new TaskVote(set, useRules, new MajorityVote(), 1), recipe.policy().thinking());
  }

  private TaskTrainer trainer() {
    return new TaskTrainer(set, recipe.training(), Compute.start("cpu", 1), 1);
  }

  /** Nothing is asked anew that an earlier round has answered. */
  @Test
  void aDeadlineWithinALaterRoundEndsIt() {
    try (TaskTrainer trainer = trainer()) {
      List<View> views = trainer.predictor().views(4, 1);
      TimeLimit end = TimeLimit.in(2_000_000_000);
      List<View> slow =
          new AbstractList<>() {
            @Override
            public View get(int index) {
              if (index == 1) {
                Pause.until(end);
              }
              return views.get(index);
            }

            @Override
            public int size() {
              return views.size();
            }
          };
      List<List<Prediction>> predictions =
          rounds(false)
              .ask(trainer.predictor(), slow, end, rounds(false).none(), (test, effort) -> {});
      assertEquals(List.of(1, 1, 1), predictions.stream().map(List::size).toList());
    }
  }

  /** What was said before stays if it is proved, and makes way if it is not. */
  @Test
  void whatIsProvedIsNotAskedAgain() {
    Prediction right = new Prediction(Optional.of(set.solutions().get(0)), 0.5);
    Prediction wrong = new Prediction(Optional.of(set.testInputs().get(1)), 0.5);
    List<List<Prediction>> earlier = List.of(List.of(right), List.of(wrong), List.of());
    Set<Integer> asked = new TreeSet<>();
    try (TaskTrainer trainer = trainer()) {
      List<View> views = trainer.predictor().views(4, 1);
      List<List<Prediction>> now =
          rounds(true)
              .ask(
                  trainer.predictor(),
                  views,
                  TimeLimit.in(-1),
                  earlier,
                  (test, effort) -> asked.add(test));
      assertEquals(Set.of(1, 2), asked);
      assertEquals(List.of(right), now.get(0));
      assertEquals(List.of(1, 1, 1), now.stream().map(List::size).toList());
      assertNotEquals(List.of(wrong), now.get(1));
    }
  }
}
