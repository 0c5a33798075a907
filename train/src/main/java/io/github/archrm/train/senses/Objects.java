package io.github.archrm.train.senses;

import java.util.BitSet;
import java.util.List;

/**
 * What a cell is told of each symbol's objects, the 8-connected components of an input's cells with
 * that symbol.
 *
 * <p>A cell of an object is told how large it is, in cells, height and width; whether one, two or
 * three objects of its symbol are larger, and smaller; whether one or two others have its shape;
 * whether it fills its bounding box, touches the border of the input, and encloses something. A
 * cell that an object encloses is told that, and the same of the object; of several, of the
 * innermost. And all cells are told whether the symbol is the most or the least frequent one,
 * whether it has more than one, two or three cells, more than one to five objects, and more than
 * one to four that are as large as its largest.
 */
public final class Objects {
  private static final int LARGER = 3;
  private static final int SMALLER = LARGER + 3;
  private static final int ALIKE = SMALLER + 3;
  private static final int FULL = ALIKE + 2;
  private static final int AT_BORDER = FULL + 1;
  private static final int ENCLOSES = AT_BORDER + 1;
  private static final int ENCLOSED = ENCLOSES + 1;
  private static final int MOST = ENCLOSED + 1;
  private static final int LEAST = MOST + 1;
  private static final int CELLS = LEAST + 1;
  private static final int OBJECTS = CELLS + 3;
  private static final int LARGEST = OBJECTS + 5;

  /** Numbers per symbol and cell. */
  public static final int COUNT = LARGEST + 4;

  private final int[] inputs;
  private final boolean[] border;
  private final int width;

  /**
   * @param inputs [height · width] plane of each cell, or below 0 beyond the input
   * @param border [height · width] whether a cell is at the border of the input, of which a window
   *     may show a part
   */
  public Objects(int[] inputs, boolean[] border, int width) {
    this.inputs = inputs;
    this.border = border;
    this.width = width;
  }

  /**
   * Writes into [planes, cells, stride], all 0 before.
   *
   * @param into at an offset
   * @param stride numbers per symbol and cell, {@link #COUNT} or more
   */
  public void write(int planes, float[] into, int offset, int stride) {
    int[] frequency = new int[planes];
    for (int input : inputs) {
      if (input >= 0) {
        frequency[input]++;
      }
    }
    int most = 0;
    int least = Integer.MAX_VALUE;
    for (int count : frequency) {
      most = Math.max(most, count);
      least = count == 0 ? least : Math.min(least, count);
    }
    List<Component> all = Component.ofOneSymbol(inputs, width);
    for (int p = 0; p < planes; p++) {
      if (frequency[p] > 0) {
        int at = offset + p * inputs.length * stride;
        int plane = p;
        List<Component> components =
            all.stream().filter(one -> inputs[one.cells().get(0)] == plane).toList();
        writeOwn(components, into, at, stride);
        float[] told = new float[COUNT];
        told[MOST] = frequency[p] == most ? 1 : 0;
        told[LEAST] = frequency[p] == least ? 1 : 0;
        thresholds(frequency[p] - 1, 3, told, CELLS);
        thresholds(components.size() - 1, 5, told, OBJECTS);
        int largest = components.stream().mapToInt(Component::size).max().orElse(0);
        int asLarge = (int) components.stream().filter(one -> one.size() == largest).count();
        thresholds(asLarge - 1, 4, told, LARGEST);
        for (int i = 0; i < inputs.length; i++) {
          for (int k = MOST; k < COUNT; k++) {
            into[at + i * stride + k] = told[k];
          }
        }
      }
    }
  }

  private void writeOwn(List<Component> components, float[] into, int at, int stride) {
    for (Component one : components) {
      int larger = 0;
      int smaller = 0;
      int alike = -1;
      for (Component other : components) {
        larger += other.size() > one.size() ? 1 : 0;
        smaller += other.size() < one.size() ? 1 : 0;
        alike += one.hasShapeOf(other) ? 1 : 0;
      }
      float[] own = new float[ENCLOSED];
      own[0] = (float) (Math.log(one.size()) / Math.log(2) / 4);
      own[1] = one.height() / 8f;
      own[2] = one.width() / 8f;
      thresholds(larger, 3, own, LARGER);
      thresholds(smaller, 3, own, SMALLER);
      thresholds(alike, 2, own, ALIKE);
      own[FULL] = one.size() == one.height() * one.width() ? 1 : 0;
      boolean atBorder = one.cells().stream().anyMatch(cell -> border[cell]);
      own[AT_BORDER] = atBorder ? 1 : 0;
      BitSet enclosed = one.enclosed();
      own[ENCLOSES] = enclosed.isEmpty() ? 0 : 1;
      enclosed.stream()
          .map(i -> (one.top() + i / one.width()) * width + one.left() + i % one.width())
          .forEach(
              cell -> {
                System.arraycopy(own, 0, into, at + cell * stride, ENCLOSED);
                into[at + cell * stride + ENCLOSED] = 1;
              });
      for (int cell : one.cells()) {
        System.arraycopy(own, 0, into, at + cell * stride, ENCLOSED);
      }
    }
  }

  private static void thresholds(int count, int most, float[] into, int at) {
    for (int k = 0; k < most; k++) {
      into[at + k] = count > k ? 1 : 0;
    }
  }
}
