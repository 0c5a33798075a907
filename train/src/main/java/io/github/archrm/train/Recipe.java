package io.github.archrm.train;

import io.github.archrm.augment.ViewFamily;
import io.github.archrm.tasks.Kind;
import io.github.archrm.tasks.Structure;
import io.github.archrm.train.model.ModelConfig;
import io.github.archrm.train.model.ModelConfig.Attending;
import io.github.archrm.train.model.ModelConfig.Positions;
import io.github.archrm.train.tokens.TaskTokens;

/**
 * How one task is trained at test time. Every hyperparameter has its home here.
 *
 * @param model the network
 * @param turns how views turn and mirror the grids
 * @param colours which colours views rename; a symbol-equivariant model needs none
 * @param batch rows of a batch at most; large canvases get fewer, see {@link #batch(int)}
 * @param halting when a row of the batch stops thinking
 * @param loss cross entropy of a cell
 * @param learningRate of AdamATan2, after warm-up
 * @param warmUp steps of linear warm-up
 * @param decayFrom share of the budget after which the rate falls, along a cosine
 * @param floor share of the learning rate that is left at the end
 * @param weightDecay decoupled, per step times learning rate
 * @param ema decay of the weight average that predicts; 0 predicts with the latest weights
 * @param puzzleLearningRate of the puzzle embedding, by sign-SGD
 * @param puzzleWeightDecay of the puzzle embedding
 * @param tokens that a batch may hold, symbol planes times cells: what bounds the memory of a step
 */
public record Recipe(
    ModelConfig model,
    ViewFamily.Turns turns,
    ViewFamily.Colours colours,
    int batch,
    Halting halting,
    Loss loss,
    double learningRate,
    int warmUp,
    double decayFrom,
    double floor,
    double weightDecay,
    double ema,
    double puzzleLearningRate,
    double puzzleWeightDecay,
    int tokens) {

  /** Tokens that a batch may hold on a machine with a few gigabytes to spare. */
  private static final int TOKENS = 30_000;

  /** Tokens that a batch of the paper's model may hold on a GPU of 80 GB, in float32. */
  private static final int PAPER_TOKENS = 40_000;

  /**
   * @throws IllegalArgumentException if views rename colours for a model to which names are
   *     symbols' own
   */
  public Recipe {
    if (model.symbolEquivariant() && colours != ViewFamily.Colours.NONE) {
      throw new IllegalArgumentException(
          "a symbol-equivariant model needs no views that rename colours");
    }
  }

  /**
   * The recipe that solves most tasks in the time; measurements are in this module's README.
   *
   * @param turns which views the model sees, without being told which one it sees: none lets it
   *     learn a rule with a direction, more let it learn a rule without one more thoroughly
   */
  public static Recipe arc(ViewFamily.Turns turns) {
    return new Recipe(
        new ModelConfig(
            TaskTokens.SYMBOLS + 1,
            true,
            0,
            64,
            4,
            1,
            1,
            2,
            2,
            128,
            Attending.AXIAL,
            Positions.RELATIVE,
            100,
            true,
            true),
        turns,
        ViewFamily.Colours.NONE,
        4,
        new Halting(Halting.Rule.FIXED, 4, 0),
        Loss.STABLEMAX,
        2e-3,
        20,
        0.7,
        0.1,
        0.1,
        0.98,
        1e-2,
        0.1,
        TOKENS);
  }

  /**
   * The recipe for a trunk of many ARC tasks: the model of {@link #arc} with an embedding for each
   * task, which tells it whose rule to apply.
   */
  static Recipe arcTrunk() {
    Recipe one = arc(ViewFamily.Turns.ALL);
    return one.with(one.model.withPuzzles(1), one.halting, one.batch, one.tokens);
  }

  /**
   * The recipe for puzzles whose kind tells so much of them beforehand; measurements are in this
   * module's README.
   *
   * <p>Where only rows, columns and boxes matter, attention along them without positions has all
   * the symmetries of the puzzle, and its weights serve boards of any size. Where it matters what
   * is near, the SwiGLU looks at neighbours, and one pass over the blocks carries news one cell
   * far.
   */
  public static Recipe of(Kind kind) {
    Structure structure = kind.structure();
    boolean near = structure.near();
    boolean equivariant = structure.interchangeable();
    boolean boxes = structure.boxHeight() > 0;
    int d = near && !boxes ? 64 : 48;
    ModelConfig model =
        new ModelConfig(
            equivariant ? 1 : kind.symbols() + 1,
            equivariant,
            0,
            d,
            boxes ? 3 : 4,
            1,
            1,
            2,
            2,
            2 * d,
            boxes ? Attending.AXIAL_AND_BOXES : Attending.AXIAL,
            near ? Positions.RELATIVE : Positions.NONE,
            100,
            near,
            true);
    return new Recipe(
        model,
        near ? ViewFamily.Turns.ALL : ViewFamily.Turns.NONE,
        ViewFamily.Colours.NONE,
        8,
        new Halting(Halting.Rule.FIXED, near ? 4 : 6, 0),
        Loss.STABLEMAX,
        2e-3,
        20,
        0.3,
        0.05,
        0.1,
        0.998,
        1e-2,
        0.1,
        TOKENS);
  }

  /**
   * The HRM of the paper on puzzles of a kind, with the settings of its public code: 27M parameters
   * at the full size, sequences with one-dimensional rotary positions, a puzzle token, adaptive
   * computation time of up to 16 segments. Its 768 rows were spread over eight GPUs; on one, a
   * batch has as many of them as fit.
   *
   * @param turns which views turn the grids
   * @param colours which symbols views rename
   */
  static Recipe paper(Kind kind, ViewFamily.Turns turns, ViewFamily.Colours colours) {
    return new Recipe(
        ModelConfig.paper(kind.symbols() + 1, 1),
        turns,
        colours,
        768,
        new Halting(Halting.Rule.HALT_OR_CONTINUE, 16, 0.1),
        Loss.STABLEMAX,
        1e-4,
        2000,
        1,
        1,
        1,
        0,
        1e-4,
        1,
        PAPER_TOKENS);
  }

  /** This recipe for the model of a trunk, which thinks as long as it was taught to. */
  public Recipe from(Trunk trunk) {
    return with(trunk.recipe().model, trunk.recipe().halting, batch, tokens);
  }

  /** This recipe with batches of at most so many rows. */
  public Recipe withBatch(int rows) {
    return with(model, halting, rows, tokens);
  }

  /** This recipe with batches of at most so many tokens, but of one row at least. */
  public Recipe holding(int mostTokens) {
    return with(model, halting, batch, Math.min(tokens, mostTokens));
  }

  /** This recipe for a model with as many puzzle embeddings as tasks, if it has any. */
  Recipe forTasks(int tasks) {
    return model.puzzles() == 0 ? this : with(model.withPuzzles(tasks), halting, batch, tokens);
  }

  private Recipe with(ModelConfig otherModel, Halting otherHalting, int rows, int mostTokens) {
    return new Recipe(
        otherModel,
        turns,
        colours,
        rows,
        otherHalting,
        loss,
        learningRate,
        warmUp,
        decayFrom,
        floor,
        weightDecay,
        ema,
        puzzleLearningRate,
        puzzleWeightDecay,
        mostTokens);
  }

  /** The learning rate at a step, given the share of the budget that is used, 0-1. */
  double learningRate(int step, double used) {
    double warm = Math.min(1, (step + 1.0) / warmUp);
    double cosine = 1;
    if (used > decayFrom && decayFrom < 1) {
      double share = Math.min(1, (used - decayFrom) / (1 - decayFrom));
      cosine = floor + (1 - floor) * 0.5 * (1 + Math.cos(Math.PI * share));
    }
    return learningRate * warm * cosine;
  }

  /** Rows of a batch whose rows hold so many tokens (symbols times cells). */
  public int batch(int tokensPerRow) {
    return Math.max(1, Math.min(batch, tokens / tokensPerRow));
  }
}
