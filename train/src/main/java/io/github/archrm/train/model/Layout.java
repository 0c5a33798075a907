package io.github.archrm.train.model;

import ai.djl.ndarray.NDManager;
import io.github.archrm.tasks.Structure;

/**
 * The shape of a batch's state and the position tables that go with it.
 *
 * @param batch rows of the batch
 * @param symbols symbol planes per row; 1 for a sequence model
 * @param tokens tokens per plane: the cells, after the puzzle token if there is one
 * @param plane rotary table over all tokens; null for axial attention or learned positions
 * @param alongRow a row; null unless attention is axial
 * @param alongColumn a column; null unless attention is axial
 * @param boxes null unless attention is also within boxes
 */
public record Layout(
    int batch,
    int symbols,
    Canvas canvas,
    int tokens,
    Rotary plane,
    Line alongRow,
    Line alongColumn,
    Boxes boxes) {

  /**
   * Must not be called inside an NDScope: the tables are kept.
   *
   * @param structure tells the boxes
   * @throws IllegalArgumentException if the model wants boxes and the canvas has none
   */
  public static Layout of(
      NDManager manager,
      ModelConfig config,
      int batch,
      int symbols,
      Canvas canvas,
      Structure structure) {
    int tokens = config.puzzleTokens() + canvas.cells();
    int width = config.headWidth();
    double theta = config.positions().theta();
    int planes = config.symbols().equivariant() ? symbols : 1;
    if (config.attention().reach().isAxial()) {
      boolean boxed = config.attention().reach() == ModelConfig.Reach.AXIAL_AND_BOXES;
      return new Layout(
          batch,
          planes,
          canvas,
          tokens,
          null,
          Line.of(manager, config, canvas.width()),
          Line.of(manager, config, canvas.height()),
          boxed
              ? Boxes.of(manager, config, canvas, structure.boxHeight(), structure.boxWidth())
              : null);
    }
    Rotary plane =
        switch (config.positions().encoding()) {
          case ROTARY_1D -> Rotary.line(manager, tokens, width, theta);
          case ROTARY_2D -> Rotary.plane(manager, canvas, config.puzzleTokens(), width, theta);
          case LEARNED, RELATIVE, NONE -> null;
        };
    return new Layout(batch, planes, canvas, tokens, plane, null, null, null);
  }

  /** Tokens of the whole batch: of all rows and symbol planes. */
  double rowsOfTokens() {
    return (double) batch * symbols * tokens;
  }

  /** The same tables for another number of rows. */
  public Layout withBatch(int rows) {
    return of(rows, symbols);
  }

  /** The same tables for another number of rows and of symbol planes. */
  public Layout of(int rows, int planes) {
    return new Layout(rows, planes, canvas, tokens, plane, alongRow, alongColumn, boxes);
  }
}
