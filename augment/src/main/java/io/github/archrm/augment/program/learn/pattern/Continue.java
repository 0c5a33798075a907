package io.github.archrm.augment.program.learn.pattern;

import io.github.archrm.augment.program.learn.Fitted;
import io.github.archrm.augment.program.learn.Learner;
import io.github.archrm.augment.program.learn.Rule;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A repeating pattern is continued into a larger grid: a fixed size, or a multiple of the input's.
 * Where the pattern says nothing the grid is black.
 */
public final class Continue implements Learner {
  @Override
  public String name() {
    return "continue";
  }

  /** The size of the output: times the input's plus a number. */
  private record Size(int timesDown, int down, int timesAcross, int across) {
    int height(Grid input) {
      return timesDown * input.height() + down;
    }

    int width(Grid input) {
      return timesAcross * input.width() + across;
    }

    boolean fits(Example example) {
      return height(example.input()) == example.output().height()
          && width(example.input()) == example.output().width();
    }
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    Grid in = examples.get(0).input();
    Grid out = examples.get(0).output();
    if (out.height() < in.height()
        || out.width() < in.width()
        || out.sameSize(in)
        || out.side() > 30) {
      return List.of();
    }
    List<Fitted> fitted = new ArrayList<>();
    for (int down = 0; down <= out.height() / in.height(); down++) {
      for (int across = 0; across <= out.width() / in.width(); across++) {
        Size size =
            new Size(
                down, out.height() - down * in.height(), across, out.width() - across * in.width());
        if (!examples.stream().allMatch(size::fits)) {
          continue;
        }
        for (boolean black : new boolean[] {false, true}) {
          for (Canvas.Kind kind : Canvas.Kind.values()) {
            Rule rule =
                new Rule(
                    "continue the grid to " + words(size) + ", where " + kind.words,
                    2.5 + (down == across ? 0 : 0.3),
                    input -> continued(input, size, kind, black));
            if (rule.explains(examples)) {
              fitted.add(rule);
            }
          }
        }
      }
    }
    fitted.sort(Comparator.comparingDouble(Fitted::cost));
    return fitted;
  }

  private static String words(Size size) {
    return part(size.timesDown, "height", size.down)
        + " by "
        + part(size.timesAcross, "width", size.across);
  }

  private static String part(int times, String side, int plus) {
    return times == 0
        ? "" + plus
        : (times == 1 ? "" : times + " times ") + side + (plus == 0 ? "" : " + " + plus);
  }

  private static Optional<Grid> continued(
      Grid input, Size size, Canvas.Kind kind, boolean blackIsUnknown) {
    int height = size.height(input);
    int width = size.width(input);
    if (height < input.height() || width < input.width() || height > 30 || width > 30) {
      return Optional.empty();
    }
    int[][] cells = new int[height][width];
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        int colour = r < input.height() && c < input.width() ? input.cell(r, c) : -1;
        cells[r][c] = blackIsUnknown && colour == 0 ? -1 : colour;
      }
    }
    boolean full = new Canvas(cells).fill(kind, input.height(), input.width());
    if (!full && (blackIsUnknown || kind == Canvas.Kind.MIRRORS)) {
      return Optional.empty();
    }
    int known = 0;
    for (int[] row : cells) {
      for (int c = 0; c < width; c++) {
        known += row[c] >= 0 ? 1 : 0;
        row[c] = Math.max(0, row[c]);
      }
    }
    return known > input.height() * input.width() ? Optional.of(Grid.of(cells)) : Optional.empty();
  }
}
