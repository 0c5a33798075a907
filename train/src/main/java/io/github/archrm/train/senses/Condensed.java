package io.github.archrm.train.senses;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.tasks.Grid;
import java.util.stream.IntStream;

/** An input in which rows that are as the one above them are left out, and likewise columns. */
final class Condensed {
  private Condensed() {}

  static Grid of(Grid input) {
    return Dihedral.TRANSPOSE.apply(ofRows(Dihedral.TRANSPOSE.apply(ofRows(input))));
  }

  private static Grid ofRows(Grid input) {
    int[] rows =
        IntStream.range(0, input.height())
            .filter(
                r ->
                    r == 0
                        || IntStream.range(0, input.width())
                            .anyMatch(c -> input.cell(r, c) != input.cell(r - 1, c)))
            .toArray();
    return Grid.generate(rows.length, input.width(), (r, c) -> input.cell(rows[r], c));
  }
}
