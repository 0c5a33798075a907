package io.github.archrm.train.senses;

import io.github.archrm.augment.Dihedral;
import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import java.util.List;
import java.util.stream.Stream;

/**
 * An input as a whole, turned and mirrored in the seven ways that there are, and repeated where its
 * output is as large as several of them; nothing where no number of them fills the output.
 */
final class Turned {
  private static final List<Dihedral> WAYS =
      Stream.of(Dihedral.values()).filter(way -> !way.isIdentity()).toList();

  /** Ways to turn and mirror. */
  static final int COUNT = WAYS.size();

  private Turned() {}

  static List<Grid> of(Grid input, OutputSize size) {
    return WAYS.stream().map(way -> filling(way.apply(input), size)).toList();
  }

  private static Grid filling(Grid one, OutputSize size) {
    return size.height() % one.height() == 0 && size.width() % one.width() == 0
        ? Multiples.repeated(one, size)
        : Suggestions.NOTHING;
  }
}
