package io.github.archrm.train.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** The embedding of the paper: a vector per symbol, behind that of the puzzle if there is one. */
final class SequenceEmbedding implements HrmModel.Embedding {
  private final int width;
  private final Constants constants;
  private final NDArray tokens;
  private final PuzzleEmbedding puzzle;
  private final NDArray positions;

  SequenceEmbedding(ModelConfig config, Canvas canvas, Constants constants, Parameters parameters) {
    this.width = config.width();
    this.constants = constants;
    Initializer first = Initializer.truncatedNormal(1 / Math.sqrt(width));
    this.tokens =
        parameters.declare(
            "embed_tokens.embedding_weight",
            new Shape(config.symbols().vocabulary(), width),
            first);
    this.puzzle = config.symbols().puzzles() > 0 ? new PuzzleEmbedding(config, parameters) : null;
    this.positions =
        config.positions().encoding() == ModelConfig.Encoding.LEARNED
            ? parameters.declare(
                "embed_pos.embedding_weight",
                new Shape(config.puzzleTokens() + canvas.cells(), width),
                first)
            : null;
  }

  @Override
  public NDArray embed(List<Row> rows, Layout layout, NDManager manager) {
    int cells = layout.canvas().cells();
    long[] symbols = new long[rows.size() * cells];
    for (int b = 0; b < rows.size(); b++) {
      for (int i = 0; i < cells; i++) {
        symbols[b * cells + i] = rows.get(b).inputs()[i];
      }
    }
    NDArray x = Torch.embedding(manager.create(symbols, new Shape(rows.size(), cells)), tokens);
    if (puzzle != null) {
      x = puzzle.embed(rows, manager).reshape(rows.size(), 1, width).concat(x, 1);
    }
    if (positions != null) {
      x = x.add(positions).mul(constants.positionScale);
    }
    return x.mul(constants.embeddingScale);
  }

  @Override
  public double flops(Layout layout) {
    return 0;
  }
}
