package io.github.archrm.train.senses;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import java.util.List;

/**
 * An input whose output is a multiple of it in size, as large as the output: enlarged, repeated,
 * and repeated with every other repetition mirrored, so that like borders meet.
 */
public final class Multiples {
  /** Ways in which an input is multiplied. */
  public static final int COUNT = 3;

  private Multiples() {}

  /** Of an output that is as large as whole copies of its input. */
  public static List<Grid> of(Grid input, OutputSize size) {
    int high = input.height();
    int wide = input.width();
    return List.of(
        input.enlarged(size.height() / high, size.width() / wide),
        Grid.generate(size.height(), size.width(), (r, c) -> input.cell(r % high, c % wide)),
        Grid.generate(
            size.height(),
            size.width(),
            (r, c) -> input.cell(toAndFro(r, high), toAndFro(c, wide))));
  }

  /** Where a place lies on a line that is gone along to and fro. */
  private static int toAndFro(int place, int length) {
    int along = place % (2 * length);
    return along < length ? along : 2 * length - 1 - along;
  }
}
