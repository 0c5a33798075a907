package io.github.archrm.train.senses;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An input that consists of panels as large as its output, with lines of one symbol between them or
 * none: all panels in the order in which one reads, or the four in the corners if there are more
 * than four.
 */
final class Panels {
  /** Panels that are shown. */
  static final int COUNT = 4;

  /** An input of more of them is a picture of small parts. */
  private static final int MOST = 9;

  private Panels() {}

  /** Whether an input consists of several panels of a size, of more than a cell each. */
  static boolean fit(Grid input, OutputSize size) {
    return size.height() * size.width() > 1 && pitch(input, size) >= 0;
  }

  /**
   * The panels of an input that fits.
   *
   * @param size of the output
   */
  static List<Grid> of(Grid input, OutputSize size) {
    int line = pitch(input, size);
    int down = panels(input.height(), size.height(), line);
    int across = panels(input.width(), size.width(), line);
    List<Grid> panels = new ArrayList<>();
    for (int i = 0; i < down; i++) {
      for (int j = 0; j < across; j++) {
        boolean corner = (i == 0 || i == down - 1) && (j == 0 || j == across - 1);
        if (down * across <= COUNT || corner) {
          int top = i * (size.height() + line);
          int left = j * (size.width() + line);
          panels.add(
              Grid.generate(size.height(), size.width(), (r, c) -> input.cell(top + r, left + c)));
        }
      }
    }
    while (panels.size() < COUNT) {
      panels.add(Suggestions.NOTHING);
    }
    return panels;
  }

  /** Cells between two panels: 0, or 1 for lines; -1 if there are no panels. */
  private static int pitch(Grid input, OutputSize size) {
    for (int line = 0; line <= 1; line++) {
      int down = panels(input.height(), size.height(), line);
      int across = panels(input.width(), size.width(), line);
      if (down * across > 1
          && down * across <= MOST
          && (line == 0 || hasLines(input, size, down, across))) {
        return line;
      }
    }
    return -1;
  }

  /** How many parts of a length make a side; 0 if they do not. */
  private static int panels(int side, int length, int line) {
    return (side + line) % (length + line) == 0 ? (side + line) / (length + line) : 0;
  }

  private static boolean hasLines(Grid input, OutputSize size, int down, int across) {
    return IntStream.range(1, down)
            .map(i -> i * (size.height() + 1) - 1)
            .allMatch(
                r ->
                    IntStream.range(0, input.width())
                        .allMatch(c -> input.cell(r, c) == input.cell(r, 0)))
        && IntStream.range(1, across)
            .map(j -> j * (size.width() + 1) - 1)
            .allMatch(
                c ->
                    IntStream.range(0, input.height())
                        .allMatch(r -> input.cell(r, c) == input.cell(0, c)));
  }
}
