package io.github.archrm.train.senses;

import io.github.archrm.tasks.Grid;

/** The most frequent symbol of a grid. */
final class Background {
  /** Of a grid of which two symbols are as frequent: no cell is background. */
  private static final int NONE = Byte.MAX_VALUE;

  private Background() {}

  static int of(Grid grid) {
    int[] frequency = new int[Byte.MAX_VALUE];
    grid.cells().forEach(symbol -> frequency[symbol]++);
    int background = NONE;
    int most = 0;
    for (int symbol = 0; symbol < frequency.length; symbol++) {
      if (frequency[symbol] > most) {
        most = frequency[symbol];
        background = symbol;
      } else if (frequency[symbol] == most) {
        background = NONE;
      }
    }
    return background;
  }
}
