package io.github.archrm.augment.program.search;

import io.github.archrm.augment.program.primitive.PlacedGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Outputs as a product of two grids: each cell of the first stands for a copy of the second.
 *
 * <p>Either the first tells only where copies lie and the second has the colours, or the first has
 * the colours and the second tells only the shape. The factors with the shortest description of all
 * outputs are looked for among what programs make.
 */
final class Product {
  /** How an output comes apart: blocks that are there, and what a block looks like. */
  record Factors(PlacedGrid blocks, PlacedGrid block) {}

  /**
   * A product found.
   *
   * @param tuples the programs of the two factors, or -1 - d for what demonstration d shows
   * @param shown [example] what it makes
   */
  record Found(int[] tuples, PlacedGrid[] shown) {}

  private final boolean coloursInBlock;
  private final List<Factors> factors;

  private Product(boolean coloursInBlock, List<Factors> factors) {
    this.coloursInBlock = coloursInBlock;
    this.factors = factors;
  }

  /** The product that explains most, null if outputs are no interesting product. */
  static Found find(List<PlacedGrid> outputs, List<Graph> graphs, Walk walk) {
    Product product = shortest(outputs);
    if (product == null || product.interesting() * 2 < outputs.size()) {
      return null;
    }
    int first = product.match(graphs, walk, true);
    int second = product.match(graphs, walk, false);
    PlacedGrid[] shown = new PlacedGrid[graphs.size()];
    for (int e = 0; e < shown.length; e++) {
      PlacedGrid blocks = product.made(graphs, walk, first, e, true);
      PlacedGrid block = product.made(graphs, walk, second, e, false);
      shown[e] = PlacedGrid.product(blocks, block, product.coloursInBlock);
    }
    return new Found(new int[] {first, second}, shown);
  }

  private PlacedGrid made(List<Graph> graphs, Walk walk, int tuple, int example, boolean blocks) {
    if (tuple < 0) {
      Factors of = factors.get(-1 - tuple);
      return blocks ? of.blocks : of.block;
    }
    return graphs.get(example).grid(walk.state(tuple, example));
  }

  private long interesting() {
    return factors.stream().filter(f -> f.blocks.count() > 1 && f.block.count() > 1).count();
  }

  /** The first tuple that makes a factor in most demonstrations, or a constant that does better. */
  private int match(List<Graph> graphs, Walk walk, boolean blocks) {
    List<PlacedGrid> wanted = factors.stream().map(f -> blocks ? f.blocks : f.block).toList();
    int best = 0;
    int most = -1;
    for (int i = 0; i < walk.size(); i++) {
      int tuple = walk.tuple(i);
      boolean grids = true;
      for (int e = 0; e < graphs.size() && grids; e++) {
        grids = !graphs.get(e).isList(walk.state(tuple, e));
      }
      if (!grids) {
        continue;
      }
      int matches = 0;
      for (int d = 0; d < wanted.size(); d++) {
        matches += graphs.get(d).looksLike(walk.state(tuple, d), wanted.get(d)) ? 1 : 0;
      }
      if (matches > most) {
        most = matches;
        best = tuple;
      }
    }
    for (int d = 0; d < wanted.size(); d++) {
      PlacedGrid constant = wanted.get(d);
      int matches = (int) wanted.stream().filter(constant::equals).count();
      if (matches > most) {
        most = matches;
        best = -1 - d;
      }
    }
    return best;
  }

  private static Product shortest(List<PlacedGrid> outputs) {
    int width = outputs.stream().mapToInt(PlacedGrid::width).min().orElse(0);
    int height = outputs.stream().mapToInt(PlacedGrid::height).min().orElse(0);
    Product best = null;
    double least = Double.MAX_VALUE;
    for (int h = 1; h <= height; h++) {
      for (int w = 1; w <= width; w++) {
        for (int way = 0; way < 4; way++) {
          boolean inBlock = (way & 1) != 0;
          List<Factors> factors = new ArrayList<>();
          for (PlacedGrid output : outputs) {
            boolean divides = output.width() % w == 0 && output.height() % h == 0;
            Factors one =
                !divides
                    ? null
                    : way < 2
                        ? apart(output, w, h, inBlock)
                        : apart(output, output.width() / w, output.height() / h, inBlock);
            if (one == null) {
              break;
            }
            factors.add(one);
          }
          double length = factors.size() < outputs.size() ? Double.MAX_VALUE : length(factors);
          if (length < least) {
            least = length;
            best = new Product(inBlock, factors);
          }
        }
      }
    }
    for (boolean inBlock : new boolean[] {false, true}) {
      List<Factors> factors = outputs.stream().map(output -> shortest(output, inBlock)).toList();
      double length = length(factors);
      if (length < least) {
        least = length;
        best = new Product(inBlock, factors);
      }
    }
    return best;
  }

  private static Factors shortest(PlacedGrid output, boolean inBlock) {
    Factors best = null;
    double least = Double.MAX_VALUE;
    for (int h = 1; h <= output.height(); h++) {
      for (int w = 1; w <= output.width(); w++) {
        if (output.width() % w == 0 && output.height() % h == 0) {
          Factors factors = apart(output, w, h, inBlock);
          double length = factors == null ? Double.MAX_VALUE : length(List.of(factors));
          if (length < least) {
            least = length;
            best = factors;
          }
        }
      }
    }
    return best;
  }

  /** An output taken apart in blocks of a size that divides it, null if blocks differ. */
  private static Factors apart(PlacedGrid output, int width, int height, boolean inBlock) {
    int across = output.width() / width;
    int down = output.height() / height;
    byte[] blocks = new byte[across * down];
    byte[] block = null;
    for (int b = 0; b < blocks.length; b++) {
      byte[] own = new byte[width * height];
      int colours = 0;
      for (int i = 0; i < own.length; i++) {
        int row = b / across * height + i / width;
        int colour = output.cell(row, b % across * width + i % width);
        own[i] = (byte) (inBlock || colour == 0 ? colour : 1);
        colours |= 1 << colour;
      }
      int coloured = colours & ~1;
      if (!inBlock && Integer.bitCount(coloured) > 1) {
        return null;
      }
      if (coloured == 0) {
        continue;
      }
      blocks[b] = inBlock ? 1 : (byte) Integer.numberOfTrailingZeros(coloured);
      if (block != null && !java.util.Arrays.equals(block, own)) {
        return null;
      }
      block = own;
    }
    byte[] shown = block == null ? new byte[width * height] : block;
    return new Factors(
        PlacedGrid.of(0, 0, across, down, blocks, 0), PlacedGrid.of(0, 0, width, height, shown, 0));
  }

  /** How long it takes to tell the factors, in natural logarithms of possibilities. */
  private static double length(List<Factors> factors) {
    double length = 0;
    for (int k = 0; k < 2; k++) {
      int which = k;
      List<PlacedGrid> grids =
          IntStream.range(0, factors.size())
              .mapToObj(i -> which == 0 ? factors.get(i).blocks : factors.get(i).block)
              .toList();
      if (grids.size() > 1 && grids.stream().distinct().count() == 1) {
        continue;
      }
      for (PlacedGrid grid : grids) {
        if (Integer.bitCount(grid.colours() & ~1) > 1) {
          length += Math.log(10) * grid.area();
        } else if (grid.count() == grid.area()) {
          length += Math.log(grid.width() + 1) + Math.log(grid.height() + 1);
        } else {
          length += Math.log(2) * grid.area();
        }
      }
    }
    return length;
  }
}
