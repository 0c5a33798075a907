package io.github.archrm.tasks.draw;

import io.github.archrm.tasks.Grid;

/** The colours in which symbols are drawn: for 0-9 the ten that ARC is usually shown in. */
public final class Palette {
  private static final int[] COLOURS = {
    0x000000, 0x0074D9, 0xFF4136, 0x2ECC40, 0xFFDC00, 0xAAAAAA, 0xF012BE, 0xFF851B, 0x7FDBFF,
    0x870C25
  };
  private static final int OUTSIDE = 0xE4E4E4;

  private Palette() {}

  /**
   * The colour of a symbol as 0xRRGGBB.
   *
   * @param symbol from 0, or {@link Grid#OUTSIDE}; beyond 9 the colours repeat
   */
  public static int rgb(int symbol) {
    return symbol == Grid.OUTSIDE ? OUTSIDE : COLOURS[symbol % COLOURS.length];
  }
}
