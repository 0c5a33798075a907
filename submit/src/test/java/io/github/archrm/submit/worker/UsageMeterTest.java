package io.github.archrm.submit.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.archrm.submit.cost.Cost;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UsageMeterTest {
  @Test
  void aProcessIsChargedForWhatItUsesFromNowOn() {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "no /proc");
    UsageMeter meter = new UsageMeter(ProcessHandle.current(), "cpu", 1);
    long start = System.nanoTime();
    double[] used = new double[1 << 20];
    while (System.nanoTime() - start < 300_000_000L) {
      for (int i = 0; i < used.length; i++) {
        used[i] += Math.sqrt(i);
      }
    }
    Cost cost = meter.read();
    assertEquals("cpu", cost.device());
    assertTrue(cost.workerSeconds() >= 0.3);
    assertTrue(cost.processorSeconds() > 0.01, () -> cost.toString());
    assertTrue(cost.peakBytes() > used.length * 8L, () -> cost.toString());
  }

  @Test
  void aProcessThatIsGoneHasTakenTime() throws Exception {
    Process process = new ProcessBuilder("true").start();
    UsageMeter meter = new UsageMeter(process.toHandle(), "cpu", 1);
    process.waitFor();
    Cost cost = meter.read();
    assertTrue(cost.workerSeconds() > 0);
    assertEquals(0, cost.peakBytes());
    assertEquals(0, cost.gpuSeconds());
  }

  @Test
  void workersThatShareAGpuAreChargedAPartOfIt() {
    Cost cost = new UsageMeter(ProcessHandle.current(), "gpu:0", 0.25).read();
    assertTrue(cost.workerSeconds() > 0);
    assertEquals(cost.workerSeconds() / 4, cost.gpuSeconds(), 1e-12);
  }
}
