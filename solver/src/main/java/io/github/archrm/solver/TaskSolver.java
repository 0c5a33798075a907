package io.github.archrm.solver;

import io.github.archrm.augment.View;
import io.github.archrm.solver.vote.Attempts;
import io.github.archrm.solver.vote.Candidate;
import io.github.archrm.solver.vote.ConsensusVote;
import io.github.archrm.solver.vote.Prediction;
import io.github.archrm.solver.vote.Ranking;
import io.github.archrm.solver.vote.RuleVote;
import io.github.archrm.solver.vote.TestAttempts;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Rules;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.Compute;
import io.github.archrm.train.Question;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.TaskTrainer;
import io.github.archrm.train.TrainingProgress;
import io.github.archrm.train.Trunk;
import io.github.archrm.train.ViewPrediction;
import io.github.archrm.train.file.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** So often a model thinks twice as long as before about what it has not answered. */
  private static final int MOST_DOUBLINGS = 2;

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
   * @param fitted the step at which it had fitted the demonstrations
   */
  private record Vote(List<List<Prediction>> predictions, End end, int fitted) {}

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
    return solve(task, listener, thoughtful, null);
  }

  /**
   * As {@link #solve(Task, Consumer, int)}, but goes on where an earlier call with the same folder
   * and seed came to the end of its budget: the models that were in training are trained on, and
   * all models vote.
   *
   * @param state where the work is kept for a later call, tens of megabytes at most; the folder is
   *     there afterwards if more budget could still help: the votes do not agree, and the disk had
   *     room for it. Null to keep nothing
   * @return steps, seconds and curve are those of all calls, the thinking is that of the last one
   */
  public SolvedTask solve(
      Task task, Consumer<TrainingProgress> listener, int thoughtful, Path state) {
    return new Run(task.withoutSolutions(), listener, thoughtful, state).solve();
  }

  /** The work on one task. */
  private final class Run {
    private final Task task;
    private final Path folder;
    private final Consumer<TrainingProgress> listener;
    private final int thoughtful;
    private final Compute compute = Compute.start(options.device(), options.threads());
    private final Spending spending = new Spending(options.budget());
    private final Optional<Trunk> trunk = options.trunkFile().map(Trunk::read);
    private final List<Stage> stages;
    private final boolean sharedRule;

    /** Those that decide before votes do. */
    private final Rules rules;

    private final TaskState state;
    private boolean saved;
    private List<List<Thought>> thinking = List.of();
    private double weightOfThinking;

    Run(Task task, Consumer<TrainingProgress> listener, int thoughtful, Path folder) {
      this.task = task;
      this.folder = folder;
      this.listener = listener;
      this.stages = choice.apply(Stage.of(task.kind(), trunk));
      this.rules = options.rules() ? task.kind().rules() : Rules.NONE;
      this.sharedRule = task.kind().structure().sharedRule();
      this.thoughtful = Math.min(thoughtful, task.testInputs().size());
      this.saved = folder != null;
      this.state =
          folder == null ? new TaskState(stages.size()) : TaskState.read(folder, stages.size());
    }

    SolvedTask solve() {
      List<Integer> open =
          IntStream.range(0, stages.size()).filter(i -> !state.stage(i).agreed()).boxed().toList();
      boolean agreed = false;
      for (int i : open) {
        boolean last = i == open.get(open.size() - 1);
        double until = until(i, open);
        boolean over = spending.over(until) && !(last && !state.hasModels());
        if ((!agreed || last) && !over) {
          agreed |= run(i, until);
        }
      }
      state.spent(spending.steps(), spending.seconds());
      keep();
      Attempts attempts = new Attempts(task);
      List<TestAttempts> tests = new ArrayList<>();
      for (int test = 0; test < task.testInputs().size(); test++) {
        List<Prediction> all = state.votes(test);
        tests.add(attempts.choose(task.testInputs().get(test), rank(test, all), all.size()));
      }
      return new SolvedTask(
          task.id(),
          tests,
          state.steps(),
          state.seconds(),
          state.loss(),
          state.curve().points(),
          thinking);
    }

    private List<Candidate> rank(int test, List<Prediction> predictions) {
      return new RuleVote(rules, task.testInputs().get(test), ranking).rank(predictions);
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
      return rules != Rules.NONE
          && predictions.stream()
              .flatMap(prediction -> prediction.grid().stream())
              .anyMatch(grid -> rules.isOptimal(input, grid));
    }

    /** The share of the budget at which a stage ends, if it is shared among the open ones only. */
    private double until(int stage, List<Integer> open) {
      double all = 0;
      double soFar = 0;
      for (int i : open) {
        double length = stages.get(i).until() - (i == 0 ? 0 : stages.get(i - 1).until());
        all += length;
        soFar += i <= stage ? length : 0;
      }
      return open.size() == stages.size() ? stages.get(stage).until() : soFar / all;
    }

    /** Leaves the folder as a later call needs it, or none if that has nothing more to do. */
    private void keep() {
      if (folder == null) {
        return;
      }
      List<List<Prediction>> votes =
          IntStream.range(0, task.testInputs().size()).mapToObj(state::votes).toList();
      boolean settled =
          agree(votes) || IntStream.range(0, stages.size()).allMatch(i -> state.stage(i).agreed());
      try {
        if (saved && !settled) {
          state.write(folder);
          return;
        }
      } catch (IOException e) {
        tellUnsaved(e);
      }
      TaskState.delete(folder);
    }

    private void tellUnsaved(IOException e) {
      saved = false;
      System.err.println(task.id() + ": its training cannot be kept: " + e);
    }

    /** Trains the models of one stage, which together have one full set of votes. */
    private boolean run(int stage, double until) {
      StageState models = state.stage(stage);
      End end;
      do {
        int number = models.unfinished().orElseGet(state::nextModel);
        long seed = options.seed() + 31L * number;
        try (TaskTrainer trainer = trainer(stage, seed)) {
          int before = trainer.steps();
          List<View> views = trainer.views(options.thinking().views(), seed);
          int fitted = before == 0 ? Integer.MAX_VALUE : models.fitted();
          Vote vote = train(trainer, number + 1, until, views, fitted);
          end = vote.end();
          double weight = weight(trainer, views);
          models.put(weight, vote.predictions());
          if (end == End.SPENT && saved) {
            save(trainer, stage);
            models.leaveUnfinished(number, vote.fitted());
          }
          think(trainer, weight);
          spending.made(trainer.steps() - before);
          state.reached(trainer.loss());
        }
      } while (end == End.DISAGREES && !spending.over(until));
      if (end == End.AGREED) {
        models.agree();
      }
      return end == End.AGREED;
    }

    /** The stage's unfinished model, or a new one. */
    private TaskTrainer trainer(int stage, long seed) {
      Recipe recipe = stages.get(stage).recipe().holding(options.tokens());
      if (state.stage(stage).unfinished().isPresent()) {
        Path checkpoint = TaskState.checkpoint(folder, stage);
        try {
          return TaskTrainer.resume(checkpoint, List.of(task), recipe, compute);
        } catch (CheckpointException e) {
          System.err.println(task.id() + ": a model is trained anew: " + e.getMessage());
        }
      }
      return new TaskTrainer(List.of(task), recipe, trunk, compute, seed);
    }

    private void save(TaskTrainer trainer, int stage) {
      try {
        Files.createDirectories(folder);
        trainer.save(TaskState.checkpoint(folder, stage));
      } catch (IOException e) {
        tellUnsaved(e);
      }
    }

    /**
     * What a model's votes count: less if it does not fit the demonstrations, and less if it has
     * few distinct views, since the same view seen twice is hardly a second witness.
     */
    private double weight(TaskTrainer trainer, List<View> views) {
      double witnesses = (double) views.size() / options.thinking().views();
      return Math.max(LEAST_WEIGHT, trainer.exactShare()) * witnesses;
    }

    private void follow(int model, TrainingProgress progress) {
      state.curve().add(model, progress);
      listener.accept(progress);
    }

    /** Keeps what a model thinks if its votes count more than those of the models before. */
    private void think(TaskTrainer trainer, double weight) {
      if (weight > weightOfThinking) {
        weightOfThinking = weight;
        int segments = options.thinking().segments().orElse(trainer.segments());
        thinking =
            IntStream.range(0, thoughtful)
                .mapToObj(
                    test ->
                        trainer.think(new Question(test, View.identity()), segments).stream()
                            .map(seen -> new Thought(seen.grid(), seen.halting()))
                            .toList())
                .toList();
      }
    }

    private Vote train(
        TaskTrainer trainer, int model, double share, List<View> views, int fittedBefore) {
      int before = trainer.steps();
      long end = spending.deadline(share);
      int steps = spending.stepsUntil(share);
      int last = steps > Integer.MAX_VALUE - before ? Integer.MAX_VALUE : before + steps;
      long begun = System.nanoTime();
      long reserve = end == Long.MAX_VALUE ? 0 : (long) (RESERVE * (end - begun));
      int fitted = fittedBefore;
      int pause = 0;
      while (true) {
        long until = end == Long.MAX_VALUE ? end : end - reserve;
        DoubleSupplier used = () -> Spending.share(begun, end, trainer.steps() - before, steps);
        Consumer<TrainingProgress> follower =
            progress -> follow(model, spending.overall(progress, state.steps() - before));
        trainer.train(Math.min(pause, last), until, Integer.MAX_VALUE, used, follower);
        trainer.train(last, until, EXACT_STEPS, used, follower);
        long asked = System.nanoTime();
        List<List<Prediction>> predictions = predict(trainer, views, end);
        if (trainer.steps() >= last || System.nanoTime() > end - reserve) {
          return new Vote(predictions, End.SPENT, fitted);
        }
        if (agree(predictions)) {
          return new Vote(predictions, End.AGREED, fitted);
        }
        fitted = Math.min(fitted, trainer.steps());
        if (!sharedRule && trainer.steps() >= fitted + PATIENCE) {
          return new Vote(predictions, End.DISAGREES, fitted);
        }
        pause = sharedRule ? trainer.steps() + PATIENCE : 0;
        reserve = Math.max(reserve, 2 * (System.nanoTime() - asked));
      }
    }

    /**
     * Predictions per test input. Where one is proved to be right, no more are made; the others get
     * more thought in each round.
     */
    private List<List<Prediction>> predict(TaskTrainer trainer, List<View> views, long deadline) {
      Thinking limits = options.thinking();
      int wanted =
          trainer.startsDiffer()
              ? limits.views() * limits.starts()
              : Math.min(limits.views(), views.size());
      List<List<Prediction>> predictions = new ArrayList<>();
      task.testInputs().forEach(input -> predictions.add(new ArrayList<>()));
      List<Integer> open = new ArrayList<>(IntStream.range(0, predictions.size()).boxed().toList());
      int asked = 0;
      int doublings = 0;
      while (asked < wanted && !open.isEmpty() && (asked == 0 || System.nanoTime() < deadline)) {
        List<Question> questions = new ArrayList<>();
        int next = Math.min(wanted, asked + Math.max(1, ROUND / open.size()));
        for (; asked < next; asked++) {
          View view = views.get(asked % views.size());
          open.forEach(test -> questions.add(new Question(test, view)));
        }
        int segments = limits.segments().orElse(trainer.segments() << doublings);
        doublings = rules != Rules.NONE ? Math.min(MOST_DOUBLINGS, doublings + 1) : 0;
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
