package io.github.archrm.train.senses;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;

/**
 * An input that goes on, down and to the right, to the size of its output: by the least number of
 * rows and of columns after which it repeats itself.
 */
final class Continued {
  private Continued() {}

  /**
   * @return nothing where the output is not larger, or no repetition leads there
   */
  static Grid of(Grid input, OutputSize size) {
    int high = input.height();
    int wide = input.width();
    int down = 1;
    while (down < high && !repeats(input, down, 0)) {
      down++;
    }
    int across = 1;
    while (across < wide && !repeats(input, 0, across)) {
      across++;
    }
    boolean larger = size.height() > high || size.width() > wide;
    boolean leads =
        larger
            && size.height() >= high
            && size.width() >= wide
            && (size.height() == high || down < high)
            && (size.width() == wide || across < wide);
    if (!leads) {
      return Suggestions.NOTHING;
    }
    int rows = down;
    int columns = across;
    return Grid.generate(
        size.height(),
        size.width(),
        (r, c) -> input.cell(within(r, high, rows), within(c, wide, columns)));
  }

  /** Where in the input a place lies that may be beyond it. */
  private static int within(int place, int length, int period) {
    return place < length ? place : length - period + (place - length) % period;
  }

  /** Whether the input is the same so many rows or columns farther. */
  private static boolean repeats(Grid input, int down, int across) {
    for (int r = 0; r + down < input.height(); r++) {
      for (int c = 0; c + across < input.width(); c++) {
        if (input.cell(r, c) != input.cell(r + down, c + across)) {
          return false;
        }
      }
    }
    return true;
  }
}
