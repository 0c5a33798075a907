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
   * Those that are shown of an input that fits.
   *
   * @param size of the output
   */
  static List<Grid> of(Grid input, OutputSize size) {
    List<Grid> all = all(input, size);
    int across = panels(input.width(), size.width(), pitch(input, size));
    int last = all.size() - 1;
    List<Grid> shown =
        new ArrayList<>(
            all.size() <= COUNT
                ? all
                : List.of(
                    all.get(0), all.get(across - 1), all.get(last + 1 - across), all.get(last)));
    while (shown.size() < COUNT) {
      shown.add(Suggestions.NOTHING);
    }
    return shown;
  }

  /** All panels of an input that fits, row by row. */
  static List<Grid> all(Grid input, OutputSize size) {
    int line = pitch(input, size);
    List<Grid> panels = new ArrayList<>();
    for (int y = 0; y < input.height(); y += size.height() + line) {
      for (int x = 0; x < input.width(); x += size.width() + line) {
        int top = y;
        int left = x;
        panels.add(
            Grid.generate(size.height(), size.width(), (r, c) -> input.cell(top + r, left + c)));
      }
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
