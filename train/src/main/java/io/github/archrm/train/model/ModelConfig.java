package io.github.archrm.train.model;

import io.github.archrm.train.senses.Objects;
import io.github.archrm.train.senses.Senses;
import io.github.archrm.train.senses.Suggestions;

/**
 * Everything that decides the shape and the arithmetic of a model. One model class serves all of
 * it; {@link #reference} is the HRM of the paper.
 *
 * @param symbols what the weights know of symbols and of puzzles
 * @param width of the state, d of the paper: more is learned slower, but of more
 * @param depth blocks and cycles
 * @param attention which cells a cell attends to
 * @param positions how attention knows where a cell is
 * @param feedForward the SwiGLU of a block
 * @param start what weights and states begin with
 */
public record ModelConfig(
    Symbols symbols,
    int width,
    Depth depth,
    Attending attention,
    Positions positions,
    FeedForward feedForward,
    Start start) {

  /**
   * What the weights know of symbols and of puzzles.
   *
   * @param vocabulary symbols that the weights tell apart, at most
   * @param equivariant state is [batch, symbols, cells, d] and renaming symbols renames the
   *     prediction; otherwise [batch, 1 + cells, d] with a token embedding and a puzzle token
   * @param puzzles rows of the puzzle embedding table, or 0 for none; training makes it one per
   *     task. A sequence model has a puzzle token before the cells, a symbol-equivariant one adds
   *     the embedding to every cell
   * @param channels further grids that are shown beside every input, or 0 for none; training makes
   *     it as many as the task has. For a symbol-equivariant model only
   * @param senses whether a cell is told of each symbol where else its input has it, see {@link
   *     Senses}. For a symbol-equivariant model only
   * @param objects whether a cell is told of each symbol's objects, see {@link Objects}. Likewise
   * @param suggestions whether grids are shown that the input suggests for its output, see {@link
   *     Suggestions}. Likewise
   */
  public record Symbols(
      int vocabulary,
      boolean equivariant,
      int puzzles,
      int channels,
      boolean senses,
      boolean objects,
      boolean suggestions) {
    public Symbols {
      requirePositive("vocabulary", vocabulary);
      require(puzzles >= 0, "puzzles must not be negative, but is " + puzzles);
      require(
          channels == 0 || channels > 0 && equivariant,
          "channels must be 0, or above in a symbol-equivariant model, but is " + channels);
      require(!senses || equivariant, "senses need a symbol-equivariant model");
      require(!objects || equivariant, "objects need a symbol-equivariant model");
      require(!suggestions || equivariant, "suggestions need a symbol-equivariant model");
    }

    /** Without channels, senses, objects and suggestions. */
    public Symbols(int vocabulary, boolean equivariant, int puzzles) {
      this(vocabulary, equivariant, puzzles, 0, false, false, false);
    }

    /** Of a symbol-equivariant model that is told all there is to tell of an input. */
    public static Symbols sensing(int vocabulary) {
      return new Symbols(vocabulary, true, 0, 0, true, true, true);
    }

    private Symbols told(int puzzles, int channels, boolean suggestions) {
      return new Symbols(vocabulary, equivariant, puzzles, channels, senses, objects, suggestions);
    }
  }

  /**
   * How many blocks a segment runs through.
   *
   * @param hLayers blocks of the slow module H
   * @param lLayers blocks of the fast module L
   * @param hCycles N of the paper: H-steps per segment
   * @param lCycles T of the paper: L-steps per H-step
   * @param learned last steps of a segment, of H and L together, that gradients go through: 2 is
   *     the paper's one-step gradient, more is slower and learns more from a step, all of them is
   *     what the Tiny Recursive Model does (Jolicoeur-Martineau 2025, section 4.1)
   */
  public record Depth(int hLayers, int lLayers, int hCycles, int lCycles, int learned) {
    public Depth {
      requirePositive("hLayers", hLayers);
      requirePositive("lLayers", lLayers);
      requirePositive("hCycles", hCycles);
      requirePositive("lCycles", lCycles);
      require(
          learned >= 2 && learned <= hCycles * (lCycles + 1),
          "learned must be 2 to "
              + hCycles * (lCycles + 1)
              + ", the steps of a segment, but is "
              + learned);
    }

    /** With the one-step gradient of the paper. */
    public Depth(int hLayers, int lLayers, int hCycles, int lCycles) {
      this(hLayers, lLayers, hCycles, lCycles, 2);
    }

    /** Steps of a segment, of H and L together. */
    int steps() {
      return hCycles * (lCycles + 1);
    }

    /** Whether a step, counted from 0, is one of H: each comes after lCycles steps of L. */
    boolean isHigh(int step) {
      return step % (lCycles + 1) == lCycles;
    }
  }

  /**
   * Multi-head attention.
   *
   * @param heads of a block; each direction gets an equal part of them
   * @param reach which cells a cell attends to
   * @param gated whether what lies between two cells may keep them from each other, see {@link
   *     Gates}. For axial attention
   */
  public record Attending(int heads, Reach reach, boolean gated) {
    public Attending {
      require(!gated || reach.isAxial(), "gates need axial attention");
      requirePositive("heads", heads);
      require(
          heads % reach.directions() == 0,
          heads + " heads cannot look in " + reach.directions() + " directions");
    }

    /** Without gates. */
    public Attending(int heads, Reach reach) {
      this(heads, reach, false);
    }

    /** Heads that look in one direction. */
    int headsPerDirection() {
      return heads / reach.directions();
    }
  }

  /** Which cells a cell attends to. */
  public enum Reach {
    /**
     * None: there is no attention, and a cell learns of others through its neighbours only, as in a
     * cellular automaton.
     */
    NONE(1),
    /** Every cell of the canvas, and the puzzle token. */
    ALL(1),
    /** The cells of its row with half of the heads, those of its column with the others. */
    AXIAL(2),
    /** A third of the heads each for the cells of its row, of its column and of its box. */
    AXIAL_AND_BOXES(3);

    private final int directions;

    Reach(int directions) {
      this.directions = directions;
    }

    int directions() {
      return directions;
    }

    boolean isAxial() {
      return directions > 1;
    }
  }

  /**
   * How attention knows where a cell is.
   *
   * @param encoding how
   * @param theta base of the rotary frequencies; no other encoding looks at it
   */
  public record Positions(Encoding encoding, double theta) {
    public Positions {
      require(theta > 1, "theta must be above 1, but is " + theta);
    }
  }

  /** How a position is told. */
  public enum Encoding {
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

  /**
   * The SwiGLU of a block.
   *
   * @param inner its hidden units
   * @param neighbours whether they are mixed over the 3x3 neighbourhood of a cell (depthwise)
   */
  public record FeedForward(int inner, boolean neighbours) {
    public FeedForward {
      requirePositive("inner", inner);
    }
  }

  /**
   * What weights and states begin with, as far as it is a choice.
   *
   * @param randomStates whether z_H and z_L of a row start from fresh noise instead of fixed
   *     vectors
   * @param positionBias standard deviation of relative position biases: enough to tell heads apart
   * @param features standard deviation of the weights of what is known of a cell beside its symbol,
   *     and of the grids that are shown beside the input, as a share of that of the symbol's own:
   *     it should not drown the symbol. With 0, what no demonstration has says nothing of a test
   *     input
   * @param halting bias of both logits of the halting head: at first no row wants to halt
   */
  public record Start(boolean randomStates, double positionBias, double features, double halting) {
    public Start {
      require(positionBias >= 0, "positionBias must not be negative, but is " + positionBias);
      require(features >= 0, "features must not be negative, but is " + features);
      require(Double.isFinite(halting), "halting must be a number, but is " + halting);
    }
  }

  public ModelConfig {
    requirePositive("width", width);
    int heads = attention.heads();
    require(
        width % heads == 0 && width / heads % 4 == 0,
        "width "
            + width
            + " does not split into "
            + heads
            + " heads whose width is a multiple of 4");
    boolean axial = attention.reach().isAxial();
    boolean puzzleToken = symbols.puzzles() > 0 && !symbols.equivariant();
    require(
        attention.reach() != Reach.NONE || feedForward.neighbours(),
        "a model without attention needs neighbour mixing");
    require(
        attention.reach() != Reach.NONE || positions.encoding() == Encoding.NONE,
        "a model without attention has no use for positions");
    require(
        !puzzleToken || !axial && !feedForward.neighbours(),
        "axial attention and neighbour mixing need a state without a puzzle token");
    require(
        axial || positions.encoding() != Encoding.RELATIVE,
        "relative positions need axial attention");
    require(
        !symbols.equivariant() || positions.encoding() != Encoding.LEARNED,
        "learned positions need a model that is not symbol-equivariant");
  }

  private static void requirePositive(String name, int value) {
    require(value > 0, name + " must be at least 1, but is " + value);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /**
   * The HRM of the paper (Wang et al. 2025, section 2 and the public code).
   *
   * @param expansion the inner width is round(expansion · d · 2/3), rounded up to a multiple of 256
   */
  public static ModelConfig reference(
      Symbols symbols, int width, int heads, Depth depth, double expansion, Encoding positions) {
    int inner = (int) ((Math.round(expansion * width * 2 / 3) + 255) / 256 * 256);
    return new ModelConfig(
        symbols,
        width,
        depth,
        new Attending(heads, Reach.ALL),
        new Positions(positions, 10_000),
        new FeedForward(inner, false),
        new Start(false, 0.5, 0.5, -5));
  }

  /** The 27M-parameter model of the paper: d 512, 8 heads, 4+4 blocks, H = L = 2 cycles. */
  public static ModelConfig paper(int vocabulary, int puzzles) {
    return reference(
        new Symbols(vocabulary, false, puzzles),
        512,
        8,
        new Depth(4, 4, 2, 2),
        4,
        Encoding.ROTARY_1D);
  }

  /** The same model with another number of puzzle embeddings. */
  public ModelConfig withPuzzles(int count) {
    return with(symbols.told(count, symbols.channels(), symbols.suggestions()));
  }

  /** The same model with another number of channels. */
  public ModelConfig withChannels(int count) {
    return with(symbols.told(symbols.puzzles(), count, symbols.suggestions()));
  }

  /** The same model without suggestions. */
  public ModelConfig withoutSuggestions() {
    return with(symbols.told(symbols.puzzles(), symbols.channels(), false));
  }

  /** The same model without attention: a cell knows its neighbours only. */
  public ModelConfig withoutAttention() {
    return new ModelConfig(
        symbols,
        width,
        depth,
        new Attending(attention.heads(), Reach.NONE),
        new Positions(Encoding.NONE, positions.theta()),
        feedForward,
        start);
  }

  private ModelConfig with(Symbols other) {
    return new ModelConfig(other, width, depth, attention, positions, feedForward, start);
  }

  /** The same model, always starting from the same vectors. */
  public ModelConfig withFixedStart() {
    return new ModelConfig(
        symbols,
        width,
        depth,
        attention,
        positions,
        feedForward,
        new Start(false, start.positionBias(), start.features(), start.halting()));
  }

  /** Tokens before the first cell: the puzzle token of a sequence model, or none. */
  public int puzzleTokens() {
    return symbols.puzzles() > 0 && !symbols.equivariant() ? 1 : 0;
  }

  public int headWidth() {
    return width / attention.heads();
  }
}
