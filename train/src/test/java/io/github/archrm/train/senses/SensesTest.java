package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.archrm.train.model.Canvas;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SensesTest {
  /** More than the senses: what is beside them stays as it is. */
  private static final int STRIDE = Senses.COUNT + 3;

  private static final int[] DOWN = {-1, 1, 0, 0, -1, -1, 1, 1};
  private static final int[] ACROSS = {0, 0, -1, 1, -1, 1, -1, 1};

  /** Against a walk from every cell in every direction. */
  @Test
  void tellWhatLiesInEveryDirectionAndHowMuchThereIs() {
    Random random = new Random(1);
    for (int time = 0; time < 50; time++) {
      Canvas canvas = new Canvas(1 + random.nextInt(6), 1 + random.nextInt(6));
      int planes = 1 + random.nextInt(4);
      int[] inputs = random.ints(canvas.cells(), -1, planes).toArray();
      float[] told = new float[3 + planes * canvas.cells() * STRIDE];
      Senses.write(inputs, planes, canvas.height(), canvas.width(), told, 3, STRIDE);
      for (int p = 0; p < planes; p++) {
        for (int i = 0; i < canvas.cells(); i++) {
          int at = 3 + (p * canvas.cells() + i) * STRIDE;
          float[] own = Arrays.copyOfRange(told, at, at + STRIDE);
          assertArrayEquals(Arrays.copyOf(expected(inputs, p, canvas, i), STRIDE), own, 1e-6f);
        }
      }
    }
  }

  private static float[] expected(int[] inputs, int plane, Canvas canvas, int cell) {
    float[] expected = new float[Senses.COUNT];
    int r = cell / canvas.width();
    int c = cell % canvas.width();
    for (int d = 0; d < 8; d++) {
      int y = r + DOWN[d];
      int x = c + ACROSS[d];
      while (y >= 0 && y < canvas.height() && x >= 0 && x < canvas.width()) {
        expected[d] = Math.max(expected[d], inputs[y * canvas.width() + x] == plane ? 1 : 0);
        y += DOWN[d];
        x += ACROSS[d];
      }
    }
    int all = 0;
    for (int i = 0; i < inputs.length; i++) {
      if (inputs[i] == plane) {
        expected[8] += i / canvas.width() == r ? 1f / canvas.width() : 0;
        expected[9] += i % canvas.width() == c ? 1f / canvas.height() : 0;
        expected[10]++;
      }
      all += inputs[i] >= 0 ? 1 : 0;
    }
    expected[10] /= Math.max(1, all);
    return expected;
  }

  @Test
  void ofAnEmptyInputNothing() {
    float[] told = new float[2 * Senses.COUNT];
    Senses.write(new int[] {-1, -1}, 1, 1, 2, told, 0, Senses.COUNT);
    for (float number : told) {
      assertEquals(0, number);
    }
  }
}
