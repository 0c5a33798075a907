package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** A vector for each puzzle that a model is trained on, zero at first. */
public final class PuzzleEmbedding {
  /** Its weight has an optimizer of its own, which looks for it under this name. */
  public static final String NAME = "puzzle_emb.weights";

  private final NDArray table;

  PuzzleEmbedding(ModelConfig config, Parameters parameters) {
    this.table =
        parameters.declare(
            NAME, new Shape(config.symbols().puzzles(), config.width()), Initializer.constant(0));
  }

  /** [batch, d]. */
  NDArray embed(List<Row> rows, NDManager manager) {
    return Torch.embedding(manager.create(rows.stream().mapToLong(Row::puzzle).toArray()), table);
  }
}
