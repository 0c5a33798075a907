package io.github.archrm.solver;

import io.github.archrm.augment.View;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Compute;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TrainingProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Solves one task: trains models on the demonstrations, predicts the test inputs from many views,
 * undoes the views, and lets all predictions vote.
 *
 * <p>Each {@link Stage} trains at least one model. A model whose views agree ends its stage early,
 * and only the last stage follows, for a second opinion. A model that fits the demonstrations while
 * its views go on disagreeing gives its vote and its place to another one, trained from another
 * seed: where the demonstrations leave the rule open, several guesses are better than one.
 */
public final class TaskSolver {
  /** Predictions per model and test input. */
  private static final int PREDICTIONS = 16;

  /** Steps in a row without a wrong cell after which the views are asked whether they agree. */
  private static final int EXACT_STEPS = 16;

  /** Steps that a model has to make its views agree, once it has fitted the demonstrations. */
  private static final int PATIENCE = 500;

  /** Share of the votes with which the views count as agreed. */
  private static final double AGREED = 0.9;

  /** Share of a stage's time kept for its last prediction. */
  private static final double RESERVE = 0.1;

  /** Weight of a model that fits no demonstration. */
  private static final double LEAST_WEIGHT = 0.05;

  private final SolverOptions options;
  private final List<Stage> stages;
  private final Ranking ranking = new ConsensusVote();

  public TaskSolver(SolverOptions options) {
    this(options, Stage.arc());
  }

  public TaskSolver(SolverOptions options, List<Stage> stages) {
    this.options = options;
    this.stages = List.copyOf(stages);
  }

  /** Why a model's training ended. */
  private enum End {
    AGREED,
    DISAGREES,
    SPENT
  }

  /**
   * What one model has to say.
   *
   * @param predictions per test input
   */
  private record Vote(List<List<Prediction>> predictions, End end) {}

  /**
   * Trains, predicts and votes. The first call of a process loads the native library.
   *
   * @param task its solutions, if there are any, are not looked at
   * @param listener told after every training step
   * @throws IllegalArgumentException if the device asked for is not there
   */
  public SolvedTask solve(Task task, Consumer<TrainingProgress> listener) {
    return solve(task, listener, 0);
  }

  /**
   * As {@link #solve(Task, Consumer)}, and keeps what the model thinks. That changes no answer.
   *
   * @param thoughtful of how many test inputs, the first ones, the thinking is kept
   */
  public SolvedTask solve(Task task, Consumer<TrainingProgress> listener, int thoughtful) {
    return new Run(task.withoutSolutions(), listener, thoughtful).solve();
  }

  /** The work on one task. */
  private final class Run {
    private final Task task;
    private final Consumer<TrainingProgress> listener;
    private final int thoughtful;
    private final Curve curve = new Curve();
    private final Compute compute = Compute.start(options.device(), options.threads());
    private final Spending spending = new Spending(options.budget());
    private final List<List<Prediction>> votes = new ArrayList<>();
    private double loss = Double.NaN;
    private int models;
    private List<List<Thought>> thinking = List.of();
    private double weightOfThinking;

    Run(Task task, Consumer<TrainingProgress> listener, int thoughtful) {
      this.task = task;
      this.listener = listener;
      this.thoughtful = Math.min(thoughtful, task.testInputs().size());
      task.testInputs().forEach(input -> votes.add(new ArrayList<>()));
    }

    SolvedTask solve() {
      boolean agreed = false;
      for (int i = 0; i < stages.size(); i++) {
        boolean last = i == stages.size() - 1;
        boolean over = spending.over(stages.get(i).until()) && !(last && models == 0);
        if ((!agreed || last) && !over) {
          agreed |= run(stages.get(i));
        }
      }
      Attempts attempts = new Attempts(task);
      List<TestAttempts> tests = new ArrayList<>();
      for (int test = 0; test < votes.size(); test++) {
        List<Prediction> all = votes.get(test);
        tests.add(attempts.choose(task.testInputs().get(test), rank(test, all), all.size()));
      }
      return new SolvedTask(
          task.id(), tests, spending.steps(), spending.seconds(), loss, curve.points(), thinking);
    }

    private List<Candidate> rank(int test, List<Prediction> predictions) {
      return new RuleVote(task.kind().rules(), task.testInputs().get(test), ranking)
          .rank(predictions);
    }

    private boolean agree(List<List<Prediction>> predictions) {
      return IntStream.range(0, predictions.size())
          .mapToObj(test -> rank(test, predictions.get(test)))
          .allMatch(ranked -> !ranked.isEmpty() && ranked.get(0).share() >= AGREED);
    }

    /** Trains the models of one stage, which together have one full set of votes. */
    private boolean run(Stage stage) {
      List<List<Prediction>> stageVotes = new ArrayList<>();
      task.testInputs().forEach(input -> stageVotes.add(new ArrayList<>()));
      int before = models;
      End end;
      do {
        long seed = options.seed() + 31L * models++;
        try (TaskTrainer trainer = new TaskTrainer(task, stage.recipe(), compute, seed)) {
          List<View> views = trainer.views(PREDICTIONS, seed);
          Vote vote = train(trainer, stage, views);
          end = vote.end();
          double weight = weight(trainer, views);
          for (int test = 0; test < stageVotes.size(); test++) {
            List<Prediction> all = stageVotes.get(test);
            vote.predictions().get(test).forEach(seen -> all.add(seen.weighing(weight)));
          }
          think(trainer, weight);
          spending.made(trainer.steps());
          loss = Double.isNaN(loss) ? trainer.loss() : Math.min(loss, trainer.loss());
        }
      } while (end == End.DISAGREES && !spending.over(stage.until()));
      int trained = models - before;
      for (int test = 0; test < votes.size(); test++) {
        List<Prediction> all = votes.get(test);
        stageVotes.get(test).forEach(seen -> all.add(seen.weighing(seen.weight() / trained)));
      }
      return end == End.AGREED;
    }

    /**
     * What a model's votes count: less if it does not fit the demonstrations, and less if it has
     * few distinct views, since the same view seen twice is hardly a second witness.
     */
    private double weight(TaskTrainer trainer, List<View> views) {
      double witnesses = (double) views.size() / PREDICTIONS;
      return Math.max(LEAST_WEIGHT, trainer.exactShare()) * witnesses;
    }

    private void follow(TrainingProgress progress) {
      curve.add(models, progress);
      listener.accept(progress);
    }

    /** Keeps what a model thinks if its votes count more than those of the models before. */
    private void think(TaskTrainer trainer, double weight) {
      if (weight > weightOfThinking) {
        weightOfThinking = weight;
        thinking =
            IntStream.range(0, thoughtful)
                .mapToObj(
                    test ->
                        trainer.think(test, View.identity()).stream()
                            .map(seen -> new Thought(seen.grid(), seen.halting()))
                            .toList())
                .toList();
      }
    }

    private Vote train(TaskTrainer trainer, Stage stage, List<View> views) {
      long end = spending.deadline(stage.until());
      int steps = spending.stepsUntil(stage.until());
      long begun = System.nanoTime();
      long reserve = end == Long.MAX_VALUE ? 0 : (long) (RESERVE * (end - begun));
      int fitted = Integer.MAX_VALUE;
      while (true) {
        trainer.train(
            steps,
            end == Long.MAX_VALUE ? end : end - reserve,
            EXACT_STEPS,
            () -> Spending.share(begun, end, trainer.steps(), steps),
            progress -> follow(spending.overall(progress)));
        long asked = System.nanoTime();
        List<List<Prediction>> predictions = predict(trainer, views, end);
        if (trainer.steps() >= steps || System.nanoTime() > end - reserve) {
          return new Vote(predictions, End.SPENT);
        }
        if (agree(predictions)) {
          return new Vote(predictions, End.AGREED);
        }
        fitted = Math.min(fitted, trainer.steps());
        if (trainer.steps() >= fitted + PATIENCE) {
          return new Vote(predictions, End.DISAGREES);
        }
        reserve = Math.max(reserve, 2 * (System.nanoTime() - asked));
      }
    }

    private List<List<Prediction>> predict(TaskTrainer trainer, List<View> views, long deadline) {
      List<List<Prediction>> predictions = new ArrayList<>();
      for (int test = 0; test < task.testInputs().size(); test++) {
        predictions.add(
            trainer.predict(test, views, PREDICTIONS, deadline).stream()
                .map(seen -> Prediction.undone(seen.view(), seen.grid(), seen.halting()))
                .toList());
      }
      return predictions;
    }
  }
}
