package io.github.archrm.augment.program.search;

import io.github.archrm.augment.program.primitive.Group;
import io.github.archrm.augment.program.primitive.Library;
import io.github.archrm.augment.program.primitive.PlacedGrid;
import io.github.archrm.augment.program.primitive.Primitive;
import io.github.archrm.augment.program.primitive.Size;
import java.util.Arrays;
import java.util.List;

/**
 * All that the input of one example can be turned into: states, and for each the state that each
 * primitive makes of it.
 *
 * <p>A state is a placed grid or a list of them; equal states are one, at the least depth at which
 * it is found. States with depth left are expanded level by level. A primitive fails where it does
 * not apply to the type of the state or makes more cells than the limits allow. Two kinds of
 * children are kept apart: those by {@link Library#ALL}, of expanded states, and those by the
 * closing steps, of every state: a list is laid back, a grid moved to the origin, painted and
 * fitted to the output.
 */
final class Graph {
  /** A child that does not exist. */
  static final int NONE = -1;

  private static final byte LIST = 1;
  private static final byte PIECE = 2;

  private final int depth;
  private final Size inputSize;
  private int mostCells;
  private final long mostBytes;
  private final Effort effort;
  private final Arena arena = new Arena();
  private final LongMap known = new LongMap();
  private final IntList places = new IntList();
  private final IntList depths = new IntList();
  private final IntList flags = new IntList();
  private int[][] children = new int[256][];
  private int[] expanded = new int[256];
  private int rows;
  private final IntList closing = new IntList();
  private int closingSteps;
  private Size outputSize;
  private long evaluationsLeft;

  /**
   * @param mostCells of one grid; a list may have five times as many
   * @param mostBytes that the states may take
   */
  Graph(Size inputSize, int depth, int mostCells, long mostBytes, Effort effort) {
    this.inputSize = inputSize;
    this.depth = depth;
    this.mostCells = mostCells;
    this.mostBytes = mostBytes;
    this.effort = effort;
  }

  int states() {
    return places.size();
  }

  int depth(int state) {
    return depths.get(state);
  }

  boolean isList(int state) {
    return (flags.get(state) & LIST) != 0;
  }

  /** Whether it is a grid at the origin of the output's size. */
  boolean isPiece(int state) {
    return (flags.get(state) & PIECE) != 0;
  }

  PlacedGrid grid(int state) {
    return arena.grid(places.get(state));
  }

  Size size(int state) {
    return arena.size(places.get(state));
  }

  /** Whether a state is a single grid of these cells, wherever it lies. */
  boolean looksLike(int state, PlacedGrid other) {
    return !isList(state) && arena.looksLike(places.get(state), other);
  }

  /** What a primitive of {@link Library#ALL} makes of a state, {@link #NONE} if nothing. */
  int child(int state, int primitive) {
    return children[state] == null ? NONE : children[state][primitive];
  }

  boolean isExpanded(int state) {
    return state < children.length && children[state] != null;
  }

  /** What a closing step makes of a state. */
  int closed(int state, int step) {
    int at = state * closingSteps + step;
    return at < closing.size() ? closing.get(at) : NONE;
  }

  /** A state to start from, which must not be larger than a grid may be. */
  int start(PlacedGrid grid, int startDepth) {
    return intern(grid, startDepth);
  }

  /**
   * Tells the size that pieces must have, before {@link #grow} may use it. From then on a grid may
   * be of that size.
   */
  void outputSize(Size size) {
    outputSize = size;
    mostCells = Math.max(mostCells, size.width() * size.height());
    for (int state = 0; state < states(); state++) {
      flags.set(state, flags.get(state) | pieceFlag(state));
    }
  }

  private int pieceFlag(int state) {
    if (outputSize == null || isList(state)) {
      return 0;
    }
    return pieceFlag(grid(state));
  }

  private int pieceFlag(PlacedGrid grid) {
    boolean piece =
        outputSize != null
            && grid.x() == 0
            && grid.y() == 0
            && grid.width() == outputSize.width()
            && grid.height() == outputSize.height();
    return piece ? PIECE : 0;
  }

  /** Expands all states that have depth left with the primitives before a number. */
  void grow(int primitives, long evaluations) {
    evaluationsLeft = evaluations;
    for (int level = 0; level < depth; level++) {
      for (int state = 0; state < states(); state++) {
        if (depth(state) != level) {
          continue;
        }
        if (children.length < states()) {
          int length = Math.max(states(), children.length * 2);
          children = Arrays.copyOf(children, length);
          expanded = Arrays.copyOf(expanded, length);
        }
        if (expanded[state] < primitives && !expand(state, primitives)) {
          effort.tell();
          fit();
          return;
        }
      }
    }
    fit();
  }

  private void fit() {
    if (children.length < states()) {
      children = Arrays.copyOf(children, states());
      expanded = Arrays.copyOf(expanded, states());
    }
  }

  private long bytes() {
    return arena.bytes() + (long) rows * Library.ALL.size() * Integer.BYTES;
  }

  private boolean expand(int state, int primitives) {
    int from = expanded[state];
    if (evaluationsLeft < primitives - from || bytes() >= mostBytes || effort.late()) {
      return false;
    }
    evaluationsLeft -= primitives - from;
    effort.count(primitives - from);
    int[] row = children[state];
    if (row == null) {
      row = new int[Library.ALL.size()];
      Arrays.fill(row, NONE);
      children[state] = row;
      rows++;
    }
    expanded[state] = primitives;
    Group group = isList(state) ? arena.group(places.get(state)) : null;
    PlacedGrid grid = isList(state) ? null : grid(state);
    for (int i = from; i < primitives; i++) {
      row[i] = apply(Library.ALL.get(i), grid, group, depth(state));
    }
    return true;
  }

  /** The state that a primitive makes of a grid or, if that is null, of a list. */
  private int apply(Primitive primitive, PlacedGrid grid, Group group, int from) {
    if (primitive instanceof Primitive.OfGrid one) {
      return grid != null
          ? intern(one.function().apply(grid), from + 1)
          : each(one.function(), group, from + 1);
    } else if (primitive instanceof Primitive.OfSize sized) {
      Size size = sized.outputSize() ? outputSize : inputSize;
      return grid == null || size == null
          ? NONE
          : intern(sized.function().apply(grid, size), from + 1);
    } else if (primitive instanceof Primitive.Cut cut) {
      return grid == null || from + 1 >= depth
          ? NONE
          : intern(Group.of(cut.function().apply(grid)), from + 1);
    } else if (primitive instanceof Primitive.Join join) {
      return group == null ? NONE : intern(join.function().apply(group), from + 1);
    } else if (primitive instanceof Primitive.OfList list) {
      return group == null ? NONE : intern(list.function().apply(group), from + 1);
    }
    throw new IllegalStateException(primitive.name());
  }

  private int each(Primitive.OnGrid function, Group group, int newDepth) {
    PlacedGrid[] made = new PlacedGrid[group.size()];
    int cells = 0;
    for (int i = 0; i < made.length; i++) {
      made[i] = function.apply(group.member(i));
      cells += made[i].area();
      if (cells > 5 * mostCells) {
        return NONE;
      }
    }
    return intern(Group.of(List.of(made)), newDepth);
  }

  private int intern(PlacedGrid grid, int newDepth) {
    if (grid.area() > mostCells) {
      return NONE;
    }
    int state = known(Hashing.of(grid), newDepth);
    if (state < 0) {
      places.add(arena.add(grid));
      depths.add(newDepth);
      flags.add(pieceFlag(grid));
      return -1 - state;
    }
    return state;
  }

  private int intern(Group group, int newDepth) {
    if (Arena.bytes(group) > Arena.CHUNK || group.size() > Short.MAX_VALUE) {
      return NONE;
    }
    int state = known(Hashing.of(group), newDepth);
    if (state < 0) {
      places.add(arena.add(group));
      depths.add(newDepth);
      flags.add(LIST);
      return -1 - state;
    }
    return state;
  }

  private int known(long hash, int newDepth) {
    int state = known.putIfAbsent(hash, states());
    if (state >= 0 && depths.get(state) > newDepth) {
      depths.set(state, newDepth);
      if (state < expanded.length) {
        expanded[state] = 0; // what it makes is nearer too
      }
    }
    return state;
  }

  /**
   * Applies the closing steps to every state, and to what they make those that come later in the
   * list; of those between moving to the origin and the last, which paint, only one.
   */
  void close(List<Primitive> steps) {
    closingSteps = steps.size();
    int paints = steps.indexOf(Library.TO_ORIGIN) + 1;
    IntList ranks = new IntList();
    for (int state = 0; state < states() && !effort.late(); state++) {
      ranks.fill(state + 1, 0);
      Group group = isList(state) ? arena.group(places.get(state)) : null;
      PlacedGrid grid = isList(state) ? null : grid(state);
      for (int step = 0; step < closingSteps; step++) {
        int child = NONE;
        if (step >= ranks.get(state) && (step == 0) == (group != null)) {
          int before = states();
          child = apply(steps.get(step), grid, group, depth(state));
          if (states() > before) {
            ranks.fill(before, 0);
            ranks.add(step < paints ? step + 1 : Math.max(closingSteps - 1, step + 1));
          }
        }
        closing.add(child);
      }
      effort.count(closingSteps);
    }
    fit();
  }
}
