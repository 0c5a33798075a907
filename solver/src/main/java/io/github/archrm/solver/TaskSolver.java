package io.github.archrm.solver;

import io.github.archrm.augment.View;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Compute;
import io.github.archrm.train.Question;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TrainingProgress;
import io.github.archrm.train.Trunk;
import io.github.archrm.train.ViewPrediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
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
  /** Rows that are predicted before looking which test inputs need more. */
  private static final int ROUND = 16;

  /** Steps in a row without a wrong cell after which the views are asked whether they agree. */
  private static final int EXACT_STEPS = 16;

  /**
   * Steps that a model has to make its views agree, once it has fitted the demonstrations. A model
   * of a rule that all tasks share is not replaced, but goes on as long before it is asked again.
   */
  private static final int PATIENCE = 500;

  /** Share of the votes with which the views count as agreed. */
  private static final double AGREED = 0.9;

  /** Share of a stage's time kept for its last prediction. */
  private static final double RESERVE = 0.1;

  /** Weight of a model that fits no demonstration. */
  private static final double LEAST_WEIGHT = 0.05;

  private final SolverOptions options;
  private final UnaryOperator<List<Stage>> choice;
  private final Ranking ranking = new ConsensusVote();

  public TaskSolver(SolverOptions options) {
    this(options, UnaryOperator.identity());
  }

  /** A solver with stages of its own instead of those of the task's kind. */
  public TaskSolver(SolverOptions options, List<Stage> stages) {
    this(options, usual -> stages);
  }

  private TaskSolver(SolverOptions options, UnaryOperator<List<Stage>> choice) {
    this.options = options;
    this.choice = choice;
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
   * @throws IllegalArgumentException if the device asked for is not there, or the model cannot take
   *     the task's symbols
   * @throws io.github.archrm.train.CheckpointException if the trunk cannot be used for the task
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
    private final Optional<Trunk> trunk = options.trunkFile().map(Trunk::read);
    private final List<Stage> stages;
    private final boolean sharedRule;
    private final List<List<Prediction>> votes = new ArrayList<>();
    private double loss = Double.NaN;
    private int models;
    private List<List<Thought>> thinking = List.of();
    private double weightOfThinking;

    Run(Task task, Consumer<TrainingProgress> listener, int thoughtful) {
      this.task = task;
      this.listener = listener;
      this.stages = choice.apply(Stage.of(task.kind(), trunk));
      this.sharedRule = task.kind().structure().sharedRule();
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
          .allMatch(
              test -> {
                List<Candidate> ranked = rank(test, predictions.get(test));
                return isProved(test, predictions.get(test))
                    || !ranked.isEmpty() && ranked.get(0).share() >= AGREED;
              });
    }

    /** Whether the rules that all tasks share tell that some prediction is a best answer. */
    private boolean isProved(int test, List<Prediction> predictions) {
      Grid input = task.testInputs().get(test);
      return sharedRule
          && predictions.stream()
              .flatMap(prediction -> prediction.grid().stream())
              .anyMatch(grid -> task.kind().rules().isOptimal(input, grid));
    }

    /** Trains the models of one stage, which together have one full set of votes. */
    private boolean run(Stage stage) {
      List<List<Prediction>> stageVotes = new ArrayList<>();
      task.testInputs().forEach(input -> stageVotes.add(new ArrayList<>()));
      int before = models;
      End end;
      do {
        long seed = options.seed() + 31L * models++;
        try (TaskTrainer trainer =
            new TaskTrainer(List.of(task), stage.recipe(), trunk, compute, seed)) {
          List<View> views = trainer.views(options.thinking().views(), seed);
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
      double witnesses = (double) views.size() / options.thinking().views();
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
                        trainer.think(new Question(test, View.identity())).stream()
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
      int pause = 0;
      while (true) {
        long until = end == Long.MAX_VALUE ? end : end - reserve;
        DoubleSupplier used = () -> Spending.share(begun, end, trainer.steps(), steps);
        Consumer<TrainingProgress> follower = progress -> follow(spending.overall(progress));
        trainer.train(Math.min(pause, steps), until, Integer.MAX_VALUE, used, follower);
        trainer.train(steps, until, EXACT_STEPS, used, follower);
        long asked = System.nanoTime();
        List<List<Prediction>> predictions = predict(trainer, views, end);
        if (trainer.steps() >= steps || System.nanoTime() > end - reserve) {
          return new Vote(predictions, End.SPENT);
        }
        if (agree(predictions)) {
          return new Vote(predictions, End.AGREED);
        }
        fitted = Math.min(fitted, trainer.steps());
        if (!sharedRule && trainer.steps() >= fitted + PATIENCE) {
          return new Vote(predictions, End.DISAGREES);
        }
        pause = sharedRule ? trainer.steps() + PATIENCE : 0;
        reserve = Math.max(reserve, 2 * (System.nanoTime() - asked));
      }
    }

    /** Predictions per test input; where one is proved to be right, no more are made. */
    private List<List<Prediction>> predict(TaskTrainer trainer, List<View> views, long deadline) {
      Thinking thinkingOptions = options.thinking();
      int segments = thinkingOptions.segments().orElse(trainer.segments());
      int wanted =
          trainer.startsDiffer()
              ? thinkingOptions.views() * thinkingOptions.starts()
              : Math.min(thinkingOptions.views(), views.size());
      List<List<Prediction>> predictions = new ArrayList<>();
      task.testInputs().forEach(input -> predictions.add(new ArrayList<>()));
      List<Integer> open = new ArrayList<>(IntStream.range(0, predictions.size()).boxed().toList());
      int asked = 0;
      while (asked < wanted && !open.isEmpty() && (asked == 0 || System.nanoTime() < deadline)) {
        List<Question> questions = new ArrayList<>();
        int next = Math.min(wanted, asked + Math.max(1, ROUND / open.size()));
        for (; asked < next; asked++) {
          View view = views.get(asked % views.size());
          open.forEach(test -> questions.add(new Question(test, view)));
        }
        for (ViewPrediction seen : trainer.predict(questions, segments, deadline)) {
          predictions
              .get(seen.question().test())
              .add(Prediction.undone(seen.question().view(), seen.grid(), seen.halting()));
        }
        open.removeIf(test -> isProved(test, predictions.get(test)));
      }
      return predictions;
    }
  }
}
