package io.github.archrm.train.tokens;

import io.github.archrm.augment.View;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.Task;
import io.github.archrm.train.model.Canvas;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.Row;

/** One task as tokens: the way from a viewed grid to a row of a batch, and back. */
public interface Tokens {

  /**
   * @param task its solutions are not looked at
   * @param puzzle the task's row of the puzzle embedding
   * @param channels further grids that its inputs are shown with; ignored for a rule that all tasks
   *     share
   * @throws IllegalArgumentException if the model does not know the symbols of the task
   */
  static Tokens of(Task task, ModelConfig model, int puzzle, Channels channels) {
    Tokens tokens =
        task.kind().structure().sharedRule()
            ? new BoardTokens(task, model.symbols().equivariant(), puzzle)
            : new TaskTokens(task, model.symbols().equivariant(), puzzle, channels);
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

  /** A demonstration seen through a view. */
  Row demonstration(Example example, View view);

  /** A test input seen through a view; its labels are all ignored. */
  Row test(int testIndex, View view);

  /**
   * The viewed grid that a model predicts for a test input.
   *
   * @param logits [cells, planes] of one row, at an offset
   */
  Grid read(float[] logits, int offset, int testIndex, View view);
}
