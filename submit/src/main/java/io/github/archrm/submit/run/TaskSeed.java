package io.github.archrm.submit.run;

import java.util.SplittableRandom;

/**
 * The seed of one task, from the seed of the run and the task's id: neither the order of the tasks
 * nor the number of workers changes it.
 */
public final class TaskSeed {
  private TaskSeed() {}

  public static long of(long seed, String taskId) {
    long mixed = new SplittableRandom(seed).nextLong();
    for (int i = 0; i < taskId.length(); i++) {
      mixed = new SplittableRandom(mixed ^ taskId.charAt(i)).nextLong();
    }
    return mixed;
  }
}
