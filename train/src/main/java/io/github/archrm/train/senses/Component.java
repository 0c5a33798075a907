package io.github.archrm.train.senses;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Cells of an input that hang together, diagonal neighbours among them. */
final class Component {
  /** Whether a cell's neighbour belongs to its component, by their planes, below 0 for none. */
  private interface Bond {
    boolean joins(int plane, int neighbour);

    default boolean holds(int plane) {
      return joins(plane, plane);
    }
  }

  private final List<Integer> cells = new ArrayList<>();
  private final BitSet shape = new BitSet();
  private int top = Integer.MAX_VALUE;
  private int left = Integer.MAX_VALUE;
  private int bottom = -1;
  private int right = -1;

  private Component() {}

  /**
   * Those of one symbol each, in reading order of their first cells.
   *
   * @param inputs [height · width] plane of each cell, or below 0 beyond the input
   */
  static List<Component> ofOneSymbol(int[] inputs, int width) {
    return of(inputs, width, (plane, neighbour) -> plane >= 0 && plane == neighbour);
  }

  /** Those of all that is not background, whatever their symbols, likewise. */
  static List<Component> ofManySymbols(int[] inputs, int width, int background) {
    return of(inputs, width, (plane, neighbour) -> neighbour >= 0 && neighbour != background);
  }

  private static List<Component> of(int[] inputs, int width, Bond bond) {
    List<Component> components = new ArrayList<>();
    boolean[] seen = new boolean[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      if (!seen[i] && bond.holds(inputs[i])) {
        components.add(from(i, inputs, width, bond, seen));
      }
    }
    return components;
  }

  private static Component from(int first, int[] inputs, int width, Bond bond, boolean[] seen) {
    int height = inputs.length / width;
    Component one = new Component();
    Deque<Integer> open = new ArrayDeque<>();
    seen[first] = true;
    open.add(first);
    while (!open.isEmpty()) {
      int cell = open.remove();
      one.cells.add(cell);
      int r = cell / width;
      int c = cell % width;
      one.cover(r, c);
      for (int y = Math.max(0, r - 1); y <= Math.min(height - 1, r + 1); y++) {
        for (int x = Math.max(0, c - 1); x <= Math.min(width - 1, c + 1); x++) {
          int next = y * width + x;
          if (!seen[next] && bond.joins(inputs[cell], inputs[next])) {
            seen[next] = true;
            open.add(next);
          }
        }
      }
    }
    for (int cell : one.cells) {
      one.shape.set((cell / width - one.top) * one.width() + cell % width - one.left);
    }
    return one;
  }

  private void cover(int r, int c) {
    top = Math.min(top, r);
    bottom = Math.max(bottom, r);
    left = Math.min(left, c);
    right = Math.max(right, c);
  }

  /** Indices into the input. */
  List<Integer> cells() {
    return cells;
  }

  int size() {
    return cells.size();
  }

  int top() {
    return top;
  }

  int left() {
    return left;
  }

  int bottom() {
    return bottom;
  }

  int right() {
    return right;
  }

  int height() {
    return bottom - top + 1;
  }

  int width() {
    return right - left + 1;
  }

  boolean hasShapeOf(Component other) {
    return width() == other.width() && height() == other.height() && shape.equals(other.shape);
  }

  /**
   * The cells that it encloses, as indices into its bounding box, row by row: those from which no
   * way of side by side leads out of the box.
   */
  BitSet enclosed() {
    int h = height();
    int w = width();
    BitSet enclosed = new BitSet();
    if (h < 3 || w < 3) {
      return enclosed;
    }
    enclosed.set(0, h * w);
    enclosed.andNot(shape);
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < h * w; i++) {
      boolean edge = i / w == 0 || i / w == h - 1 || i % w == 0 || i % w == w - 1;
      if (edge && enclosed.get(i)) {
        enclosed.clear(i);
        open.add(i);
      }
    }
    while (!open.isEmpty()) {
      int i = open.remove();
      int[] next = {i % w > 0 ? i - 1 : -1, i % w < w - 1 ? i + 1 : -1, i - w, i + w};
      for (int n : next) {
        if (n >= 0 && enclosed.get(n)) {
          enclosed.clear(n);
          open.add(n);
        }
      }
    }
    return enclosed;
  }
}
