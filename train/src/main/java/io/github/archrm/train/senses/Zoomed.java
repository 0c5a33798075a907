package io.github.archrm.train.senses;

import io.github.archrm.tasks.Grid;
import io.github.archrm.tasks.OutputSize;
import java.util.List;

/**
 * All that is not background, cut out of an input, and as large as its output: enlarged, and
 * repeated; nothing where it does not fill the output so, or is as large.
 */
final class Zoomed {
  static final int COUNT = 2;

  private Zoomed() {}

  static List<Grid> of(Grid input, OutputSize size) {
    Grid part = Crops.whole(input);
    int down = size.height() / part.height();
    int across = size.width() / part.width();
    boolean fills =
        down * part.height() == size.height()
            && across * part.width() == size.width()
            && down * across > 1;
    return fills
        ? List.of(part.enlarged(down, across), Multiples.repeated(part, size))
        : List.of(Suggestions.NOTHING, Suggestions.NOTHING);
  }
}
