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
import java.util.function.UnaryOperator;

/**
 * The output is a rectangle of copies of the input, each with its own turn or mirroring, black, or
 * with black and colour exchanged; neighbours may share their edge.
 */
public final class TurnedTiles implements Learner {
  private static final List<String> WORDS =
      List.of(
          "as it is",
          "mirrored across",
          "mirrored down",
          "turned by half",
          "mirrored in the diagonal",
          "turned right",
          "turned left",
          "mirrored in the other diagonal",
          "black",
          "with black and colour exchanged");

  private static final List<UnaryOperator<Grid>> MAPS =
      List.of(
          g -> g,
          g -> Grid.generate(g.height(), g.width(), (r, c) -> g.cell(r, g.width() - 1 - c)),
          g -> Grid.generate(g.height(), g.width(), (r, c) -> g.cell(g.height() - 1 - r, c)),
          g ->
              Grid.generate(
                  g.height(), g.width(), (r, c) -> g.cell(g.height() - 1 - r, g.width() - 1 - c)),
          g -> Grid.generate(g.width(), g.height(), (r, c) -> g.cell(c, r)),
          g -> Grid.generate(g.width(), g.height(), (r, c) -> g.cell(g.height() - 1 - c, r)),
          g -> Grid.generate(g.width(), g.height(), (r, c) -> g.cell(c, g.width() - 1 - r)),
          g ->
              Grid.generate(
                  g.width(), g.height(), (r, c) -> g.cell(g.height() - 1 - c, g.width() - 1 - r)),
          g -> Grid.generate(g.height(), g.width(), (r, c) -> 0),
          TurnedTiles::exchanged);

  @Override
  public String name() {
    return "turned tiles";
  }

  private static Grid exchanged(Grid grid) {
    int[] counts = new int[128];
    grid.cells().forEach(c -> counts[Math.max(0, c)]++);
    int best = 1;
    for (int c = 2; c < 128; c++) {
      best = counts[c] > counts[best] ? c : best;
    }
    int colour = best;
    return Grid.generate(grid.height(), grid.width(), (r, c) -> grid.cell(r, c) == 0 ? colour : 0);
  }

  @Override
  public List<Fitted> fitAll(List<Example> examples) {
    List<Fitted> fitted = new ArrayList<>();
    for (int shared = 0; shared <= 1; shared++) {
      Grid in = examples.get(0).input();
      Grid out = examples.get(0).output();
      if (in.height() <= shared || in.width() <= shared) {
        continue;
      }
      int down = (out.height() - shared) / (in.height() - shared);
      int across = (out.width() - shared) / (in.width() - shared);
      int tiles = down * across;
      if (tiles > 1 && tiles <= 36) {
        fit(examples, down, across, shared, fitted);
      }
    }
    fitted.sort(Comparator.comparingDouble(Fitted::cost));
    return fitted;
  }

  private static void fit(
      List<Example> examples, int down, int across, int shared, List<Fitted> fitted) {
    int[] maps = new int[down * across];
    double cost = 2 + shared;
    for (int tile = 0; tile < maps.length; tile++) {
      maps[tile] = -1;
      for (int m = MAPS.size() - 1; m >= 0; m--) {
        boolean right = true;
        for (int e = 0; right && e < examples.size(); e++) {
          right = agrees(examples.get(e), MAPS.get(m), tile, down, across, shared);
        }
        maps[tile] = right ? m : maps[tile];
      }
      if (maps[tile] < 0) {
        return;
      }
      cost += maps[tile] == 0 ? 0.05 : 0.2;
    }
    StringBuilder words = new StringBuilder(down + " by " + across + " copies:");
    for (int map : maps) {
      words.append(words.charAt(words.length() - 1) == ':' ? " " : ", ").append(WORDS.get(map));
    }
    Rule rule = new Rule(words.toString(), cost, input -> tiled(input, maps, down, across, shared));
    if (rule.explains(examples)) {
      fitted.add(rule);
    }
  }

  private static boolean agrees(
      Example example, UnaryOperator<Grid> map, int tile, int down, int across, int shared) {
    Grid in = example.input();
    Grid out = example.output();
    int height = in.height() - shared;
    int width = in.width() - shared;
    if (height < 1
        || width < 1
        || down * height + shared != out.height()
        || across * width + shared != out.width()) {
      return false;
    }
    Grid copy = map.apply(in);
    int top = tile / across * height;
    int left = tile % across * width;
    return copy.sameSize(in)
        && Grid.generate(in.height(), in.width(), (r, c) -> out.cell(top + r, left + c))
            .equals(copy);
  }

  private static Optional<Grid> tiled(Grid in, int[] maps, int down, int across, int shared) {
    int height = in.height() - shared;
    int width = in.width() - shared;
    if (height < 1 || width < 1 || down * in.height() > 60 || across * in.width() > 60) {
      return Optional.empty();
    }
    int[][] rows = new int[down * height + shared][across * width + shared];
    for (int tile = 0; tile < maps.length; tile++) {
      Grid copy = MAPS.get(maps[tile]).apply(in);
      if (!copy.sameSize(in)) {
        return Optional.empty();
      }
      for (int r = 0; r < in.height(); r++) {
        for (int c = 0; c < in.width(); c++) {
          rows[tile / across * height + r][tile % across * width + c] = copy.cell(r, c);
        }
      }
    }
    return Optional.of(Grid.of(rows));
  }
}
