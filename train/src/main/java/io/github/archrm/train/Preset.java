package io.github.archrm.train;

import io.github.archrm.augment.ViewFamily.Colours;
import io.github.archrm.augment.ViewFamily.Turns;
import io.github.archrm.tasks.Kind;

/** Named recipes for training a trunk. */
public enum Preset {
  /** What solves most in the least time on this toolkit's own terms; serves every kind. */
  STANDARD {
    @Override
    public Recipe recipe(Kind kind) {
      return kind.structure().sharedRule() ? Recipe.of(kind) : Recipe.arcTrunk();
    }
  },

  /**
   * The paper's Sudoku-Extreme run: 1,000 puzzles and their symmetries, other names for the digits
   * included (Wang et al. 2025, section 3, and the public code).
   */
  HRM_SUDOKU_EXTREME {
    @Override
    public Recipe recipe(Kind kind) {
      return Recipe.paper(kind, Turns.ALL, Colours.ALL);
    }
  },

  /** The paper's Maze-Hard run: 1,000 mazes of 30x30, none of them turned. */
  HRM_MAZE_HARD {
    @Override
    public Recipe recipe(Kind kind) {
      return Recipe.paper(kind, Turns.NONE, Colours.NONE);
    }
  };

  /** The recipe for puzzles of a kind. */
  public abstract Recipe recipe(Kind kind);
}
