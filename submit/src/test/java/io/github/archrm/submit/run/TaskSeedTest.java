package io.github.archrm.submit.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskSeedTest {
  @Test
  void dependsOnSeedAndIdOnly() {
    assertEquals(TaskSeed.of(3, "25ff71a9"), TaskSeed.of(3, "25ff71a9"));
    assertNotEquals(TaskSeed.of(3, "25ff71a9"), TaskSeed.of(4, "25ff71a9"));
    assertNotEquals(TaskSeed.of(3, "25ff71a9"), TaskSeed.of(3, "25ff71aa"));
  }

  @Test
  void isDifferentForEveryTaskOfADataSet() {
    Set<Long> seeds = new HashSet<>();
    for (int seed = 0; seed < 10; seed++) {
      for (int i = 0; i < 1000; i++) {
        seeds.add(TaskSeed.of(seed, String.format("%08x", i * 2654435761L)));
      }
    }
    assertEquals(10_000, seeds.size());
  }
}
