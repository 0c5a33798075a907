package io.github.archrm.train.senses;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Grids that an input suggests for its output: its {@link Crops}, the input {@link Continued} and
 * {@link Fallen}, and its {@link Mirrors}. What a rule makes of several of them is left to the
 * model.
 */
public final class Suggestions {
  private static final int RESIZED = Crops.COUNT + 1;

  /** All suggestions. */
  public static final int COUNT = RESIZED + Fallen.COUNT + Mirrors.COUNT;

  /** A grid with nothing in it. */
  static final Grid NOTHING = Grid.generate(1, 1, (r, c) -> Grid.OUTSIDE);

  private Suggestions() {}

  /** Of an output that is as large as its input: it is not cut and not continued. */
  public static List<Grid> of(Grid input) {
    List<Grid> all = new ArrayList<>(Collections.nCopies(RESIZED, NOTHING));
    all.addAll(Fallen.of(input));
    all.addAll(Mirrors.of(input));
    return List.copyOf(all);
  }

  /**
   * Of an output of another size.
   *
   * @param size of the output, where it is told
   */
  public static List<Grid> of(Grid input, Optional<OutputSize> size) {
    List<Grid> all = new ArrayList<>(Crops.of(input));
    all.add(size.map(told -> Continued.of(input, told)).orElse(NOTHING));
    all.addAll(Fallen.of(input));
    all.addAll(Mirrors.of(input));
    return List.copyOf(all);
  }
}
