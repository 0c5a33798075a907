package io.github.archrm.train;

import ai.djl.ndarray.NDManager;
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
import io.github.archrm.train.tokens.Tokens;
import java.util.random.RandomGenerator;

/**
 * One of the tasks that a model is trained on, as a source of rows: its tokens, its views and the
 * shape of its batches.
 */
final class TaskDataset {
  private final Task task;
  private final Tokens tokens;
  private final ViewSampler sampler;

  /** Upright, and transposed where views may turn a canvas that is not square. */
  private final Layout[] layouts;

  private final double blank;
  private int drawn;

  /**
   * Must not be called inside an NDScope.
   *
   * @param puzzle the task's row of the puzzle embedding
   * @param channels further grids that the task's inputs are shown with
   * @throws IllegalArgumentException if the model cannot take the task's symbols or boxes
   */
  TaskDataset(Task task, Recipe recipe, int puzzle, Channels channels, NDManager manager) {
    this.task = task;
    this.blank = recipe.channels().blank();
    ModelConfig model = recipe.model();
    this.tokens = Tokens.of(task, model, puzzle, channels);
    Canvas canvas = tokens.canvas();
    this.sampler =
        new ViewSampler(
            task,
            ViewFamily.of(recipe.augmentation().turns(), recipe.augmentation().colours())
                .onCanvas(canvas.height(), canvas.width()));
    int planes = model.symbols().equivariant() ? tokens.planes() : 1;
    int batch = recipe.batch().rowsOf(planes * canvas.cells());
    boolean turned = sampler.transposes() && canvas.height() != canvas.width();
    layouts = new Layout[turned ? 2 : 1];
    for (int side = 0; side < layouts.length; side++) {
      Canvas laid = side == 0 ? canvas : canvas.transposed();
      layouts[side] =
          Layout.of(manager, model, batch, tokens.planes(), laid, task.kind().structure());
    }
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

  /** 1, or 2 where views transpose a canvas that is not square. */
  int sides() {
    return layouts.length;
  }

  /** The layout of views that do not transpose (0), or of those that do (1). */
  Layout layout(int side) {
    return layouts[side];
  }

  /** Which layout a view needs. */
  int side(View view) {
    return layouts.length > 1 && view.transposes() ? 1 : 0;
  }

  /** The next demonstration in turn, through a random view. */
  Row next(int side, RandomGenerator random) {
    Example example = task.demonstrations().get(drawn++ % task.demonstrations().size());
    View view = sampler.random(random, example);
    while (side(view) != side) {
      view = sampler.random(random, example);
    }
    Row row = tokens.demonstration(example, view);
    return tokens.channels() > 0 && random.nextDouble() < blank ? row.blankingChannels() : row;
  }

  /** Demonstrations drawn. */
  int drawn() {
    return drawn;
  }

  void restore(int drawnBefore) {
    this.drawn = drawnBefore;
  }
}
