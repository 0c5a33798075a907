package io.github.archrm.augment.program.learn.library;

import io.github.archrm.augment.program.learn.Lens;
import io.github.archrm.augment.program.learn.object.Segmentation;
import io.github.archrm.augment.program.learn.panel.FullLines;
import io.github.archrm.tasks.Example;
import io.github.archrm.tasks.Grid;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The lenses there are. */
final class Lenses {
  private Lenses() {}

  /** The commonest colour and black exchanged, so that what is behind things is always black. */
  static final class Behind implements Lens {
    @Override
    public String words() {
      return "with the commonest colour as background";
    }

    @Override
    public double cost() {
      return 0.1;
    }

    private static Grid exchanged(Grid input, Grid grid) {
      int behind = Segmentation.commonestColour(input);
      return Grid.generate(
          grid.height(),
          grid.width(),
          (r, c) -> {
            int colour = grid.cell(r, c);
            return colour == behind ? 0 : colour == 0 ? behind : colour;
          });
    }

    @Override
    public Optional<Grid> look(Grid input) {
      return Optional.of(exchanged(input, input));
    }

    @Override
    public Optional<Grid> lookOutput(Example example) {
      return Optional.of(exchanged(example.input(), example.output()));
    }

    @Override
    public Optional<Grid> back(Grid input, Grid look) {
      return Optional.of(exchanged(input, look));
    }
  }

  /**
   * Colours other than black by their count, the commonest as 1; colours of the output alone stay.
   */
  static final class Ranks implements Lens {
    @Override
    public String words() {
      return "with colours by their count";
    }

    @Override
    public double cost() {
      return 1.3;
    }

    private static int[] ranks(Grid input) {
      int[] counts = new int[10];
      input.cells().filter(c -> c > 0 && c < 10).forEach(c -> counts[c]++);
      int[] to = new int[10];
      Arrays.fill(to, -1);
      to[0] = 0;
      int next = 1;
      for (boolean any = true; any; ) {
        int best = 0;
        for (int c = 1; c < 10; c++) {
          best = to[c] < 0 && counts[c] > (best == 0 ? 0 : counts[best]) ? c : best;
        }
        any = best > 0;
        if (any) {
          to[best] = next++;
        }
      }
      for (int c = 1; c < 10; c++) {
        to[c] = to[c] < 0 ? next++ : to[c];
      }
      return to;
    }

    private static Grid mapped(Grid grid, int[] to) {
      return Grid.generate(
          grid.height(),
          grid.width(),
          (r, c) -> {
            int colour = grid.cell(r, c);
            return colour < 0 || colour > 9 ? colour : to[colour];
          });
    }

    @Override
    public Optional<Grid> look(Grid input) {
      return Optional.of(mapped(input, ranks(input)));
    }

    @Override
    public Optional<Grid> lookOutput(Example example) {
      return Optional.of(mapped(example.output(), ranks(example.input())));
    }

    @Override
    public Optional<Grid> back(Grid input, Grid look) {
      int[] to = ranks(input);
      int[] from = new int[10];
      for (int c = 0; c < 10; c++) {
        from[to[c]] = c;
      }
      return Optional.of(mapped(look, from));
    }
  }

  /** Grids made of equal blocks of one colour each, a block as a cell. */
  static final class Coarse implements Lens {
    @Override
    public String words() {
      return "with each block as one cell";
    }

    @Override
    public double cost() {
      return 0.5;
    }

    private static int block(Grid grid) {
      for (int k = Math.min(grid.height(), grid.width()); k > 1; k--) {
        if (grid.height() % k == 0 && grid.width() % k == 0 && uniform(grid, k)) {
          return k;
        }
      }
      return 1;
    }

    private static boolean uniform(Grid grid, int k) {
      for (int r = 0; r < grid.height(); r++) {
        for (int c = 0; c < grid.width(); c++) {
          if (grid.cell(r, c) != grid.cell(r / k * k, c / k * k)) {
            return false;
          }
        }
      }
      return true;
    }

    private static Grid coarse(Grid grid, int k) {
      return Grid.generate(grid.height() / k, grid.width() / k, (r, c) -> grid.cell(r * k, c * k));
    }

    @Override
    public Optional<Grid> look(Grid input) {
      int k = block(input);
      return k > 1 ? Optional.of(coarse(input, k)) : Optional.empty();
    }

    @Override
    public Optional<Grid> lookOutput(Example example) {
      int k = block(example.input());
      Grid out = example.output();
      return k > 1 && out.height() % k == 0 && out.width() % k == 0 && uniform(out, k)
          ? Optional.of(coarse(out, k))
          : Optional.empty();
    }

    @Override
    public Optional<Grid> back(Grid input, Grid look) {
      int k = block(input);
      return look.side() * k > 100 ? Optional.empty() : Optional.of(look.enlarged(k, k));
    }
  }

  /** The panels between full lines, each as one cell of its commonest colour other than black. */
  static final class PanelCells implements Lens {
    @Override
    public String words() {
      return "with each panel as one cell";
    }

    @Override
    public double cost() {
      return 0.5;
    }

    private static int colour(Grid grid, int[] rows, int[] columns) {
      int[] counts = new int[10];
      for (int r = rows[0]; r < rows[1]; r++) {
        for (int c = columns[0]; c < columns[1]; c++) {
          counts[Math.max(0, grid.cell(r, c))]++;
        }
      }
      int best = 0;
      for (int c = 1; c < 10; c++) {
        best = counts[c] > (best == 0 ? 0 : counts[best]) ? c : best;
      }
      return best;
    }

    private static Optional<Grid> summary(Grid lines, Grid grid) {
      return FullLines.of(lines)
          .filter(l -> lines.sameSize(grid) && l.rows().size() > 1 && l.columns().size() > 1)
          .map(
              l ->
                  Grid.generate(
                      l.rows().size(),
                      l.columns().size(),
                      (r, c) -> colour(grid, l.rows().get(r), l.columns().get(c))));
    }

    @Override
    public Optional<Grid> look(Grid input) {
      return summary(input, input);
    }

    @Override
    public Optional<Grid> lookOutput(Example example) {
      return summary(example.input(), example.output());
    }

    @Override
    public Optional<Grid> back(Grid input, Grid look) {
      int[][] cells = input.toRows();
      List<int[]> rows = FullLines.of(input).orElseThrow().rows();
      List<int[]> columns = FullLines.of(input).orElseThrow().columns();
      if (look.height() != rows.size() || look.width() != columns.size()) {
        return Optional.empty();
      }
      for (int i = 0; i < rows.size(); i++) {
        for (int j = 0; j < columns.size(); j++) {
          for (int r = rows.get(i)[0]; r < rows.get(i)[1]; r++) {
            for (int c = columns.get(j)[0]; c < columns.get(j)[1]; c++) {
              cells[r][c] = look.cell(i, j);
            }
          }
        }
      }
      return Optional.of(Grid.of(cells));
    }
  }
}
