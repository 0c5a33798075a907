package io.github.archrm.tasks.generate;

import java.util.random.RandomGenerator;

/** Numbers in random order. */
public final class Shuffle {
  private Shuffle() {}

  /** The numbers from 0 to n - 1, every order as likely as any other. */
  public static int[] numbers(int n, RandomGenerator random) {
    int[] numbers = new int[n];
    for (int i = 0; i < n; i++) {
      int place = random.nextInt(i + 1);
      numbers[i] = numbers[place];
      numbers[place] = i;
    }
    return numbers;
  }
}
