package io.github.archrm.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import io.github.archrm.augment.View;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.train.model.HrmModel;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.Outputs;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.model.SplitMix64;
import io.github.archrm.train.model.State;
import io.github.archrm.train.model.Torch;
import io.github.archrm.train.tokens.Frame;
import io.github.archrm.train.tokens.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asks the averaged weights of a {@link TaskTrainer}, to which it belongs; on the same thread, and
 * not after the trainer is closed.
 */
public final class Predictor {
  private final HrmModel model;
  private final Recipe recipe;
  private final List<TaskDataset> datasets;
  private final SplitMix64 random;
  private final NDManager manager;

  /**
   * @param random that of the training, which predictions with random starting states move on
   */
  Predictor(
      HrmModel model,
      Recipe recipe,
      List<TaskDataset> datasets,
      SplitMix64 random,
      NDManager manager) {
    this.model = model;
    this.recipe = recipe;
    this.datasets = datasets;
    this.random = random;
    this.manager = manager;
  }

  /** Up to n distinct views of the only task, the same at every call. */
  public List<View> views(int n, long seed) {
    return datasets.get(0).sampler().distinct(n, new Random(seed));
  }

  /** Segments that a row makes at most in training. */
  public int segments() {
    return recipe.halting().maxSegments();
  }

  /** Whether grids are shown beside the only task's inputs. */
  public boolean hasChannels() {
    return datasets.get(0).tokens().channels() > 0;
  }

  /** Whether the same question asked twice may get two answers. */
  public boolean startsDiffer() {
    return recipe.model().start().randomStates();
  }

  /**
   * Asks the averaged weights about test inputs of the only task.
   *
   * @param segments how long the model thinks about each question
   * @param deadline after which only test inputs without an answer are still asked about
   * @param before test inputs that have an answer from before
   * @return the answers, those of views that do not transpose first
   * @throws SegmentTrainer.DivergedException if the weights say nothing that is a number
   */
  public List<ViewPrediction> predict(
      List<Question> questions, int segments, TimeLimit deadline, Set<Integer> before) {
    return predict(datasets.get(0), questions, segments, random, deadline, before);
  }

  /** As {@link #predict(List, int, TimeLimit, Set)}, where no test input has an answer yet. */
  public List<ViewPrediction> predict(List<Question> questions, int segments, TimeLimit deadline) {
    return predict(questions, segments, deadline, Set.of());
  }

  private List<ViewPrediction> predict(
      TaskDataset task,
      List<Question> questions,
      int segments,
      SplitMix64 starts,
      TimeLimit deadline,
      Set<Integer> before) {
    List<ViewPrediction> predictions = new ArrayList<>();
    Set<Integer> answered = new HashSet<>(before);
    Map<Frame, List<Question>> byFrame = new LinkedHashMap<>();
    Stream.of(false, true)
        .flatMap(
            transposing ->
                questions.stream().filter(question -> question.view().transposes() == transposing))
        .forEach(
            question ->
                byFrame
                    .computeIfAbsent(
                        task.frame(question.test(), question.view()), frame -> new ArrayList<>())
                    .add(question));
    byFrame.forEach(
        (frame, asked) -> {
          List<Question> left = asked;
          boolean late = false;
          while (!left.isEmpty()) {
            if (!late && deadline.isPast()) {
              late = true;
              Set<Integer> taken = new HashSet<>(answered);
              left = left.stream().filter(question -> taken.add(question.test())).toList();
              continue;
            }
            List<Question> some = left.subList(0, Math.min(left.size(), task.rows(frame)));
            left = left.subList(some.size(), left.size());
            predictions.addAll(predict(task, some, frame, segments, starts));
            some.forEach(question -> answered.add(question.test()));
          }
        });
    return predictions;
  }

  /**
   * What the averaged weights say after every segment of thinking about the only task's test input.
   *
   * <p>Takes its starting state from random numbers of its own, so that whether somebody looks
   * changes nothing of what follows.
   *
   * @param segments how long the model thinks
   * @return one prediction per segment, the first thought first
   */
  public List<ViewPrediction> think(Question question, int segments) {
    TaskDataset task = datasets.get(0);
    Frame frame = task.frame(question.test(), question.view());
    List<ViewPrediction> thoughts = new ArrayList<>();
    think(
        task,
        List.of(question),
        frame,
        segments,
        new SplitMix64(question.test()),
        (segment, outputs) -> thoughts.addAll(read(task, List.of(question), frame, outputs)));
    return thoughts;
  }

  private List<ViewPrediction> predict(
      TaskDataset task, List<Question> questions, Frame frame, int segments, SplitMix64 starts) {
    List<ViewPrediction> predictions = new ArrayList<>();
    think(
        task,
        questions,
        frame,
        segments,
        starts,
        (segment, outputs) -> {
          if (segment == segments) {
            predictions.addAll(read(task, questions, frame, outputs));
          }
        });
    return predictions;
  }

  /** Told what the model says after a segment, from 1; the arrays live during the call only. */
  private interface Listener {
    void thought(int segment, Outputs outputs);
  }

  private void think(
      TaskDataset task,
      List<Question> questions,
      Frame frame,
      int segments,
      SplitMix64 starts,
      Listener listener) {
    Layout layout = task.layout(frame, questions.size());
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      Torch.gradients(false);
      Carry carry = new Carry(layout);
      Iterator<Row> rows =
          questions.stream().map(question -> row(task.tokens(), question, frame)).iterator();
      carry.refill(rows::next);
      NDArray x = model.embed(carry.rows(), layout, manager);
      try (carry) {
        for (int segment = 1; segment <= segments; segment++) {
          think(carry, x, starts, segment, listener);
        }
      }
    }
  }

  /**
   * One segment; all that it made but the states is let go, so that long thinking needs no more.
   */
  private void think(Carry carry, NDArray x, SplitMix64 starts, int segment, Listener listener) {
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      State state = carry.begin(model, starts, manager);
      Outputs outputs = model.finish(model.advance(state, x, carry.layout()), x, carry.layout());
      listener.thought(segment, outputs);
      carry.keep(outputs.state(), new boolean[carry.layout().batch()]);
    }
  }

  /**
   * How many questions about the only task a batch has room for.
   *
   * @param most more are not wanted
   */
  public int room(int most) {
    TaskDataset task = datasets.get(0);
    int tokens = task.tokensOf(task.frame(0));
    return Math.max(1, Math.min(most, recipe.batch().tokens() / tokens));
  }

  /** Batches that it takes to ask once about every test input of the only task. */
  public int batches() {
    TaskDataset task = datasets.get(0);
    int rows = task.rows(task.frame(0));
    return (task.task().testInputs().size() + rows - 1) / rows;
  }

  /** Those of the views with which a test input can be thought about beside an upright one. */
  public List<View> besideUpright(List<View> views) {
    Frame upright = datasets.get(0).frame(0);
    return views.stream()
        .filter(view -> !view.transposes() || upright.equals(upright.transposed()))
        .toList();
  }

  /**
   * Begins to think about questions of the only task.
   *
   * @param questions one a row, through views {@link #besideUpright}
   * @param seed of the starting states
   */
  public Thinking begin(List<Question> questions, long seed) {
    return new Batch(questions, new SplitMix64(seed));
  }

  /** The states of questions that are being thought about, beyond one segment's NDScope. */
  private final class Batch implements Thinking {
    private final TaskDataset task = datasets.get(0);
    private final List<Question> questions;
    private final SplitMix64 starts;
    private final Frame frame = task.frame(0);
    private final Layout layout;
    private final Carry carry;

    Batch(List<Question> questions, SplitMix64 starts) {
      this.questions = new ArrayList<>(questions);
      this.starts = starts;
      this.layout = task.layout(frame, questions.size());
      this.carry = new Carry(layout);
      Iterator<Row> rows = questions.stream().map(one -> row(task.tokens(), one, frame)).iterator();
      carry.refill(rows::next);
    }

    @Override
    public List<ViewPrediction> segment() {
      List<ViewPrediction> seen = new ArrayList<>();
      try (NDScope scope = new NDScope()) {
        scope.suppressNotUsedWarning();
        Torch.gradients(false);
        NDArray x = model.embed(carry.rows(), layout, manager);
        think(
            carry, x, starts, 1, (segment, now) -> seen.addAll(read(task, questions, frame, now)));
      }
      return seen;
    }

    @Override
    public void begin(int row, Question question) {
      questions.set(row, question);
      carry.replace(row, row(task.tokens(), question, frame), true);
    }

    @Override
    public void goOn(int row, Question question) {
      questions.set(row, question);
      carry.replace(row, row(task.tokens(), question, frame), false);
    }

    @Override
    public void close() {
      carry.close();
    }
  }

  private static Row row(Tokens tokens, Question question, Frame frame) {
    Row row =
        question
            .guess()
            .map(guess -> tokens.demonstration(new Example(guess, guess), question.view(), frame))
            .orElseGet(() -> tokens.test(question.test(), question.view(), frame));
    return question.channels() ? row : row.blankingChannels();
  }

  private static List<ViewPrediction> read(
      TaskDataset task, List<Question> questions, Frame frame, Outputs outputs) {
    float[] logits = outputs.logits().toFloatArray();
    float[] halting = Torch.sigmoid(outputs.qHalt()).toFloatArray();
    List<ViewPrediction> predictions = new ArrayList<>();
    for (int b = 0; b < questions.size(); b++) {
      if (Float.isNaN(halting[b])) {
        throw new SegmentTrainer.DivergedException("what the weights say is not a number");
      }
      Question question = questions.get(b);
      Grid grid =
          task.tokens().read(logits, b * frame.tokens(), question.test(), question.view(), frame);
      predictions.add(new ViewPrediction(question, grid, halting[b]));
    }
    return predictions;
  }

  /**
   * Asks the averaged weights about the test inputs whose solutions are known, upright and once,
   * without a change to what follows.
   *
   * @param most puzzles to ask about: the first ones of every task, in equal shares; if there are
   *     more tasks, the first one of so many of them
   * @param enough asked before every batch but the first; the rest is then left out
   */
  public Accuracy validate(int most, BooleanSupplier enough) {
    int puzzles = 0;
    int exact = 0;
    double cells = 0;
    SplitMix64 starts = new SplitMix64(0);
    int tasks = Math.max(1, Math.min(most, datasets.size()));
    for (int i = 0; i < tasks; i++) {
      TaskDataset task = datasets.get((int) ((long) i * datasets.size() / tasks));
      List<Grid> solutions = task.task().solutions();
      int asked = Math.min(solutions.size(), Math.max(1, most / tasks));
      int rows = task.rows(task.frame(0));
      for (int from = 0; from < asked; from += rows) {
        if (puzzles > 0 && enough.getAsBoolean()) {
          return new Accuracy(puzzles, (double) exact / puzzles, cells / puzzles);
        }
        List<Question> some =
            IntStream.range(from, Math.min(asked, from + rows))
                .mapToObj(test -> new Question(test, View.identity()))
                .toList();
        for (ViewPrediction answer :
            predict(task, some, segments(), starts, TimeLimit.NONE, Set.of())) {
          Grid solution = solutions.get(answer.question().test());
          puzzles++;
          exact += answer.grid().equals(solution) ? 1 : 0;
          cells += solution.agreement(answer.grid());
        }
      }
    }
    return new Accuracy(puzzles, (double) exact / puzzles, cells / puzzles);
  }

  /** As {@link #validate(int, BooleanSupplier)}, to the end. */
  public Accuracy validate(int most) {
    return validate(most, () -> false);
  }
}
