package io.github.archrm.train.model;

/**
 * Everything that decides the shape and the arithmetic of a model. One model class serves all of
 * it; {@link #reference} is the HRM of the paper.
 *
 * @param vocabulary number of symbols that the weights know, S at most
 * @param symbolEquivariant state is [batch, symbols, cells, d] and renaming symbols renames the
 *     prediction; otherwise [batch, 1 + cells, d] with a token embedding and a puzzle token
 * @param puzzles rows of the puzzle embedding table; 0 where there is none. A sequence model has a
 *     puzzle token before the cells, a symbol-equivariant one adds the embedding to every cell
 * @param d width of the state
 * @param heads attention heads; axial attention gives each direction its part of them
 * @param hLayers blocks of the slow module H
 * @param lLayers blocks of the fast module L
 * @param hCycles N of the paper: H-steps per segment
 * @param lCycles T of the paper: L-steps per H-step
 * @param inner inner width of the SwiGLU
 * @param attention which cells a cell attends to
 * @param positions how attention knows where a cell is
 * @param theta base of the rotary frequencies
 * @param neighbours whether the SwiGLU mixes its hidden units over the 3x3 neighbourhood
 *     (depthwise)
 * @param randomStart whether z_H and z_L of a row start from fresh noise instead of fixed vectors
 */
public record ModelConfig(
    int vocabulary,
    boolean symbolEquivariant,
    int puzzles,
    int d,
    int heads,
    int hLayers,
    int lLayers,
    int hCycles,
    int lCycles,
    int inner,
    Attending attention,
    Positions positions,
    double theta,
    boolean neighbours,
    boolean randomStart) {

  /** Which cells a cell attends to. */
  public enum Attending {
    /** Every cell of the canvas, and the puzzle token. */
    ALL(1),
    /** The cells of its row with half of the heads, those of its column with the others. */
    AXIAL(2),
    /** A third of the heads each for the cells of its row, of its column and of its box. */
    AXIAL_AND_BOXES(3);

    private final int parts;

    Attending(int parts) {
      this.parts = parts;
    }

    /** Groups of heads that look in different directions. */
    int parts() {
      return parts;
    }
  }

  /** How attention knows where a cell is. */
  public enum Positions {
    /** Rotary, counted along the sequence from the puzzle token (the paper). */
    ROTARY_1D,
    /** Rotary, half of a head's width turning with the row and half with the column. */
    ROTARY_2D,
    /** A learned table added to the input (the paper's alternative). */
    LEARNED,
    /** A learned bias of the attention scores per head and offset; for axial attention. */
    RELATIVE,
    /** Not at all: only which cells a cell attends to tells them apart. */
    NONE
  }

  public ModelConfig {
    if (d % heads != 0 || (d / heads) % 4 != 0) {
      throw new IllegalArgumentException("width " + d + " does not split into " + heads + " heads");
    }
    if (heads % attention.parts() != 0) {
      throw new IllegalArgumentException(
          heads + " heads cannot look in " + attention.parts() + " directions");
    }
    boolean puzzleToken = puzzles > 0 && !symbolEquivariant;
    if (puzzleToken && (attention != Attending.ALL || neighbours)) {
      throw new IllegalArgumentException(
          "axial attention and neighbour mixing need a state without a puzzle token");
    }
    if (attention == Attending.ALL && positions == Positions.RELATIVE) {
      throw new IllegalArgumentException("relative positions need axial attention");
    }
  }

  /**
   * The HRM of the paper (Wang et al. 2025, section 2 and the public code).
   *
   * @param expansion the inner width is round(expansion · d · 2/3), rounded up to a multiple of 256
   */
  public static ModelConfig reference(
      int vocabulary,
      int puzzles,
      int d,
      int heads,
      int hLayers,
      int lLayers,
      int hCycles,
      int lCycles,
      double expansion,
      Positions positions) {
    int inner = (int) ((Math.round(expansion * d * 2 / 3) + 255) / 256 * 256);
    return new ModelConfig(
        vocabulary,
        false,
        puzzles,
        d,
        heads,
        hLayers,
        lLayers,
        hCycles,
        lCycles,
        inner,
        Attending.ALL,
        positions,
        10000,
        false,
        false);
  }

  /** The 27M-parameter model of the paper: d 512, 8 heads, 4+4 blocks, H = L = 2 cycles. */
  public static ModelConfig paper(int vocabulary, int puzzles) {
    return reference(vocabulary, puzzles, 512, 8, 4, 4, 2, 2, 4, Positions.ROTARY_1D);
  }

  /** The same model with another number of puzzle embeddings. */
  public ModelConfig withPuzzles(int count) {
    return with(count, randomStart);
  }

  /** The same model, always starting from the same vectors. */
  public ModelConfig withFixedStart() {
    return with(puzzles, false);
  }

  private ModelConfig with(int otherPuzzles, boolean otherStart) {
    return new ModelConfig(
        vocabulary,
        symbolEquivariant,
        otherPuzzles,
        d,
        heads,
        hLayers,
        lLayers,
        hCycles,
        lCycles,
        inner,
        attention,
        positions,
        theta,
        neighbours,
        otherStart);
  }

  /** Tokens before the first cell: the puzzle token of a sequence model, or none. */
  public int puzzleTokens() {
    return puzzles > 0 && !symbolEquivariant ? 1 : 0;
  }

  public int headWidth() {
    return d / heads;
  }
}
