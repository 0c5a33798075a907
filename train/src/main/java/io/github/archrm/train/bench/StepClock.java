package io.github.archrm.train.bench;

import io.github.archrm.train.Compute;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * The time that training steps are measured in.
 *
 * <p>Where one thread of a CPU computes, seconds are those that it was given, which other programs
 * change little; everything that a step does runs on the thread that calls it. Several threads and
 * GPUs take the time that has passed.
 */
final class StepClock {
  private final LongSupplier nanos;

  StepClock(Compute compute) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    boolean alone = !compute.onGpu() && Machine.of(compute).threads() == 1;
    this.nanos =
        alone && threads.isCurrentThreadCpuTimeSupported()
            ? threads::getCurrentThreadCpuTime
            : System::nanoTime;
  }

  /** Seconds since some moment. */
  double now() {
    return nanos.getAsLong() / 1e9;
  }
}
