package io.github.archrm.train.senses;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Grids that an input suggests for its output: its {@link Crops}, the input {@link Continued} and
 * {@link Condensed}, what is cut out of it {@link Zoomed}, the input {@link Turned} and {@link
 * Fallen}, and its {@link Mirrors}. What a rule makes of several of them is left to the model.
 */
public final class Suggestions {
  private static final int RESIZED = Crops.COUNT + 2;

  /** All suggestions. */
  public static final int COUNT =
      RESIZED + Zoomed.COUNT + Turned.COUNT + Fallen.COUNT + Mirrors.COUNT;

  /** A grid with nothing in it. */
  static final Grid NOTHING = Grid.generate(1, 1, (r, c) -> Grid.OUTSIDE);

  private Suggestions() {}

  /** Of an output that is as large as its input: it is not cut, continued or condensed. */
  public static List<Grid> of(Grid input) {
    OutputSize same = new OutputSize(input.height(), input.width());
    return all(input, Collections.nCopies(RESIZED, NOTHING), Optional.of(same));
  }

  /**
   * Of an output of another size.
   *
   * @param size of the output, where it is told
   * @param panels of which the task's inputs consist, if they do; then the size is told
   */
  public static List<Grid> of(Grid input, Optional<OutputSize> size, Optional<PanelLayout> panels) {
    List<Grid> resized =
        new ArrayList<>(
            panels
                .map(some -> Crops.of(input, some.all(input, size.orElseThrow())))
                .orElseGet(() -> Crops.of(input)));
    resized.add(size.map(told -> Continued.of(input, told)).orElse(NOTHING));
    resized.add(Condensed.of(input));
    return all(input, resized, size);
  }

  private static List<Grid> all(Grid input, List<Grid> resized, Optional<OutputSize> size) {
    List<Grid> all = new ArrayList<>(resized);
    all.addAll(
        size.map(told -> Zoomed.of(input, told))
            .orElse(Collections.nCopies(Zoomed.COUNT, NOTHING)));
    all.addAll(
        size.map(told -> Turned.of(input, told))
            .orElse(Collections.nCopies(Turned.COUNT, NOTHING)));
    all.addAll(Fallen.of(input));
    all.addAll(Mirrors.of(input));
    return List.copyOf(all);
  }
}
