package io.github.archrm.train.senses;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the inputs of a task consist of panels as large as their outputs: two to nine, of more than a
 * cell each.
 *
 * @param line cells between two panels: 1 where there are lines of one symbol, or 0
 */
public record PanelLayout(int line) {
  /** Panels that are shown. */
  static final int COUNT = 4;

  /** An input of more of them is a picture of small parts. */
  private static final int MOST = 9;

  /**
   * Those of a task, if all its inputs consist of such; with lines between, if that is one way to
   * see all of them.
   *
   * @param sizes of the outputs, one for each input
   */
  public static Optional<PanelLayout> of(List<Grid> inputs, List<OutputSize> sizes) {
    return Stream.of(new PanelLayout(1), new PanelLayout(0))
        .filter(
            panels ->
                IntStream.range(0, inputs.size())
                    .allMatch(i -> panels.fit(inputs.get(i), sizes.get(i))))
        .findFirst();
  }

  private boolean fit(Grid input, OutputSize size) {
    int down = count(input.height(), size.height());
    int across = count(input.width(), size.width());
    return size.height() * size.width() > 1
        && down * across > 1
        && down * across <= MOST
        && (line == 0
            || hasLines(input, size.height(), down)
                && hasLines(Dihedral.TRANSPOSE.apply(input), size.width(), across));
  }

  /** How many panels of a length make a side; 0 if they do not. */
  private int count(int side, int length) {
    return (side + line) % (length + line) == 0 ? (side + line) / (length + line) : 0;
  }

  /** Whether the rows between panels of a height have one symbol each. */
  private static boolean hasLines(Grid input, int height, int panels) {
    return IntStream.range(1, panels)
        .map(i -> i * (height + 1) - 1)
        .allMatch(
            r ->
                IntStream.range(0, input.width())
                    .allMatch(c -> input.cell(r, c) == input.cell(r, 0)));
  }

  /**
   * Those that are shown of an input: all panels in the order in which one reads, or the four in
   * the corners if there are more than four.
   *
   * @param size of the output
   */
  List<Grid> shown(Grid input, OutputSize size) {
    List<Grid> all = all(input, size);
    int across = count(input.width(), size.width());
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

  /** All panels of an input, row by row. */
  List<Grid> all(Grid input, OutputSize size) {
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
}
