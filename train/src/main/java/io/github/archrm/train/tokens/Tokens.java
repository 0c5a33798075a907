package io.github.archrm.train.tokens;

import io.github.archrm.augment.View;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** One task as tokens: the way from a viewed grid to a row of a batch, and back. */
public interface Tokens {

  /**
   * @param task its solutions are not looked at
   * @param puzzle the task's row of the puzzle embedding
   * @param channels further grids that its inputs are shown with; ignored for a rule that all tasks
   *     share
   * @param shared cells of the largest canvas that the rows of a task share; on a larger one each
   *     is laid on a frame of its own, if the task allows
   * @throws IllegalArgumentException if the model does not know the symbols of the task
   */
  static Tokens of(Task task, ModelConfig model, int puzzle, Channels channels, int shared) {
    Tokens tokens =
        task.kind().structure().sharedRule()
            ? new BoardTokens(task, model.symbols().equivariant(), puzzle)
            : new TaskTokens(
                task,
                model.symbols().equivariant(),
                model.symbols().suggestions(),
                puzzle,
                channels,
                shared);
    if (model.symbols().suggestions() && task.kind().structure().sharedRule()) {
      throw new IllegalArgumentException(
          task.id() + ": puzzles of its kind suggest nothing that the model could be shown");
    }
    if (tokens.vocabulary() != model.symbols().vocabulary()) {
      throw new IllegalArgumentException(
          "%s: %d symbols where the model knows %d"
              .formatted(task.id(), tokens.vocabulary(), model.symbols().vocabulary()));
    }
    return tokens;
  }

  /** The canvas of every view that does not transpose. */
  Canvas canvas();

  /** Symbols that a row's cells may hold: symbol planes, or the vocabulary of a sequence model. */
  int planes();

  /** Further grids that a row shows beside its input. */
  default int channels() {
    return 0;
  }

  /** Symbols that the weights must tell apart. */
  int vocabulary();

  /** What every row can be laid on, seen through a view. */
  default Frame frame(View view) {
    Frame upright = new Frame(canvas(), planes());
    return view.transposes() ? upright.transposed() : upright;
  }

  /**
   * Whether a row may be laid on a frame of its own, if it is not moved: what is outside its grids
   * then need not be told.
   */
  default boolean ownFrames() {
    return false;
  }

  /** Whether a part of a demonstration shows a part of the rule. */
  default boolean windows() {
    return false;
  }

  /** A demonstration seen through a view, on a frame that holds it. */
  Row demonstration(Example example, View view, Frame frame);

  /** A test input seen through a view, on a frame that holds it; its labels are all ignored. */
  Row test(int testIndex, View view, Frame frame);

  /**
   * The viewed grid that a model predicts for a test input.
   *
   * @param logits [cells, planes] of one row, at an offset
   * @param frame that the row was laid on
   */
  Grid read(float[] logits, int offset, int testIndex, View view, Frame frame);

  /** The smallest frame of a test input with its answer. */
  default Frame ownFrame(int testIndex, View view) {
    return frame(view);
  }

  /** What a batch is to show of a demonstration: some of it, and the least that this is laid on. */
  interface Sight {
    Frame ownFrame();

    /** The row on a frame that holds it. */
    Row on(Frame frame);
  }

  /**
   * A demonstration seen through a view.
   *
   * @param times how many cells wide and high a cell is
   * @param side longest side of the part of it that is seen, chosen at random; none for all of it
   */
  default Sight sight(
      Example example, View view, int times, OptionalInt side, RandomGenerator random) {
    throw new UnsupportedOperationException("rows are laid on the frame of the task");
  }

  default Row demonstration(Example example, View view) {
    return demonstration(example, view, frame(view));
  }

  default Row test(int testIndex, View view) {
    return test(testIndex, view, frame(view));
  }

  default Grid read(float[] logits, int offset, int testIndex, View view) {
    return read(logits, offset, testIndex, view, frame(view));
  }
}
