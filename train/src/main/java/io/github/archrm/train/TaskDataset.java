package io.github.archrm.train;

import ai.djl.ndarray.NDManager;
import io.github.archrm.augment.Dihedral;
import io.github.archrm.augment.View;
import io.github.archrm.augment.ViewFamily;
import io.github.archrm.augment.ViewSampler;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.Layout;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import io.github.archrm.train.tokens.Channels;
import io.github.archrm.train.tokens.Frame;
import io.github.archrm.train.tokens.Grouping;
import io.github.archrm.train.tokens.Grouping.Part;
import io.github.archrm.train.tokens.Tokens;
import io.github.archrm.train.tokens.Tokens.Sight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * One of the tasks that a model is trained on, as a source of rows: its tokens, its views and the
 * shape of its batches.
 */
final class TaskDataset {
  private final Task task;
  private final Recipe recipe;
  private final Tokens tokens;
  private final boolean own;
  private final boolean mixes;
  private final int puzzle;
  private final ViewSampler sampler;
  private final NDManager manager;
  private final Map<Canvas, Layout> layouts = new HashMap<>();
  private int drawn;

  /**
   * @param number of the task, from 0
   * @param tasks that there are
   * @param channels further grids that the task's inputs are shown with
   * @throws IllegalArgumentException if the model cannot take the task's symbols or boxes
   */
  TaskDataset(
      Task task, Recipe recipe, int number, int tasks, Channels channels, NDManager manager) {
    this.task = task;
    this.recipe = recipe;
    this.manager = manager;
    boolean together = recipe.halting().rule() == Halting.Rule.FIXED;
    int shared = together ? recipe.large().shared() : Integer.MAX_VALUE;
    this.puzzle = number * recipe.puzzlesOfATask(tasks);
    this.tokens = Tokens.of(task, recipe.model(), puzzle, channels, shared);
    this.own = tokens.ownFrames();
    this.mixes = recipe.mixes(tasks) && !task.kind().structure().sharedRule();
    Canvas canvas = tokens.canvas();
    ViewFamily family =
        ViewFamily.of(recipe.augmentation().turns(), recipe.augmentation().colours());
    this.sampler =
        new ViewSampler(
            task, own || mixes ? family : family.onCanvas(canvas.height(), canvas.width()));
  }

  Task task() {
    return task;
  }

  Tokens tokens() {
    return tokens;
  }

  ViewSampler sampler() {
    return sampler;
  }

  /** Whether rows have frames of their own, so that a batch is made of parts. */
  boolean ownFrames() {
    return own;
  }

  /** Whether rows are worked on beside those of other tasks. */
  boolean mixes() {
    return mixes;
  }

  /** Whether parts of demonstrations are to be learned from, given the share of the budget used. */
  boolean windows(double budgetUsed) {
    return own && !mixes && tokens.windows() && budgetUsed < recipe.large().windowsUntil();
  }

  /** 1, or 2 where views transpose a canvas that is not square and all rows share it. */
  int sides() {
    Canvas canvas = tokens.canvas();
    return !own && sampler.transposes() && canvas.height() != canvas.width() ? 2 : 1;
  }

  /** Which side of the canvas a view needs: 1 if it transposes one that is not square. */
  private int side(View view) {
    return sides() > 1 && view.transposes() ? 1 : 0;
  }

  /** The frame of views that do not transpose (0), or of those that do (1). */
  Frame frame(int side) {
    Frame upright = tokens.frame(View.identity());
    return side == 0 ? upright : upright.transposed();
  }

  /** What a test input is laid on. */
  Frame frame(int test, View view) {
    return own ? tokens.ownFrame(test, view) : frame(side(view));
  }

  /** Rows of a batch that are laid on a frame. */
  int rows(Frame frame) {
    return recipe.batch().rowsOf(tokensOf(frame));
  }

  /** Tokens of a row on a frame: a sequence model has no planes. */
  int tokensOf(Frame frame) {
    return recipe.model().symbols().equivariant() ? frame.tokens() : frame.canvas().cells();
  }

  /** Must not be called inside an NDScope: tables are made and kept. */
  Layout layout(Frame frame, int rows) {
    ModelConfig model = recipe.model();
    return layouts
        .computeIfAbsent(
            frame.canvas(),
            canvas -> Layout.of(manager, model, 1, frame.planes(), canvas, task.kind().structure()))
        .of(rows, model.symbols().equivariant() ? frame.planes() : 1);
  }

  /** The next demonstration in turn, through a random view that needs a side of the canvas. */
  Row next(int side, RandomGenerator random) {
    Example example = nextExample();
    View view = sampler.random(random, example);
    while (side(view) != side) {
      view = sampler.random(random, example);
    }
    return sometimesBlank(tokens.demonstration(example, view), random);
  }

  /**
   * The next demonstrations in turn, as many as a batch has rows, each through a random view and on
   * no larger a frame than it is worth: rows share one where that is faster.
   *
   * @param windowed whether random parts of them are shown
   */
  List<Part> next(RandomGenerator random, boolean windowed) {
    OptionalInt side = windowed ? OptionalInt.of(recipe.large().window()) : OptionalInt.empty();
    List<Sight> sights = new ArrayList<>();
    for (int i = 0; i < recipe.batch().rows(); i++) {
      Example example = nextExample();
      View view = sampler.random(random, example);
      sights.add(tokens.sight(example, view, times(example, random), side, random));
    }
    return parts(sights).stream()
        .map(
            part ->
                new Part(
                    part.frame(),
                    part.rows().stream().map(row -> sometimesBlank(row, random)).toList()))
        .toList();
  }

  /**
   * Demonstrations of several tasks, as many as a batch has rows, likewise: whole ones, each of a
   * random task. Which view of which task it is, the model is told by an embedding.
   *
   * @param datasets that mix
   */
  static List<Part> mixed(List<TaskDataset> datasets, RandomGenerator random) {
    TaskDataset first = datasets.get(0);
    List<Sight> sights = new ArrayList<>();
    for (int i = 0; i < first.recipe.batch().rows(); i++) {
      sights.add(datasets.get(random.nextInt(datasets.size())).amongOthers(random));
    }
    return first.parts(sights);
  }

  private Sight amongOthers(RandomGenerator random) {
    Example example = nextExample();
    View view = sampler.random(random, example);
    int seenSo = puzzle + ((Dihedral) view).ordinal();
    Sight sight = tokens.sight(example, view, times(example, random), OptionalInt.empty(), random);
    return new Sight() {
      @Override
      public Frame ownFrame() {
        return sight.ownFrame();
      }

      @Override
      public Row on(Frame frame) {
        return sight.on(frame).amongOthers(seenSo);
      }
    };
  }

  private List<Part> parts(List<Sight> sights) {
    return Grouping.on(manager.getDevice(), recipe.batch().tokens()).parts(sights);
  }

  /**
   * How large a demonstration is shown: twice as large now and then, if it has a frame of its own
   * and room.
   */
  private int times(Example example, RandomGenerator random) {
    double share = recipe.augmentation().enlarged();
    boolean enlarged =
        share > 0
            && own
            && random.nextDouble() < share
            && Stream.of(example.input(), example.output())
                .allMatch(grid -> 2 * Math.max(grid.height(), grid.width()) <= Row.MAX_SIDE);
    return enlarged ? 2 : 1;
  }

  private Example nextExample() {
    return task.demonstrations().get(drawn++ % task.demonstrations().size());
  }

  private Row sometimesBlank(Row row, RandomGenerator random) {
    boolean blank = tokens.channels() > 0 && random.nextDouble() < recipe.channels().blank();
    return blank ? row.blankingChannels() : row;
  }

  /** Demonstrations drawn. */
  int drawn() {
    return drawn;
  }

  void restore(int drawnBefore) {
    this.drawn = drawnBefore;
  }
}
