package io.github.archrm.train.senses;

import io.github.archrm.tasks.Grid;
import java.util.List;
import java.util.stream.Stream;

/**
 * An input whose cells have fallen: all that is not background, the most frequent symbol, lies as
 * far down as there is room in its column, in the order that it had; likewise up, left and right.
 */
final class Fallen {
  private static final int[][] DIRECTIONS = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}};

  /** Directions to fall in. */
  static final int COUNT = DIRECTIONS.length;

  private Fallen() {}

  static List<Grid> of(Grid input) {
    int background = Background.of(input);
    return Stream.of(DIRECTIONS).map(to -> fallen(input, to[0], to[1], background)).toList();
  }

  private static Grid fallen(Grid input, int down, int across, int background) {
    int[][] fallen = input.toRows();
    int lines = down == 0 ? input.height() : input.width();
    int length = down == 0 ? input.width() : input.height();
    for (int line = 0; line < lines; line++) {
      int room = 0;
      for (int k = 0; k < length; k++) {
        int r = down == 0 ? line : place(k, down, length);
        int c = down == 0 ? place(k, across, length) : line;
        int symbol = input.cell(r, c);
        if (symbol != background) {
          fallen[r][c] = background;
          fallen[down == 0 ? line : place(room, down, length)][
                  down == 0 ? place(room, across, length) : line] =
              symbol;
          room++;
        }
      }
    }
    return Grid.of(fallen);
  }

  /** The k-th place of a line from where things fall to. */
  private static int place(int k, int direction, int length) {
    return direction > 0 ? length - 1 - k : k;
  }
}
