package io.github.archrm.train.senses;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Grids as large as an output where one of it and its input is a multiple of the other in size.
 *
 * <p>Of an input: enlarged, repeated, repeated with every other repetition mirrored, so that like
 * borders meet, and turned about a corner, to either side, where four of it make a square. Of an
 * input of {@link PanelLayout}: these.
 */
public final class Multiples {
  private static final int MULTIPLIED = 5;

  /** Ways in which an input is multiplied, and panels. */
  public static final int COUNT = MULTIPLIED + PanelLayout.COUNT;

  private Multiples() {}

  /** Of an output that is as large as whole copies of its input. */
  public static List<Grid> of(Grid input, OutputSize size) {
    List<Grid> all = new ArrayList<>(multiplied(input, size));
    all.addAll(Collections.nCopies(PanelLayout.COUNT, Suggestions.NOTHING));
    return List.copyOf(all);
  }

  /** Of an output that is as large as each panel of its input. */
  public static List<Grid> of(Grid input, OutputSize size, PanelLayout panels) {
    List<Grid> all = new ArrayList<>(Collections.nCopies(MULTIPLIED, Suggestions.NOTHING));
    all.addAll(panels.shown(input, size));
    return List.copyOf(all);
  }

  private static List<Grid> multiplied(Grid input, OutputSize size) {
    int high = input.height();
    int wide = input.width();
    return List.of(
        input.enlarged(size.height() / high, size.width() / wide),
        repeated(input, size),
        Grid.generate(
            size.height(),
            size.width(),
            (r, c) -> input.cell(toAndFro(r, high), toAndFro(c, wide))),
        aboutACorner(input, size, Dihedral.ROTATE_90),
        aboutACorner(input, size, Dihedral.ROTATE_270));
  }

  /**
   * @param right how the input is turned in the upper right of the four squares
   */
  private static Grid aboutACorner(Grid input, OutputSize size, Dihedral right) {
    int side = input.height();
    if (input.width() != side || size.height() != 2 * side || size.width() != 2 * side) {
      return Suggestions.NOTHING;
    }
    List<Grid> squares =
        List.of(
            input,
            right.apply(input),
            right.inverse().apply(input),
            Dihedral.ROTATE_180.apply(input));
    return Grid.generate(
        2 * side,
        2 * side,
        (r, c) -> squares.get(2 * (r / side) + c / side).cell(r % side, c % side));
  }

  /** A grid as often as it fits into a size. */
  static Grid repeated(Grid one, OutputSize size) {
    return Grid.generate(
        size.height(), size.width(), (r, c) -> one.cell(r % one.height(), c % one.width()));
  }

  /** Where a place lies on a line that is gone along to and fro. */
  private static int toAndFro(int place, int length) {
    int along = place % (2 * length);
    return along < length ? along : 2 * length - 1 - along;
  }
}
