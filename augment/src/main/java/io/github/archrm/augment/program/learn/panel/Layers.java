package io.github.archrm.augment.program.learn.panel;

import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A way to make grids of one size, which lie over each other, of one grid. */
interface Layers {
  /** The layers, or none if they cannot be made. */
  List<Grid> of(Grid grid);

  String words();

  double cost();

  /** Ways that make layers of the size of the outputs. */
  static List<Layers> fitting(List<Example> examples) {
    List<Layers> fitting = new ArrayList<>();
    for (Split split : Split.ALL) {
      add(fitting, new Panels(split), examples);
    }
    Grid in = examples.get(0).input();
    Grid out = examples.get(0).output();
    if (out.height() % in.height() == 0 && out.width() % in.width() == 0) {
      int down = out.height() / in.height();
      int across = out.width() / in.width();
      if (down * across > 1) {
        add(fitting, new Copies("" + down, g -> down, "" + across, g -> across, 1), examples);
        add(fitting, new Copies("height", Grid::height, "width", Grid::width, 1), examples);
        add(fitting, Copies.both("colours", g -> colours(g)), examples);
        add(fitting, Copies.both("filled cells", g -> filled(g)), examples);
        add(fitting, Copies.both("colours and background", g -> colours(g) + 1), examples);
        add(fitting, Copies.both("black cells", g -> g.height() * g.width() - filled(g)), examples);
        add(
            fitting,
            Copies.both("objects", g -> Segmentation.regions(g, true, true, 0).size()),
            examples);
      }
    }
    return fitting;
  }

  private static int colours(Grid grid) {
    return (int) grid.cells().filter(c -> c > 0).distinct().count();
  }

  private static int filled(Grid grid) {
    return (int) grid.cells().filter(c -> c > 0).count();
  }

  private static void add(List<Layers> fitting, Layers layers, List<Example> examples) {
    int count = -1;
    for (Example example : examples) {
      List<Grid> made = layers.of(example.input());
      if (made.isEmpty()
          || made.size() > 12
          || (count >= 0 && count != made.size())
          || !made.stream().allMatch(example.output()::sameSize)) {
        return;
      }
      count = made.size();
    }
    fitting.add(layers);
  }

  /** The panels of a grid. */
  record Panels(Split split) implements Layers {
    @Override
    public List<Grid> of(Grid grid) {
      List<Grid> panels = split.of(grid);
      return panels.stream().allMatch(p -> p.sameSize(panels.get(0))) ? panels : List.of();
    }

    @Override
    public String words() {
      return split.toString();
    }

    @Override
    public double cost() {
      return 1;
    }
  }

  /** The grid enlarged, repeated, mirrored by turns. */
  record Copies(
      String downWords,
      ToIntFunction<Grid> down,
      String acrossWords,
      ToIntFunction<Grid> across,
      double cost)
      implements Layers {
    static Copies both(String words, ToIntFunction<Grid> times) {
      return new Copies(words, times, words, times, 1.3);
    }

    @Override
    public List<Grid> of(Grid grid) {
      int h = down.applyAsInt(grid);
      int w = across.applyAsInt(grid);
      int height = grid.height();
      int width = grid.width();
      if (h < 1 || w < 1 || h * height > 30 || w * width > 30) {
        return List.of();
      }
      return List.of(
          grid.enlarged(h, w),
          Grid.generate(h * height, w * width, (r, c) -> grid.cell(r % height, c % width)),
          Grid.generate(
              h * height, w * width, (r, c) -> grid.cell(bounced(r, height), bounced(c, width))),
          Grid.generate(
              h * height, w * width, (r, c) -> grid.cell(height - 1 - r % height, c % width)),
          Grid.generate(
              h * height, w * width, (r, c) -> grid.cell(r % height, width - 1 - c % width)));
    }

    private static int bounced(int at, int length) {
      return at / length % 2 == 0 ? at % length : length - 1 - at % length;
    }

    @Override
    public String words() {
      return downWords + " by " + acrossWords + " copies, enlarged and repeated";
    }
  }
}
