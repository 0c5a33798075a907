package io.github.archrm.train;

import io.github.archrm.augment.ViewFamily;
import io.github.archrm.train.ModelConfig.Attending;
import io.github.archrm.train.ModelConfig.Positions;

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
 * @param ema decay of the weight average that predicts
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
    double ema) {

  /** Tokens (symbols times cells) that a batch may hold: what bounds the memory of a step. */
  private static final int TOKENS = 30_000;

  /** Symbols of an ARC task: outside, and ten colours. */
  static final int ARC_SYMBOLS = 11;

  /** The identity of a colour that stands for any colour; see {@link TaskTokens}. */
  static final int ANY_COLOUR = ARC_SYMBOLS;

  /**
   * @throws IllegalArgumentException if views rename colours for a model to which names are
   *     symbols' own, or the model does not know the symbols of a task
   */
  public Recipe {
    if (model.symbolEquivariant() && colours != ViewFamily.Colours.NONE) {
      throw new IllegalArgumentException(
          "a symbol-equivariant model needs no views that rename colours");
    }
    int needed = model.symbolEquivariant() ? ARC_SYMBOLS + 1 : ARC_SYMBOLS;
    if (model.vocabulary() != needed) {
      throw new IllegalArgumentException(
          "a vocabulary of " + model.vocabulary() + " where a task needs " + needed);
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
            ARC_SYMBOLS + 1,
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
        0.98);
  }

  /** The learning rate at a step, given the share of the budget that is used, 0-1. */
  double learningRate(int step, double used) {
    double warm = Math.min(1, (step + 1.0) / warmUp);
    double cosine = 1;
    if (used > decayFrom) {
      double share = Math.min(1, (used - decayFrom) / (1 - decayFrom));
      cosine = floor + (1 - floor) * 0.5 * (1 + Math.cos(Math.PI * share));
    }
    return learningRate * warm * cosine;
  }

  /** Rows of a batch whose rows hold so many tokens (symbols times cells). */
  int batch(int tokensPerRow) {
    return Math.max(1, Math.min(batch, TOKENS / tokensPerRow));
  }
}
