package io.github.archrm.augment.program.learn.pattern;

import io.github.archrm.augment.program.learn.Family;
import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.List;
import java.util.Optional;

/** The output is the smallest tile of which the input is made. */
public final class Tile implements Learner {
  private static final List<Rule> RULES =
      List.of(new Rule("the smallest tile that repeats", 2, Tile::tile));

  @Override
  public String name() {
    return "tile";
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    return new Family(name(), RULES).fitAll(examples);
  }

  private static Optional<Grid> tile(Grid grid) {
    int height = period(grid, true);
    int width = period(grid, false);
    return height == grid.height() && width == grid.width()
        ? Optional.empty()
        : Optional.of(Grid.generate(height, width, grid::cell));
  }

  private static int period(Grid grid, boolean down) {
    int length = down ? grid.height() : grid.width();
    for (int period = 1; period < length; period++) {
      int step = period;
      if (length % period == 0
          && Grid.generate(
                  grid.height(),
                  grid.width(),
                  (r, c) -> grid.cell(down ? r % step : r, down ? c : c % step))
              .equals(grid)) {
        return period;
      }
    }
    return length;
  }
}
