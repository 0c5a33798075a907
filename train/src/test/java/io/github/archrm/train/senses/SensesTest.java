package io.github.archrm.train.senses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.archrm.train.model.Canvas;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
    expected[8] = share(inputs, plane, i -> i / canvas.width() == r);
    expected[9] = share(inputs, plane, i -> i % canvas.width() == c);
    expected[10] = share(inputs, plane, i -> true);
    return expected;
  }

  private static float share(int[] inputs, int plane, IntPredicate where) {
    int[] inside =
        IntStream.range(0, inputs.length)
            .filter(where)
            .map(i -> inputs[i])
            .filter(p -> p >= 0)
            .toArray();
    return (float) IntStream.of(inside).filter(p -> p == plane).count()
        / Math.max(1, inside.length);
  }

  @Test
  void aLargerCanvasTellsTheSame() {
    int[] inputs = {0, 1, 1, 1};
    int[] larger = {0, 1, -1, 1, 1, -1, -1, -1, -1};
    float[] told = new float[2 * 4 * Senses.COUNT];
    float[] toldOfLarger = new float[2 * 9 * Senses.COUNT];
    Senses.write(inputs, 2, 2, 2, told, 0, Senses.COUNT);
    Senses.write(larger, 2, 3, 3, toldOfLarger, 0, Senses.COUNT);
    for (int p = 0; p < 2; p++) {
      for (int i = 0; i < 4; i++) {
        int at = (p * 4 + i) * Senses.COUNT;
        int there = (p * 9 + i / 2 * 3 + i % 2) * Senses.COUNT;
        assertArrayEquals(
            Arrays.copyOfRange(told, at, at + Senses.COUNT),
            Arrays.copyOfRange(toldOfLarger, there, there + Senses.COUNT));
      }
    }
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
