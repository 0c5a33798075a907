package io.github.archrm.train.senses;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Grids as large as an output which is a multiple of its input in size: the input enlarged,
 * repeated, and repeated with every other repetition mirrored, so that like borders meet. Where it
 * is the input that is a multiple, also with lines between: its {@link Panels}.
 */
public final class Multiples {
  private static final int MULTIPLIED = 3;

  /** Ways in which an input is multiplied, and panels. */
  public static final int COUNT = MULTIPLIED + Panels.COUNT;

  private Multiples() {}

  /** Whether an input is a multiple of its output in size. */
  public static boolean hasPanels(Grid input, OutputSize size) {
    return Panels.fit(input, size);
  }

  /** Of an output one of which and its input is a multiple of the other in size. */
  public static List<Grid> of(Grid input, OutputSize size) {
    boolean parted = hasPanels(input, size);
    List<Grid> all =
        new ArrayList<>(
            parted
                ? Collections.nCopies(MULTIPLIED, Suggestions.NOTHING)
                : multiplied(input, size));
    all.addAll(
        parted ? Panels.of(input, size) : Collections.nCopies(Panels.COUNT, Suggestions.NOTHING));
    return List.copyOf(all);
  }

  private static List<Grid> multiplied(Grid input, OutputSize size) {
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
