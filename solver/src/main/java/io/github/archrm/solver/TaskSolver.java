package io.github.archrm.solver;

import io.github.archrm.augment.View;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Compute;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TrainingProgress;
import io.github.archrm.train.ViewPrediction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Solves one task: trains a model per {@link Stage} on the demonstrations, predicts the test inputs
 * from many views, undoes the views, and lets all predictions vote.
 *
 * <p>A stage ends early once its model makes no mistake on the demonstrations and its views agree;
 * after that only the last stage follows, for a second opinion.
 */
public final class TaskSolver {
  /** Predictions per model and test input. */
  private static final int PREDICTIONS = 16;

  /** Steps in a row without a wrong cell after which the views are asked whether they agree. */
  private static final int EXACT_STEPS = 16;

  /** Share of the votes with which the views count as agreed. */
  private static final double AGREED = 0.9;

  /** Share of a stage's time kept for its last prediction. */
  private static final double RESERVE = 0.1;

  /** Weight of a model that fits no demonstration. */
  private static final double LEAST_WEIGHT = 0.05;

  private final SolverOptions options;
  private final List<Stage> stages;
  private final Ranking ranking = new MajorityVote();

  public TaskSolver(SolverOptions options) {
    this(options, Stage.arc());
  }

  public TaskSolver(SolverOptions options, List<Stage> stages) {
    this.options = options;
    this.stages = List.copyOf(stages);
  }

  /**
   * Trains, predicts and votes. The first call of a process loads the native library.
   *
   * @param task its solutions, if there are any, are not looked at
   * @param listener told after every training step
   * @throws IllegalArgumentException if the device asked for is not there
   */
  public SolvedTask solve(Task task, Consumer<TrainingProgress> listener) {
    Compute compute = Compute.start(options.device(), options.threads());
    Spending spending = new Spending(options.budget());
    List<List<Prediction>> predictions = new ArrayList<>();
    task.testInputs().forEach(input -> predictions.add(new ArrayList<>()));
    double loss = Double.NaN;
    boolean settled = false;
    for (int i = 0; i < stages.size(); i++) {
      if (settled && i < stages.size() - 1) {
        continue;
      }
      Stage stage = stages.get(i);
      long seed = options.seed() + 31L * i;
      try (TaskTrainer trainer =
          new TaskTrainer(task.withoutSolutions(), stage.recipe(), compute, seed)) {
        List<List<Prediction>> last = run(trainer, stage, spending, task, seed, listener);
        settled |= last.stream().allMatch(this::agree);
        double weight = weight(trainer, seed);
        for (int test = 0; test < last.size(); test++) {
          List<Prediction> all = predictions.get(test);
          last.get(test).forEach(seen -> all.add(seen.weighing(weight)));
        }
        spending.made(trainer.steps());
        loss = Double.isNaN(loss) ? trainer.loss() : Math.min(loss, trainer.loss());
      }
    }
    Attempts attempts = new Attempts(task);
    List<TestAttempts> tests = new ArrayList<>();
    for (int test = 0; test < predictions.size(); test++) {
      List<Prediction> votes = predictions.get(test);
      tests.add(attempts.choose(task.testInputs().get(test), ranking.rank(votes), votes.size()));
    }
    return new SolvedTask(task.id(), tests, spending.steps(), spending.seconds(), loss);
  }

  /**
   * What a model's votes count: less if it does not fit the demonstrations, and less if it has few
   * distinct views, since the same view seen twice is hardly a second witness.
   */
  private static double weight(TaskTrainer trainer, long seed) {
    double witnesses = (double) trainer.views(PREDICTIONS, seed).size() / PREDICTIONS;
    return Math.max(LEAST_WEIGHT, trainer.exactShare()) * witnesses;
  }

  /** Trains until the stage's share is spent or its views agree; gives its last predictions. */
  private List<List<Prediction>> run(
      TaskTrainer trainer,
      Stage stage,
      Spending spending,
      Task task,
      long seed,
      Consumer<TrainingProgress> listener) {
    List<View> views = trainer.views(PREDICTIONS, seed);
    long end = spending.deadline(stage.until());
    int steps = spending.stepsUntil(stage.until());
    long begun = System.nanoTime();
    long reserve = end == Long.MAX_VALUE ? 0 : (long) (RESERVE * (end - begun));
    while (true) {
      trainer.train(
          steps,
          end == Long.MAX_VALUE ? end : end - reserve,
          EXACT_STEPS,
          () -> Spending.share(begun, end, trainer.steps(), steps),
          progress -> listener.accept(spending.overall(progress)));
      long asked = System.nanoTime();
      List<List<Prediction>> predictions = new ArrayList<>();
      for (int test = 0; test < task.testInputs().size(); test++) {
        predictions.add(undo(trainer.predict(test, views, PREDICTIONS, end)));
      }
      boolean over = trainer.steps() >= steps || System.nanoTime() > end - reserve;
      if (over || predictions.stream().allMatch(this::agree)) {
        return predictions;
      }
      reserve = Math.max(reserve, 2 * (System.nanoTime() - asked));
    }
  }

  private static List<Prediction> undo(List<ViewPrediction> predictions) {
    return predictions.stream()
        .map(seen -> Prediction.undone(seen.view(), seen.grid(), seen.halting()))
        .toList();
  }

  private boolean agree(List<Prediction> predictions) {
    List<Candidate> candidates = ranking.rank(predictions);
    return !candidates.isEmpty() && candidates.get(0).share() >= AGREED;
  }
}
