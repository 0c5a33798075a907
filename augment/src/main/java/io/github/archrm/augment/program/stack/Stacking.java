package io.github.archrm.augment.program.stack;

import io.github.archrm.augment.program.primitive.PlacedGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Lays pieces over each other until they explain outputs, greedily.
 *
 * <p>For each bound on the length of programs, each set of demonstrations to agree with and each
 * leader among them: of all pieces, whole or only their coloured or black cells, that contradict no
 * demonstration of the set where no layer lies yet, the one that covers most of the leader's
 * uncovered cells is laid below the others. Demonstrations outside the set show whether the stack
 * holds for what it was not fitted to.
 */
public final class Stacking {
  /** A cell of which no layer says anything. */
  public static final byte UNKNOWN = 10;

  private static final int MOST_LAYERS = 10;
  private static final int MOST_DEMONSTRATIONS = 5;

  private final Pieces pieces;
  private final int[] starts;
  private final int[] widths;
  private final byte[][] outputs;
  private final int words;
  private final long[] wrong;
  private final long[] black;
  private final BooleanSupplier late;
  private final List<Stack> stacks = new ArrayList<>();

  /**
   * @param outputs the demonstrations' outputs
   * @param sizes [example]{width, height} of all outputs, those of tests as predicted
   */
  private Stacking(Pieces pieces, byte[][] outputs, int[][] sizes, BooleanSupplier late) {
    this.pieces = pieces;
    this.outputs = outputs;
    this.late = late;
    starts = new int[sizes.length + 1];
    widths = new int[sizes.length];
    for (int e = 0; e < sizes.length; e++) {
      starts[e + 1] = starts[e] + sizes[e][0] * sizes[e][1];
      widths[e] = sizes[e][0];
    }
    int cells = starts[outputs.length];
    words = (cells + 63) / 64;
    wrong = new long[words * pieces.size()];
    black = new long[words * pieces.size()];
    for (int p = 0; p < pieces.size(); p++) {
      byte[] piece = pieces.cells()[p];
      for (int d = 0; d < outputs.length; d++) {
        for (int i = starts[d]; i < starts[d + 1]; i++) {
          int at = p * words + (i >> 6);
          wrong[at] |= piece[i] != outputs[d][i - starts[d]] ? 1L << i : 0;
          black[at] |= piece[i] == 0 ? 1L << i : 0;
        }
      }
    }
  }

  /** All stacks found, those of short programs first. */
  public static List<Stack> of(
      Pieces pieces, byte[][] outputs, int[][] sizes, BooleanSupplier late) {
    Stacking stacking = new Stacking(pieces, outputs, sizes, late);
    int[] bounds = Arrays.stream(pieces.costs()).distinct().toArray();
    for (int bound : bounds) {
      stacking.upTo(bound);
    }
    return stacking.stacks;
  }

  private void upTo(int bound) {
    int usable = 0;
    while (usable < pieces.size() && pieces.costs()[usable] <= bound) {
      usable++;
    }
    int count = Math.min(outputs.length, MOST_DEMONSTRATIONS);
    for (int set = 1; set < 1 << count; set++) {
      for (int leader = 0; leader < count; leader++) {
        if ((set >> leader & 1) != 0 && !late.getAsBoolean()) {
          stack(set, leader, usable, bound);
        }
      }
    }
  }

  private void stack(int set, int leader, int usable, int bound) {
    long[] open = new long[words];
    for (int d = 0; d < outputs.length; d++) {
      for (int i = starts[d]; (set >> d & 1) != 0 && i < starts[d + 1]; i++) {
        open[i >> 6] |= 1L << i;
      }
    }
    long[] wanted = new long[words];
    for (int i = starts[leader]; i < starts[leader + 1]; i++) {
      wanted[i >> 6] |= 1L << i;
    }
    byte[] cells = new byte[starts[starts.length - 1]];
    Arrays.fill(cells, UNKNOWN);
    List<Layer> layers = new ArrayList<>();
    int cost = 0;
    while (layers.size() < MOST_LAYERS) {
      Layer layer = best(open, wanted, leader, usable);
      if (layer == null) {
        break;
      }
      layers.add(layer);
      lay(layer, cells, open);
      cost = Math.max(cost, pieces.costs()[layer.piece()]);
      complete(cells, leader, layers, cost, bound, set);
    }
    stacks.add(new Stack(List.copyOf(layers), false, cost, bound, set, cells));
  }

  /** The legal layer that covers most wanted open cells, the first of several; null if none. */
  private Layer best(long[] open, long[] wanted, int leader, int usable) {
    int from = starts[leader] >> 6;
    int to = starts[leader + 1] + 63 >> 6;
    int most = 0;
    int bestPiece = -1;
    int bestKind = 0;
    for (int p = 0; p < usable; p++) {
      int base = p * words;
      for (int kind = 0; kind < 3; kind++) {
        long flip = kind == 0 ? ~0L : 0;
        long full = kind == 2 ? ~0L : 0;
        int covered = 0;
        boolean legal = true;
        for (int j = from; j < to; j++) {
          long laid = (black[base + j] ^ flip | full) & open[j];
          if ((laid & wrong[base + j]) != 0) {
            legal = false;
            break;
          }
          covered += Long.bitCount(laid & wanted[j]);
        }
        if (!legal || covered <= most) {
          continue;
        }
        for (int j = 0; j < words; j++) {
          if (((black[base + j] ^ flip | full) & open[j] & wrong[base + j]) != 0) {
            legal = false;
            break;
          }
        }
        if (legal) {
          most = covered;
          bestPiece = p;
          bestKind = kind;
        }
      }
    }
    return bestPiece < 0 ? null : new Layer(bestPiece, Layer.Cells.values()[bestKind]);
  }

  private void lay(Layer layer, byte[] cells, long[] open) {
    byte[] piece = pieces.cells()[layer.piece()];
    int demonstrationCells = starts[outputs.length];
    for (int i = 0; i < cells.length; i++) {
      boolean laid =
          switch (layer.cells()) {
            case COLOURED -> piece[i] != 0;
            case BLACK -> piece[i] == 0;
            case WHOLE -> true;
          };
      if (laid && cells[i] == UNKNOWN) {
        cells[i] = piece[i];
      }
      if (laid && i < demonstrationCells) {
        open[i >> 6] &= ~(1L << i);
      }
    }
  }

  /** Adds the stack completed from its own pattern, if that makes the leader's output. */
  private void complete(
      byte[] cells, int leader, List<Layer> layers, int cost, int bound, int set) {
    byte[] target = outputs[leader];
    for (byte cell : target) {
      if (cell == 0) {
        return;
      }
    }
    byte[] own = completed(cells, leader);
    if (own == null || !Arrays.equals(own, target)) {
      return;
    }
    byte[] all = new byte[cells.length];
    for (int e = 0; e < widths.length; e++) {
      byte[] one = completed(cells, e);
      if (one == null) {
        return;
      }
      System.arraycopy(one, 0, all, starts[e], one.length);
    }
    stacks.add(new Stack(List.copyOf(layers), true, cost, bound, set, all));
  }

  private byte[] completed(byte[] cells, int example) {
    byte[] own = Arrays.copyOfRange(cells, starts[example], starts[example + 1]);
    for (int i = 0; i < own.length; i++) {
      if (own[i] == UNKNOWN) {
        own[i] = 0;
      }
    }
    int width = widths[example];
    PlacedGrid grid = PlacedGrid.of(0, 0, width, own.length / width, own, 0);
    return Mosaic.complete(grid);
  }
}
