package io.github.archrm.train.senses;

import io.github.archrm.tasks.Grid;
import java.util.stream.IntStream;

/** An input in which rows that are as the one above them are left out, and likewise columns. */
final class Condensed {
  private Condensed() {}

  static Grid of(Grid input) {
    int[] rows =
        IntStream.range(0, input.height())
            .filter(
                r ->
                    r == 0
                        || IntStream.range(0, input.width())
                            .anyMatch(c -> input.cell(r, c) != input.cell(r - 1, c)))
            .toArray();
    int[] columns =
        IntStream.range(0, input.width())
            .filter(
                c ->
                    c == 0
                        || IntStream.range(0, input.height())
                            .anyMatch(r -> input.cell(r, c) != input.cell(r, c - 1)))
            .toArray();
    return Grid.generate(rows.length, columns.length, (r, c) -> input.cell(rows[r], columns[c]));
  }
}
