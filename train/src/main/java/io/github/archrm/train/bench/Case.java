package io.github.archrm.train.bench;

import io.github.archrm.augment.ViewFamily;
import io.github.archrm.tasks.Kinds;
import io.github.archrm.train.Preset;
import io.github.archrm.train.Recipe;
import io.github.archrm.train.model.ModelConfig;

/**
 * A model and a canvas to measure it on.
 *
 * @param model its short name
 * @param side height and width of the canvas
 * @param symbols symbol planes per row; 1 for a sequence model
 * @param batch rows of a batch
 */
record Case(String model, Recipe recipe, int side, int symbols, int batch) {
  /** That of one ARC task. */
  static Case task(int side) {
    Recipe recipe = Recipe.arc(ViewFamily.Turns.NONE);
    int symbols = side < 30 ? 4 : 10;
    return new Case("task", recipe, side, symbols, recipe.batch().rowsOf(symbols * side * side));
  }

  /** The full HRM of the paper. */
  static Case paper(int side, int batch) {
    return new Case("HRM", paper(), side, 1, batch);
  }

  /** The paper's HRM, but small. */
  static Case small(int side, int batch) {
    Recipe paper = paper();
    Recipe small =
        paper.with(
            ModelConfig.reference(
                paper.model().symbols(),
                128,
                4,
                new ModelConfig.Depth(2, 2, 2, 2),
                4,
                ModelConfig.Encoding.ROTARY_1D));
    return new Case("small HRM", small, side, 1, batch);
  }

  private static Recipe paper() {
    return Preset.HRM_SUDOKU_EXTREME.recipe(Kinds.unnamed());
  }

  /** The same with starting states that follow from the weights, since devices draw their own. */
  Case withoutNoise() {
    ModelConfig with = recipe.model();
    ModelConfig.Start start = with.start();
    ModelConfig without =
        new ModelConfig(
            with.symbols(),
            with.width(),
            with.depth(),
            with.attention(),
            with.positions(),
            with.feedForward(),
            new ModelConfig.Start(false, start.positionBias(), start.features(), start.halting()));
    return new Case(model, recipe.with(without), side, symbols, batch);
  }
}
