package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObjectsTest {
  private static final int ROOMY = 2;
  private static final int STRIDE = Objects.COUNT + 3;

  /** A ring around a cell, two bars, a lone cell; beyond the input there is nothing. */
  private static final String[] DRAWN = {
    "###..# ", //
    "#o#... ", "###.#. ", "....#. ", "##.... "
  };

  private static final int[] INPUT = Drawn.grid(DRAWN).cells().toArray();

  private static float[] told(int[] inputs, int width, int planes, int plane, int cell) {
    float[] all = new float[ROOMY + planes * inputs.length * STRIDE];
    new Objects(inputs, border(inputs, width), width).write(planes, all, ROOMY, STRIDE);
    float[] own = new float[Objects.COUNT];
    int at = ROOMY + (plane * inputs.length + cell) * STRIDE;
    System.arraycopy(all, at, own, 0, Objects.COUNT);
    return own;
  }

  /** Cells beside which the canvas or the input ends. */
  private static boolean[] border(int[] inputs, int width) {
    int height = inputs.length / width;
    boolean[] border = new boolean[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      int r = i / width;
      int c = i % width;
      border[i] =
          r == 0
              || r == height - 1
              || c == 0
              || c == width - 1
              || inputs[i - 1] < 0
              || inputs[i + 1] < 0
              || inputs[i - width] < 0
              || inputs[i + width] < 0;
    }
    return border;
  }

  @Test
  void aCellIsToldOfItsObject() {
    float[] ofRing = told(INPUT, 7, 3, 1, 0);
    float[] expected = {
      0.75f,
      3 / 8f,
      3 / 8f, // 8 cells, 3x3
      0,
      0,
      0,
      1,
      1,
      1,
      0,
      0, // the largest, three are smaller, none of its shape
      0,
      1,
      1,
      0 // not full, at the border, encloses, is not enclosed
    };
    assertArrayEquals(expected, Arrays.copyOf(ofRing, 15), 1e-6f);
    float[] ofUprightBar = told(INPUT, 7, 3, 1, 2 * 7 + 4);
    float[] bar = {
      0.25f,
      2 / 8f,
      1 / 8f, // 2 cells, 2x1
      1,
      0,
      0,
      1,
      0,
      0,
      0,
      0, // one is larger, one smaller, the other bar has another shape
      1,
      0,
      0,
      0 // full, not at the border
    };
    assertArrayEquals(bar, Arrays.copyOf(ofUprightBar, 15), 1e-6f);
  }

  @Test
  void whatIsEnclosedIsToldSo() {
    float[] inRing = told(INPUT, 7, 3, 1, 7 + 1);
    assertEquals(1, inRing[14]);
    float[] ofRing = told(INPUT, 7, 3, 1, 0);
    assertArrayEquals(Arrays.copyOf(ofRing, 14), Arrays.copyOf(inRing, 14), "of the object around");
    float[] besideIt = told(INPUT, 7, 3, 1, 3);
    assertEquals(0, besideIt[14]);
  }

  /** A ring of 7x7 is around one of 3x3. */
  @Test
  void ofSeveralThatEncloseItACellIsToldOfTheInnermost() {
    int[] rings = new int[49];
    for (int i = 0; i < 49; i++) {
      int deep = Math.min(Math.min(i / 7, 6 - i / 7), Math.min(i % 7, 6 - i % 7));
      rings[i] = deep % 2 == 0 ? 1 : 0;
    }
    assertEquals(3 / 8f, told(rings, 7, 2, 1, 24)[1]);
    assertEquals(7 / 8f, told(rings, 7, 2, 1, 8)[1], "between the rings");
  }

  @Test
  void allCellsAreToldHowManyThereAre() {
    for (int cell : new int[] {0, 3, 8, 6}) {
      float[] hash = told(INPUT, 7, 3, 1, cell);
      float[] expected = {
        0,
        0, // neither most nor least frequent
        1,
        1,
        1,
        1,
        1,
        1,
        0,
        0, // more than three cells, four objects
        0,
        0,
        0,
        0 // one is the largest
      };
      assertArrayEquals(expected, Arrays.copyOfRange(hash, 15, 29), 1e-6f);
      float[] lone = told(INPUT, 7, 3, 2, cell);
      assertArrayEquals(
          new float[] {0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
          Arrays.copyOfRange(lone, 15, 29),
          1e-6f);
      assertEquals(1, told(INPUT, 7, 3, 0, cell)[15]);
    }
  }

  /** Mirroring the input mirrors what is told; swapping rows and columns also swaps the sides. */
  @Test
  void turnsWithTheInput() {
    Random random = new Random(3);
    for (int time = 0; time < 40; time++) {
      int height = 1 + random.nextInt(7);
      int width = 1 + random.nextInt(7);
      int planes = 1 + random.nextInt(3);
      int[] inputs = random.ints(height * width, -1, planes).toArray();
      int[] mirrored = new int[inputs.length];
      int[] transposed = new int[inputs.length];
      for (int i = 0; i < inputs.length; i++) {
        mirrored[mirror(i, width)] = inputs[i];
        transposed[i % width * height + i / width] = inputs[i];
      }
      for (int p = 0; p < planes; p++) {
        for (int i = 0; i < inputs.length; i++) {
          float[] here = told(inputs, width, planes, p, i);
          assertArrayEquals(here, told(mirrored, width, planes, p, mirror(i, width)), 1e-6f);
          float[] there = told(transposed, height, planes, p, i % width * height + i / width);
          float high = here[1];
          here[1] = here[2];
          here[2] = high;
          assertArrayEquals(here, there, 1e-6f);
        }
      }
    }
  }

  private static int mirror(int cell, int width) {
    return cell / width * width + width - 1 - cell % width;
  }
}
