package io.github.archrm.augment.program;

import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.library.Learners;
import io.github.archrm.augment.program.search.Effort;
import io.github.archrm.augment.program.search.Run;
import io.github.archrm.augment.program.search.ShortGrids;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules fitted to the demonstrations, of the inputs themselves and of what short programs make of
 * them.
 */
final class Learning {
  /** How many readings of one learner are believed. */
  private static final int READINGS = 3;

  /** How many programs are tried before the rule. */
  private static final int PROGRAMS = 12;

  private final Task task;
  private final List<Ranking> rankings;
  private final Effort effort;
  private int fitting;

  Learning(Task task, List<Ranking> rankings, Effort effort) {
    this.task = task;
    this.rankings = rankings;
    this.effort = effort;
  }

  /** Adds what rules make of every test input. */
  void learn(Run run) {
    learn(task.demonstrations(), task.testInputs(), 0, "");
    if (fitting > 0) {
      return;
    }
    for (ShortGrids.Made made : run.shortGrids(PROGRAMS)) {
      List<Example> examples = new ArrayList<>();
      for (int d = 0; d < task.demonstrations().size(); d++) {
        examples.add(new Example(made.grids().get(d), task.demonstrations().get(d).output()));
      }
      List<Grid> tests = made.grids().subList(examples.size(), made.grids().size());
      learn(examples, tests, made.cost(), made.words());
    }
  }

  private void learn(List<Example> examples, List<Grid> tests, int cost, String before) {
    for (Learner learner : Learners.ALL) {
      if (effort.late()) {
        return;
      }
      List<Fitted> readings = learner.fitAll(examples);
      double heldOut = readings.isEmpty() ? 0 : heldOut(learner, examples);
      for (Fitted fitted : readings.subList(0, Math.min(READINGS, readings.size()))) {
        fitting++;
        Claim claim =
            new Claim(
                true,
                1,
                heldOut,
                cost + fitted.cost(),
                cost + fitted.cost(),
                1,
                0,
                0,
                learner.name(),
                () -> before.isEmpty() ? fitted.words() : before + ", then " + fitted.words());
        for (int t = 0; t < tests.size(); t++) {
          Optional<Grid> made = fitted.apply(tests.get(t));
          if (made.isPresent()) {
            rankings.get(t).add(made.get(), claim);
          }
        }
      }
    }
  }

  /** The share of examples that the rule fitted to all others reproduces. */
  private static double heldOut(Learner learner, List<Example> examples) {
    int hits = 0;
    for (int k = 0; k < examples.size() && examples.size() > 1; k++) {
      List<Example> others = new ArrayList<>(examples);
      Example left = others.remove(k);
      Optional<Grid> made = learner.fit(others).flatMap(fitted -> fitted.apply(left.input()));
      hits += made.isPresent() && made.get().equals(left.output()) ? 1 : 0;
    }
    return (double) hits / examples.size();
  }
}
